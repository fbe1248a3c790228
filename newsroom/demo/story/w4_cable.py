"""Four weeks ago: a cable repair and its permits; corrected two days later."""

from datetime import timedelta

from newsroom.demo.story.shape import (
    Brief,
    Byline,
    ForeignCard,
    Issue,
    Moment,
    OwnCard,
    PhotoUse,
    Replacement,
    Revision,
    Section,
    Source,
    prose,
)

LEAD = prose("""
<p>Splicing the cable took four hours and ten minutes. The two ends were brought to the surface
twelve miles off Santa Ilda, cleaned, fused under a microscope in a cabin that must not be warmer
than 22 degrees, tested, and lowered again before supper. The ship that did it, the <em>Ada
Thorvald</em>, had by then waited nineteen days at anchor for leave to begin.</p>
<p>Santa Ilda has 31,000 inhabitants and two cables. When a dragged anchor cut the western one on a
Saturday night, the eastern one took the traffic, and most people noticed nothing. The hospital did.
So did the air control centre, which went over to its satellite link and spaced its arrivals at
twelve minutes instead of four. “We were never cut off,” the island’s civil protection director told
<a href="https://diariodabarra.example/santa-ilda-cabo">Diário da Barra</a>. “We were one fishing
boat away from it.”</p>
<h3>Who had to say yes</h3>
<p>The break lay outside the territorial sea, where laying and mending cables is a freedom of all
states and needs nobody’s consent. The ship’s way to it did not. To load spare cable from the depot
at Port Averil, and to shelter when the swell rose, she had to enter waters in which four offices
have a say. A list kept by her purser, and seen by <em>Strait &amp; Sound</em>, reads:</p>
<ol>
<li>the harbour office, for an anchorage of more than 72 hours (granted on day 2);</li>
<li>the customs service, because spare cable that leaves the depot is an export (day 9);</li>
<li>the environment agency, for work “likely to disturb the seabed” (day 17);</li>
<li>the coast guard, which would not sign before the other three had (day 19).</li>
</ol>
<p>None of the four was slow by its own lights. The environment agency has thirty days and used
eight. Customs asked for a deposit of 410,000 euros, returned it in full, and apologised for the
form, which was written for drums of copper. “Each desk took a week, which is reasonable,” said the
cable consortium’s repair manager, who has held the post since 2011. “There were simply too many
reasonable desks.”</p>
<h3>What a day costs</h3>
<p>A repair ship on standby costs her owners about 70,000 euros a day, and cable owners pay into a
common fund so that one is always within reach. The <a
href="https://cableandcurrent.example/repair-times">trade paper Cable &amp; Current</a>, which has
counted repairs in these waters for fifteen years, finds that the time spent at sea has fallen in
that period from eleven days to seven. The time spent before sailing has risen from three to
sixteen.</p>
<blockquote><p>We have spent fifteen years making the splice faster. The splice was never the
problem.</p></blockquote>
<p>A remedy exists on two coasts that we know of: a standing permit, given once a year to a named
ship and crew, under which the master announces a repair and sails. Inspectors may come aboard at
any time. In the four years since the Maren Islands introduced one they have come aboard twice, and
found a fire extinguisher out of date.</p>
<p>Vesmark’s government told parliament on Wednesday that a bill on standing permits would be
“examined in due course”. The phrase is not reassuring to anyone who was on Santa Ilda last month,
but it is more than was said before. The anchor that did the damage belonged to a coaster with a
crew of five, whose insurer has offered to pay for the cable. Nobody has offered to pay for the
nineteen days.</p>
""")

