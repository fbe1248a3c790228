"""Port Calls: short issues without a lead, one of them a special without a number, one armed."""

from newsroom.demo.story.shape import (
    Brief,
    Byline,
    ForeignCard,
    Issue,
    Moment,
    PhotoUse,
    Section,
    Source,
    prose,
)


def _brief(key: str, run_in: str, body: str, *sources: Source) -> Brief:
    return Brief(key=key, run_in=run_in, body=f"<p>{prose(body)}</p>", sources=sources)


def _nothing(standing: str, heading: str, sentence: str) -> Section:
    return Section(heading=heading, standing=standing, state="nothing", nothing_text=sentence)


ON_TIME = Issue(
    key="calls-draught",
    series="port-calls",
    state="published",
    moment=Moment(-4),
    title="Less water at Lunn, more at Cayo Verde",
    dek="",
    section_label="ports",
    topics=("ports",),
    bylines=(Byline("marguerite"),),
    sections=(
        Section(
            heading="North Atlantic",
            standing="north-atlantic",
            briefs=(
                _brief(
                    "lunn",
                    "Lunn Harbour.",
                    """Permitted draught cut to 9.1 metres at low water after silting at the inner
                    bend. The dredger is due in three weeks.""",
                    Source("register", "https://easternshore.example/lunn-draught"),
                ),
                _brief(
                    "st-brice",
                    "Saint-Brice.",
                    """The grain elevator is back at full rate, 1,200 tons an hour, nine weeks after
                    the fire. Six ships are waiting.""",
                    Source("register", "https://easternshore.example/st-brice-elevator"),
                    Source("wire", "https://northquaywire.example/saint-brice-grain"),
                ),
            ),
        ),
        Section(
            heading="Caribbean and Gulf",
            standing="caribbean",
            briefs=(
                _brief(
                    "cayo-verde",
                    "Cayo Verde.",
                    """The new channel is buoyed to 14 metres. Night transits are allowed from
                    Wednesday, with two tugs.""",
                    Source("windward", "https://windwardgazette.example/cayo-verde-channel"),
                ),
            ),
        ),
        _nothing("pacific", "Pacific", "Nothing to report from the Pacific this week."),
    ),
)

FEES = Issue(
    key="calls-fees",
    series="port-calls",
    state="published",
    moment=Moment(-3),
    title="Three tariffs and a strike that was not",
    dek="Dues rise in Lunn, fall in Puerto Cordel and stay in dispute at Ocher Bay.",
    genre_label="roundup",
    section_label="ports",
    topics=("ports", "seafarers"),
    bylines=(Byline("marguerite"),),
    picture=PhotoUse(photo="tide-lines", decorative=True),
    sections=(
        Section(
            heading="North Atlantic",
            standing="north-atlantic",
            briefs=(
                _brief(
                    "lunn-dues",
                    "Lunn Harbour.",
                    """Harbour dues up 3.5 per cent from the first of the month; ships on shore
                    power are exempt for the first 48 hours.""",
                    Source("register", "https://easternshore.example/lunn-dues"),
                ),
                _brief(
                    "line-handlers",
                    "Saint-Brice.",
                    """Line handlers called off Thursday’s stoppage an hour before it was to begin.
                    The agents’ association says that terms are “agreed in outline”; the handlers
                    say that they have <a href="https://northquaywire.example/saint-brice-lines">a
                    date for talks</a>.""",
                    Source("wire", "https://northquaywire.example/saint-brice-lines"),
                    Source("register", "https://easternshore.example/st-brice-stoppage"),
                ),
            ),
        ),
        Section(
            heading="Caribbean and Gulf",
            standing="caribbean",
            briefs=(
                _brief(
                    "cordel",
                    "Puerto Cordel.",
                    """Container dues down by a tenth for lines with a weekly call. Only one has
                    one.""",
                    Source(
                        "windward",
                        "https://windwardgazette.example/puerto-cordel-dues",
                        "Ysolde Marrant",
                    ),
                ),
            ),
        ),
        Section(
            heading="Pacific",
            standing="pacific",
            briefs=(
                _brief(
                    "ocher",
                    "Ocher Bay.",
                    """The port and its largest customer, a copper mine, remain 1.40 a ton apart.
                    The mine has chartered two barges.""",
                    Source("ledger", "https://harbourledger.example/ports/ocher-bay-tariff"),
                ),
            ),
        ),
    ),
)

