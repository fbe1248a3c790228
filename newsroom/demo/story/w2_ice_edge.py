"""Two weeks ago: cover at the ice edge; without the prefix; one minor revision."""

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
<p>Underwriters draw the ice edge with a ruler. In the clause that most of them use it runs along a
parallel, north of which a ship is not covered at any season unless she has asked, and paid. The ice
itself was last on that line nine weeks ago. On Monday it lay 130 miles behind it, <a
href="https://icedesk.example/charts/weekly">according to the Ice Desk’s weekly chart</a>.</p>
<p>For the nine operators who supply Skarvoy the gap has a price. A single call there costs an extra
38,000 euros in premium, whether or not anybody aboard will see a floe. “I pay for ice in the way
one pays for a parking place in a town one does not visit,” the owner of two of the ships said.</p>
<p>The insurers’ answer is that a moving line would be worse. A chart is a description of yesterday,
and the ships that have come to grief up there were mostly in open water when the wind went round.
Of fourteen claims in ten seasons, the <a
href="https://passagelaw.example/notes/ice-clauses">Journal of Passage Law</a> notes, eight arose
within thirty miles of an edge that had been somewhere else two days earlier.</p>
<p>A committee of brokers has now proposed something between the two: the line stays where it is,
and a ship that carries an ice pilot and takes the chart twice a day may go sixty miles beyond it
for a third of the premium. The premium for the first season would be held in a common account, and
what is not claimed returned.</p>
<p>It is a modest plan, and Skarvoy’s council has already counted what it would be worth: eleven
more calls a year, and potatoes that have not been frozen.</p>
""")

ISSUE = Issue(
    key="w2-ice-edge",
    series="soundings",
    state="published",
    moment=Moment(-2),
    title="Who insures a line that moves?",
    show_prefix=False,
    dek="The ice has left the parallel at which cover ends. The premium has not",
    genre_label="reporting",
    topics=("ice", "insurance"),
    bylines=(Byline("marguerite"), Byline("ines", "editor")),
    picture=PhotoUse(
        photo="ice-edge",
        alt="The edge of the sea ice: broken white floes on dark water, under a low pale sun.",
        caption="The edge south of Skarvoy, where floes give way to open water.",
    ),
    lead=LEAD,
    sections=(
        Section(
            heading="In other news from the north:",
            briefs=(
                Brief(
                    key="icebreaker",
                    body=prose("""<p>Vesmark’s only icebreaker will spend four months in dry dock
                        after cracks were found in a propeller shaft. The navy will lend a tug. It
                        can break forty centimetres, <a
                        href="https://icedesk.example/news/icebreaker-shaft">the Ice Desk</a> notes,
                        “and so can a good ferry”.</p>"""),
                    sources=(
                        Source(
                            "icedesk",
                            "https://icedesk.example/news/icebreaker-shaft",
                            "Pirita Valdés-Holm",
                        ),
                        Source("courier", "https://averilcourier.example/icebreaker-dry-dock"),
                    ),
                ),
                Brief(
                    key="fuel",
                    run_in="Heavy fuel.",
                    body=prose("""<p>Three of the nine Skarvoy supply ships still burn heavy fuel
                        oil under a waiver that ends in four years. Refitting costs 2.1 million
                        euros a ship, according to a letter from the owners that was published by <a
                        href="https://northquaywire.example/skarvoy-heavy-fuel">North Quay Wire</a>;
                        a new ship costs nineteen.</p>"""),
                    sources=(
                        Source("wire", "https://northquaywire.example/skarvoy-heavy-fuel"),
                        Source("ledger", "https://harbourledger.example/fuel/waiver-letter"),
                        Source("icedesk", "https://icedesk.example/news/waiver-explained"),
                    ),
                ),
                Brief(
                    key="cod",
                    body=prose("""<p>Longliners report cod at 79 degrees, a degree further north
                        than any commercial catch on record. The research vessel sent to look found
                        cod, and eleven longliners.</p>"""),
                    sources=(Source("fathom", "https://fathomline.example/cod-at-79"),),
                ),
            ),
        ),
        Section(
            heading="From the notices to mariners:",
            standing="notices-to-mariners",
            state="nothing",
            nothing_text=prose("""No new navigational warnings were issued this week for the waters
                we follow."""),
        ),
    ),
    related=(
        # Its target is withdrawn, so the page prints no card for it.
        OwnCard("w3-certificates"),
        ForeignCard(
            label="Analysis | North",
            title="The season is longer and the margin is not",
            dek="Ten years of calls at Skarvoy, counted",
            opening=prose("""<p>The harbour book of Skarvoy is kept in pencil, because ink freezes.
                It records 412 calls in the past ten years, and beside each of them the name of the
                person who took the first line.</p>
                <p>The earliest call has moved from the ninth of June to the twentieth of April. The
                number of calls has risen by six. The book gives no reason, but the margins hold a
                good deal of arithmetic about premiums.</p>"""),
            url="https://icedesk.example/analysis/harbour-book-of-skarvoy",
            picture=PhotoUse(
                photo="tide-lines",
                decorative=True,
                caption="Tides at four northern harbours",
            ),
        ),
    ),
    revisions=(
        Revision(
            after=timedelta(hours=5),
            kind="minor",
            note="",
            replacements=(
                Replacement(place="dek", old="The premium has not", new="The premium has not."),
                Replacement(
                    place="brief",
                    brief="cod",
                    old="Longliners report cod at 79 degrees, a degree",
                    new="Longliners report cod at 79 degrees north, a degree",
                ),
            ),
        ),
    ),
)