ISSUE = Issue(
    key="w4-cable",
    series="soundings",
    state="published",
    moment=Moment(-4),
    title="Four hours of splicing, nineteen days of stamps",
    dek="An island’s broken cable was mended before supper, once four offices had agreed to it",
    genre_label="analysis",
    section_label="seabed",
    topics=("cables", "law"),
    bylines=(Byline("amara"), Byline("torvald", "with"), Byline("anh", "illustration")),
    picture=PhotoUse(
        photo="cable-ship",
        alt=prose("""Cutaway drawing of a cable ship: above the water the white ship with its bow
            sheave, below it the cable running down to the seabed."""),
        caption="The Ada Thorvald on station. The cable lies at 840 metres.",
    ),
    lead=LEAD,
    sections=(
        Section(
            heading="In other news of the seabed and the law:",
            briefs=(
                Brief(
                    key="wreck",
                    body=prose("""<p>The ferry <em>Princess Ailsa</em>, lost off Cape Orrin in 1951
                        with 84 people, has been found in 112 metres of water by a survey for a wind
                        farm. The developer has moved three foundations. Families were told before
                        the public was, <a
                        href="https://averilcourier.example/princess-ailsa-found">the Averil
                        Courier</a> reports, “by letter, by name, and by a person at the
                        door”.</p>"""),
                    sources=(
                        Source(
                            "courier",
                            "https://averilcourier.example/princess-ailsa-found",
                            "Callum Adeyemi-Frost",
                        ),
                        Source("fathom", "https://fathomline.example/ailsa-side-scan"),
                    ),
                ),
                Brief(
                    key="sand",
                    body=prose("""<p>Port Averil may take 2.6 million cubic metres of sand from the
                        Hollin banks for its new terminal, a third less than it had asked for. The
                        inspector’s report accepts that the banks break the winter sea before it
                        reaches the town. “They are not a deposit, they are a wall,” it
                        says.</p>"""),
                    sources=(
                        Source("courier", "https://averilcourier.example/hollin-sand-decision"),
                        Source("ledger", "https://harbourledger.example/ports/averil-sand"),
                    ),
                ),
                Brief(
                    key="moratorium",
                    run_in="Nodules can wait.",
                    body=prose("""<p>The Maren parliament voted 19 to 14 to grant no licence for
                        seabed mining before 2040. The one company that had applied told
                        <a href="https://marenbroadcasting.example/nodules-vote">Maren
                        Broadcasting</a> it would “return with better data and younger
                        directors”.</p>"""),
                    sources=(Source("maren", "https://marenbroadcasting.example/nodules-vote"),),
                ),
                Brief(
                    key="drone",
                    body=prose("""<p>A gliding drone that had been silent for seven months came
                        ashore at Brannoch with its log intact: 3,900 miles, 611 dives, and one
                        bite. Its owner, an oceanographic institute, has asked the finder to keep it
                        out of the sun.</p>"""),
                    sources=(
                        Source("wire", "https://northquaywire.example/glider-brannoch"),
                        Source("cable", "https://cableandcurrent.example/glider-log"),
                    ),
                ),
            ),
        ),
        Section(
            heading="From the notices to mariners:",
            standing="notices-to-mariners",
            intro=prose("""<p>Cable operations are complete twelve miles west of Santa Ilda; the
                exclusion zone of one mile is lifted. Anchoring remains prohibited within half a
                mile of both cables.</p>"""),
        ),
        Section(
            heading="On the docket:",
            standing="docket",
            briefs=(
                Brief(
                    key="anchor",
                    body=prose("""<p>The insurer of the coaster that cut the Santa Ilda cable has
                        admitted liability up to the limit for a ship of her size. A hearing on
                        whether the limit applies where an anchor was left unsecured is set for
                        the next term.</p>"""),
                    sources=(
                        Source("passage", "https://passagelaw.example/notes/limit-and-anchor"),
                    ),
                ),
            ),
        ),
    ),
    related=(
        ForeignCard(
            label="Seabed",
            title="How to find a break without leaving the room",
            dek="A pulse of light goes out, and the part that comes back tells you where to sail.",
            opening=prose("""<p>There is a cabinet in the landing station at Port Averil that sends
                a pulse down the glass every few seconds and listens. Along a sound cable the echo
                fades evenly. At a break it stops, and the time it took to stop is a distance.</p>
                <p>The engineer on duty can name the spot to within ten metres before anybody has
                telephoned. What she cannot see is the weather above it, or whose water it
                is.</p>"""),
            url="https://cableandcurrent.example/explained/finding-a-break",
        ),
        OwnCard("w6-pilots"),
    ),
    revisions=(
        Revision(
            after=timedelta(days=2, hours=3),
            kind="correction",
            note=prose("""An earlier version of this issue gave the deposit asked by the customs
                service as 410,000 euros. It was 41,000 euros."""),
            replacements=(
                Replacement(
                    place="lead",
                    old="a deposit of 410,000 euros",
                    new="a deposit of 41,000 euros",
                ),
            ),
        ),
    ),
)
