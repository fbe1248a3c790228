"""A draft that is not ready: preflight has something to say about it."""

from newsroom.demo.story.shape import Brief, Byline, Issue, PhotoUse, Section, Source, prose

LEAD = prose("""
<p>The boats of Brannoch used to sell their catch where it lay, in boxes, on ice, under a clock.
Since the start of the season a fifth of it has been sold before it was landed, and some of it
before it was caught. A skipper enters what he expects to bring in, a buyer in another country takes
it, and the hall sees the fish for as long as it takes to change lorries.</p>
<p>“It is an honest system,” the auction’s manager said. “It is only that nobody is in the room.”
The price is better, by 6 per cent on average. It is also known to fewer people, because sales
before landing are not read out.</p>
<p>The small boats have noticed. They cannot say at noon what they will have at midnight, and so
they sell under the clock, to benches that are emptier by the week. TK: landings of the under-tens
this season, from the co-operative, promised for Thursday.</p>
<p>The co-operative’s chairwoman wants the old rule back for lots under 200 kilograms, which would
cover nearly all of them. The manager has offered a second clock instead.</p>
""")

ISSUE = Issue(
    key="draft-auction",
    series="soundings",
    state="draft",
    moment=None,
    title="Sold before it is landed",
    dek="",
    genre_label="reporting",
    section_label="fisheries",
    topics=("fisheries", "ports"),
    bylines=(Byline("torvald"),),
    # No alt yet, and not marked decorative.
    picture=PhotoUse(photo="fish-market", caption="The hall at Brannoch before the clock starts."),
    lead=LEAD,
    sections=(
        Section(
            heading="Elsewhere on the fishing grounds:",
            briefs=(
                Brief(
                    key="gear",
                    body=prose("""<p>A scheme that pays skippers for old nets has taken in 74 tons
                        in a year. Half becomes chairs. The other half is waiting for a buyer in a
                        shed at Tessel.</p>"""),
                    sources=(Source("fathom", "https://fathomline.example/old-nets"),),
                ),
                Brief(
                    key="hake",
                    run_in="Hake, early.",
                    body=prose("""<p>Hake have come inshore three weeks before their time, according
                        to two skippers at Brannoch. The institute is checking.</p>"""),
                    sources=(),
                ),
                Brief(
                    key="co-op",
                    body=prose("""<p>The co-operative will vote on Friday week on whether pre-sold
                        lots must be read out at the end of the day.</p>"""),
                    sources=(Source("ledger", "https://harbourledger.example/fish/brannoch-vote"),),
                ),
                # It can wait for a week with more room.
                Brief(
                    key="smokehouse",
                    run_in="The last smokehouse.",
                    body=prose("""<p>Tessel’s last smokehouse has sold its chimney to the town museum
                        and will smoke on electricity from March. The owner says that nobody has
                        tasted the difference. Two of her customers say that they have.</p>"""),
                    sources=(Source("ledger", "https://harbourledger.example/town/smokehouse"),),
                    parked=True,
                ),
            ),
        ),
        # Required and not filled yet.
        Section(heading="From the notices to mariners:", standing="notices-to-mariners"),
    ),
)
