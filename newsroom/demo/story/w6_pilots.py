"""Six weeks ago: pilotage in Carrow Strait."""

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

LEAD = prose("""
<p>The bulk carrier <em>Odalys Grace</em> entered Carrow Strait from the west with a pilot from the
Maren Islands aboard, passed the median line off Cape Orrin, and was told by radio to slow down for
a second pilot, from Vesmark. Her master kept his speed. Both administrations have since sent her
owners a bill, and one of them has added a summons.</p>
<p>She is the ninth ship to be billed twice this year, according to <a
href="https://harbourledger.example/passage/double-pilotage-count">a count kept by the Harbour
Ledger</a>. The sums are small beside a cargo: 6,800 euros for the Maren pilot, 7,250 for the one
from Vesmark. The question under them is not. Some 14,200 ships went through the strait last year,
and each of them used a right that neither shore may sell.</p>
<h3>What the shores may ask</h3>
<p>Carrow is a strait used for international navigation, and ships of every flag pass through it in
transit. The <a href="https://passagelaw.example/convention/part-iii">third part of the Law of the
Sea Convention</a> lets the coastal states make rules on the safety of traffic, within the sea lanes
that both have agreed. It does not let those rules have the practical effect of denying or hampering
the passage, and it allows no suspension of it at all.</p>
<p>Whether a pilot at 7,000 euros hampers anybody is a matter on which lawyers have lived well. “A
compulsory pilot is a condition, and a condition on a right that needs no permission is a
contradiction,” the shipowners’ counsel told a hearing in Porto Alvar on Tuesday. The director of
the Maren pilot service, asked about it the same afternoon, answered with a chart:</p>
<blockquote><p>There are four cables of water between the Sow and the northern edge of the lane, and
the stream sets across it at five knots. I do not care what you call the man who knows that. I care
that he is on the bridge.</p></blockquote>
<h3>Two services, one ladder</h3>
<p>Until last year the two services divided the work by direction: Maren pilots took the eastbound
ships, Vesmark’s the westbound. The arrangement was a letter of four paragraphs, signed by two
harbour masters, and nobody had thought of asking a ministry. It ended when Vesmark put its pilots
on the state’s payroll and found that a letter is not a treaty. Since then:</p>
<ul>
<li>Vesmark requires its own pilot of every ship over 20,000 tons, in both directions;</li>
<li>the Maren Islands require theirs of every ship that draws more than eleven metres;</li>
<li>about 3,100 ships a year fall under both rules, by the <a
href="https://carrowstrait.example/traffic/annual">Strait Authority’s own figures</a>.</li>
</ul>
<p>The Authority, which both states pay for, keeps the radar and the lanes but has no power over
pilots. Its annual report calls the present state “two safe practices that are not safe together”:
the second pilot climbs aboard in the narrowest mile, from a boat that lies in the lane to wait for
him. Last month a tanker went astern to let a cutter clear and was, for six minutes, across the bows
of the ferry.</p>
<p>A way out is on the table and has been for half a year. Under it the Authority would license
individual pilots of either nation, one would be enough, and the fee would be shared by tonnage.
Both transport ministries say they support it. Each says that it will sign when the other has
withdrawn its invoices, and there are now 27 of them outstanding.</p>
<p>Masters have found a way of their own. The Authority logged 41 ships last month that did not
answer the radio between the Sow and Cape Orrin, <a
href="https://northquaywire.example/carrow-silent-channel">North Quay Wire</a> reported, against six
in the same month a year ago. A rule that was to put a second pair of eyes on the bridge has so far
taken away a voice.</p>
""")

