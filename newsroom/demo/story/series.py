"""The two series, Soundings with a lead analysis and Port Calls by region; the weeks left out."""

from newsroom.demo.story.shape import Moment, Series, Skip, StandingSection, prose

SOUNDINGS = Series(
    key="soundings",
    name="Soundings",
    slug="soundings",
    title_prefix="Soundings",
    description=prose("""<p>One analysis and the week’s news of straits, fishing grounds, ports and
        the seabed. Soundings is edited by <a href="https://straitandsound.example/people">five
        people who have all worked on the water or beside it</a>.</p>"""),
    zone="Europe/Lisbon",
    rhythm="Every Friday at 7:00, Lisbon time",
    weekday="5",
    local="07:00",
    numbering="by year",
    standing=(
        StandingSection(
            key="notices-to-mariners",
            heading="From the notices to mariners:",
            required=True,
            nothing=(
                "No new navigational warnings were issued this week for the waters we follow.",
                "The week’s notices to mariners only repeat those already in force.",
                "The hydrographic office did not publish a weekly notice.",
            ),
        ),
        StandingSection(
            key="docket",
            heading="On the docket:",
            required=False,
            nothing=(
                "No maritime court or tribunal that we follow sat this week.",
                "The courts are in recess.",
            ),
        ),
    ),
)

PORT_CALLS = Series(
    key="port-calls",
    name="Port Calls",
    slug="port-calls",
    title_prefix="Port Calls",
    description=prose("""<p>A Monday list of what changed in the harbours, region by region, in the
        fewest words that are still true.</p>"""),
    zone="America/Halifax",
    rhythm="Mondays at 6:30, Halifax time, and when a storm does not wait for Monday",
    weekday="1",
    local="06:30",
    numbering="running",
    first_number=118,
    standing=(
        StandingSection(
            key="north-atlantic",
            heading="North Atlantic",
            required=True,
            nothing=("Nothing to report from the North Atlantic this week.",),
        ),
        StandingSection(
            key="caribbean",
            heading="Caribbean and Gulf",
            required=False,
            nothing=(
                "Nothing to report from the Caribbean and the Gulf this week.",
                "The Gulf ports were closed for the holiday.",
            ),
        ),
        StandingSection(
            key="pacific",
            heading="Pacific",
            required=False,
            nothing=("Nothing to report from the Pacific this week.",),
        ),
    ),
    dek_required=False,
)

SERIES = (SOUNDINGS, PORT_CALLS)

SKIPS = (
    Skip(
        series="port-calls",
        moment=Moment(-2),
        by="marguerite",
        note="Ondine was still offshore. The list came on Thursday, once the harbours had answered.",
    ),
    Skip(
        series="soundings",
        moment=Moment(3),
        by="ines",
        note="All of us are at the fisheries hearing in Porto Alvar that week. We go on a week later.",
    ),
)
