"""The next issue: lights when satellites fail; armed."""

from newsroom.demo.story.shape import (
    Brief,
    Byline,
    Issue,
    Moment,
    OwnCard,
    PhotoUse,
    Section,
    Source,
    prose,
)

LEAD = prose("""
<p>The keeper of Cape Orrin light goes home at the end of the year. He is the last on this coast,
has been told so four times since 1994, and has unpacked four times. On each occasion something had
happened to make the authorities think again. This time it was his own log.</p>
<p>For two winters he has noted, beside wind and visibility, every ship that called him on the radio
to ask where she was. There were 58. Their satellite receivers had placed them inland, or at an
airport, or where they had been an hour before. Most of the calls came on the same nine nights.
Whoever was disturbing the signal, the <a href="https://fathomline.example/jamming-log">survey of
interference</a> published this week has filled in the same nights from the other side.</p>
<p>“A lamp cannot be persuaded that it is somewhere else,” the director of the lights told a
committee of parliament on Wednesday. Her request was modest: to keep eleven major lights at their
present strength, which three years ago were to be dimmed to save 140,000 euros, and to put back the
fog signal at the Sow.</p>
<p>The larger plan, a chain of radio beacons that would give a position without any satellite, has a
price of 22 million and a date ten years off. Until then ships have the radar, the lead line and the
light. A master who has used all three in one night, and wrote to us about it, asks only that the
charts say which lights will still be there.</p>
<p>They will, from the next edition. The keeper has been asked to stay until it is printed.</p>
""")

ISSUE = Issue(
    key="armed-lamp",
    series="soundings",
    state="armed",
    moment=Moment(1),
    title="A lamp knows where it is",
    dek="Fifty-eight ships asked a lighthouse keeper for their position. He wrote them down.",
    genre_label="reporting",
    section_label="passage",
    topics=("navigation", "straits", "seafarers"),
    bylines=(Byline("ines"), Byline("anh", "illustration")),
    picture=PhotoUse(
        photo="lighthouse",
        alt="A tall striped lighthouse on a rock throws two beams over a night sea.",
        caption="Cape Orrin light, built in 1871, seen from the landing.",
    ),
    lead=LEAD,
    sections=(
        Section(
            heading="Also in the straits and approaches this week:",
            briefs=(
                Brief(
                    key="spoofing",
                    body=prose("""<p>Insurers will ask for a paper plot. From next month a claim for
                        a grounding in the waters east of the Sow must be accompanied by positions
                        taken by eye or radar at least once an hour, according to a circular seen by
                        <a href="https://harbourledger.example/insurance/paper-plot">the
                        Ledger</a>.</p>"""),
                    sources=(
                        Source("ledger", "https://harbourledger.example/insurance/paper-plot"),
                        Source("passage", "https://passagelaw.example/notes/plot-clause"),
                    ),
                ),
                Brief(
                    key="vts",
                    run_in="A new watch.",
                    body=prose("""<p>The Strait Authority is looking for fourteen radar operators
                        and has had six applications. The work is in shifts of twelve hours and pays
                        31,400 euros. “Less than the ferry’s purser,” <a
                        href="https://northquaywire.example/authority-vacancies">North Quay Wire</a>
                        observes, “for watching the ferry.”</p>"""),
                    sources=(
                        Source("wire", "https://northquaywire.example/authority-vacancies"),
                        Source("authority", "https://carrowstrait.example/work/radar-operators"),
                    ),
                ),
                Brief(
                    key="whales",
                    body=prose("""<p>A speed limit of ten knots off Santa Ilda, introduced for the
                        whales’ passage last season, was kept by 71 per cent of ships. No whale was
                        struck. The limit will return when they do.</p>"""),
                    sources=(Source("barra", "https://diariodabarra.example/baleias-velocidade"),),
                ),
            ),
        ),
        Section(
            heading="From the notices to mariners:",
            standing="notices-to-mariners",
            state="nothing",
            nothing_text="The week’s notices to mariners only repeat those already in force.",
        ),
    ),
    related=(OwnCard("w6-pilots"), OwnCard("w1-shore-power")),
)