ISSUE = Issue(
    key="w6-pilots",
    series="soundings",
    state="published",
    moment=Moment(-6),
    title="Two flags over one pilot ladder",
    dek=prose("""Vesmark and the Maren Islands each demand their own pilot in Carrow Strait. Masters
        are paying twice, or no longer answering."""),
    genre_label="analysis",
    section_label="passage",
    topics=("straits", "law", "navigation"),
    bylines=(Byline("ines"), Byline("anh", "illustration")),
    picture=PhotoUse(
        photo="strait-map",
        alt=prose("""Chart of a narrow strait between two coasts, with depth lines, a dashed median
            line and two arrows for the traffic lanes."""),
        caption="Carrow Strait. The dashed line is the median, the arrows the traffic lanes.",
    ),
    lead=LEAD,
    sections=(
        Section(
            heading="Also in the straits and approaches this week:",
            briefs=(
                Brief(
                    key="bridge-lift",
                    body=prose("""<p>The lifting bridge at Hollin Reach stood open for 31 hours
                        after a bearing failed, holding up 22 coasters and the morning school ferry.
                        The county engineer told <a
                        href="https://averilcourier.example/hollin-bridge-stuck">the Courier</a>
                        that the part had been on order for a year. “We asked for two. We were given
                        one, and it is the one that broke.”</p>"""),
                    sources=(
                        Source("courier", "https://averilcourier.example/hollin-bridge-stuck"),
                        Source("wire", "https://northquaywire.example/hollin-reach-delays"),
                    ),
                ),
                Brief(
                    key="ballast",
                    run_in="Ballast, again.",
                    body=prose("""<p>Inspectors at Porto Alvar turned away a woodchip carrier whose
                        ballast log showed an exchange in 40 metres of water, <a
                        href="https://diariodabarra.example/lastro-navio-recusado">Diário da
                        Barra</a> reports. It is the third refusal since the port bought its own
                        sampling kit. The owners say that the depth was entered in
                        fathoms.</p>"""),
                    sources=(
                        Source(
                            "barra",
                            "https://diariodabarra.example/lastro-navio-recusado",
                            "Duarte Simões-Pell",
                        ),
                    ),
                ),
                Brief(
                    key="ferry-crew",
                    body=prose("""<p>Deck crews of the Maren ferries accepted an offer of 4.2 per
                        cent and a shorter night watch, ending eleven days of reduced sailings. The
                        vote was 188 to 163, according to <a
                        href="https://marenbroadcasting.example/ferry-vote">Maren Broadcasting</a>;
                        engineers vote next week on a separate text.</p>"""),
                    sources=(Source("maren", "https://marenbroadcasting.example/ferry-vote"),),
                ),
                Brief(
                    key="survey",
                    body=prose("""<p>A new survey of the Tessel Bight found the bar 1.4 metres
                        shallower than charted over a length of half a mile. The harbour office has
                        lowered the permitted draught to 7.9 metres until it can dredge, which it
                        says will be “when there is money, and if there is a bidder”.</p>"""),
                    sources=(
                        Source("fathom", "https://fathomline.example/tessel-bar-survey"),
                        Source("ledger", "https://harbourledger.example/ports/tessel-draught"),
                    ),
                ),
            ),
        ),
        Section(
            heading="From the notices to mariners:",
            standing="notices-to-mariners",
            intro=prose("""<p>The racon on the Sow is reported unreliable. Masters are asked not to
                use it as their only mark at night. <strong>In force until further
                notice.</strong></p>"""),
        ),
        Section(
            heading="On the docket:",
            standing="docket",
            state="nothing",
            nothing_text="No maritime court or tribunal that we follow sat this week.",
        ),
    ),
    related=(
        ForeignCard(
            label="Reporting | Passage",
            title="A night on the Maren cutter",
            dek="Four ladders, three refusals and a thermos",
            opening=prose("""<p>The cutter leaves the mole at ten past one, because that is when the
                first of the night’s four ships will be off the Sow. The coxswain has done this for
                twenty-two years and still counts the seas aloud before she turns.</p>
                <p>By four o’clock two pilots have gone up and one has come down. The fourth ship,
                dark above the deck lights, passes at fourteen knots and does not answer. Nobody in
                the boat says anything for a while.</p>"""),
            url="https://fathomline.example/reportage/night-on-the-maren-cutter",
            picture=PhotoUse(
                photo="pilot-boat",
                alt="A small pilot boat with a lit wheelhouse climbs a wave at night.",
            ),
        ),
    ),
)