STORM = Issue(
    key="calls-storm",
    series="port-calls",
    state="published",
    moment=Moment(-2, days=3, local="15:45"),
    title="Special: which harbours are open after Ondine",
    numbered=False,
    dek="As of 15:00, Halifax time. The next list is Monday’s.",
    genre_label="roundup",
    topics=("ports", "navigation"),
    bylines=(Byline("marguerite"), Byline("leila", "with")),
    picture=PhotoUse(
        photo="breakwater",
        alt="Waves break over a stone mole with a small beacon at its end, under a dark sky.",
        caption="A winter gale on the outer mole at Lunn, from the harbour board’s files.",
    ),
    sections=(
        Section(
            heading="North Atlantic",
            standing="north-atlantic",
            intro=prose("""<p>Winds are below 30 knots everywhere south of Saint-Brice. Swell at the
                bars is not yet fit for small craft.</p>"""),
        ),
        Section(
            heading="Open, with limits",
            briefs=(
                _brief(
                    "lunn-open",
                    "Lunn Harbour.",
                    """Open to ships under 180 metres since noon. The leading lights are out; pilots
                    board two miles further off.""",
                    Source("register", "https://easternshore.example/ondine-lunn"),
                ),
                _brief(
                    "tarn",
                    "Tarn Cove.",
                    """Open to fishing vessels. No ice: the plant has no power before Saturday.""",
                    Source("register", "https://easternshore.example/ondine-tarn-cove"),
                ),
            ),
        ),
        Section(
            heading="Closed",
            briefs=(
                _brief(
                    "brice-closed",
                    "Saint-Brice.",
                    """Closed until the channel has been surveyed. A buoy of eleven tons is on the
                    beach, and its mooring is presumed to be in the fairway.""",
                    Source("wire", "https://northquaywire.example/ondine-saint-brice"),
                    Source("register", "https://easternshore.example/ondine-buoy"),
                ),
            ),
        ),
    ),
)

QUIET = Issue(
    key="calls-quiet",
    series="port-calls",
    state="published",
    moment=Moment(-1),
    title="Saint-Brice reopens, Cordel gets its crane",
    dek="",
    section_label="ports",
    topics=("ports",),
    bylines=(Byline("marguerite"),),
    sections=(
        Section(
            heading="North Atlantic",
            standing="north-atlantic",
            briefs=(
                _brief(
                    "brice-open",
                    "Saint-Brice.",
                    """Open by day since Saturday, by night since Sunday. The buoy’s mooring was
                    found 40 metres outside the channel.""",
                    Source("register", "https://easternshore.example/st-brice-reopens"),
                ),
                _brief(
                    "lights",
                    "Lunn Harbour.",
                    """Leading lights restored, on batteries. Mariners are asked to report if the
                    rear light appears white; it should be green.""",
                    Source("register", "https://easternshore.example/lunn-lights"),
                    Source("fathom", "https://fathomline.example/ondine-lights"),
                ),
            ),
        ),
        Section(
            heading="Caribbean and Gulf",
            standing="caribbean",
            briefs=(
                _brief(
                    "crane",
                    "Puerto Cordel.",
                    """The second gantry crane arrived upright on a barge and missed the bridge by
                    1.1 metres, at low water, with the mayor watching.""",
                    Source("windward", "https://windwardgazette.example/cordel-crane"),
                ),
            ),
        ),
        _nothing("pacific", "Pacific", "Nothing to report from the Pacific this week."),
    ),
    related=(
        ForeignCard(
            label="Navigation",
            title="Why a leading light is two lights",
            dek="One above the other means you may live",
            opening=prose("""<p>A single light tells you where it is. Two, one behind and above the
                other, tell you where you are: in the channel when they stand in line, beside it
                when they do not.</p>
                <p>It needs no receiver and no chart, and it has been understood by people who could
                not read. The one at Lunn was first a pair of bonfires.</p>"""),
            url="https://fathomline.example/explained/leading-lights",
        ),
    ),
)

COMING = Issue(
    key="calls-pilots",
    series="port-calls",
    state="armed",
    moment=Moment(1),
    title="Lunn dredges by night, Ocher Bay waits for a pilot",
    dek="",
    section_label="ports",
    topics=("ports", "navigation"),
    bylines=(Byline("marguerite"),),
    sections=(
        Section(
            heading="North Atlantic",
            standing="north-atlantic",
            briefs=(
                _brief(
                    "lunn-dredger",
                    "Lunn Harbour.",
                    """The dredger has arrived and works from 22:00 to 05:00, when the ferry does
                    not run. Two lights, red over green, show the side on which to pass.""",
                    Source("register", "https://easternshore.example/lunn-dredger"),
                ),
            ),
        ),
        _nothing("caribbean", "Caribbean and Gulf", "The Gulf ports were closed for the holiday."),
        Section(
            heading="Pacific",
            standing="pacific",
            briefs=(
                _brief(
                    "ocher-pilot",
                    "Ocher Bay.",
                    """One of its two pilots has retired. Ships over 180 metres are to announce
                    themselves 48 hours ahead; the port hopes for a successor “by the season”.""",
                    Source("ledger", "https://harbourledger.example/ports/ocher-bay-pilots"),
                ),
            ),
        ),
    ),
)

ISSUES = (ON_TIME, FEES, STORM, QUIET, COMING)
