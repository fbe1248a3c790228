"""Three weeks ago: insurance papers of old tankers; withdrawn the next day."""

from datetime import timedelta

from newsroom.demo.story.shape import (
    Brief,
    Byline,
    ForeignCard,
    Issue,
    Moment,
    PhotoUse,
    Section,
    Source,
    Withdrawal,
    prose,
)

LEAD = prose("""
<p>A tanker that enters Port Averil must show that somebody will pay if she spills. The paper is one
page long, and until this year nobody at the harbour office had ever rung the number at its foot.
Then a trainee did. It was answered by a florist.</p>
<p>Since then the office has checked 340 certificates against the register of insurers. Five, all
presented by tankers older than twenty years, name a club that no supervisor has heard of. The five
are printed on the same paper, carry consecutive numbers, and misspell the same word. <em>Strait
&amp; Sound</em> has seen copies of all of them.</p>
<p>“We have been collecting these pages for thirty years as though collecting were checking,” the
deputy harbour master told us. He has asked the ministry for a register that can be searched by a
clerk at night, when most tankers arrive. A similar list exists for aircraft and answers in four
seconds.</p>
<p>The <a href="https://harbourledger.example/insurance/old-tankers">Harbour Ledger</a> estimates
that one crude tanker in eleven on the northern route now sails under cover that could not be called
in. The owners of the five ships did not reply to letters sent to the addresses they had given.
Three of the letters came back.</p>
<p>A spill of the middling kind costs some 60 million euros to clean up. The fund that pays where
insurance fails is filled by the importers of oil, who have begun to ask why they should.</p>
""")

ISSUE = Issue(
    key="w3-certificates",
    series="soundings",
    state="published",
    moment=Moment(-3),
    title="The number at the foot of the page",
    dek="Five old tankers showed Port Averil an insurer that no supervisor has heard of.",
    genre_label="reporting",
    section_label="ports",
    topics=("insurance", "ports"),
    bylines=(Byline("leila"), Byline("ines", "with")),
    picture=PhotoUse(
        photo="container-ship",
        alt="A loaded container ship seen from the side, with a large low sun behind its bow.",
        caption="Traffic off Port Averil on the northern route.",
    ),
    lead=LEAD,
    sections=(
        Section(
            heading="In other news of ports and papers:",
            briefs=(
                Brief(
                    key="stowaways",
                    body=prose("""<p>Four stowaways who were found in a rudder trunk at Tessel were
                        brought ashore after two days of argument about who should feed them. The
                        agent paid. The master has asked for grilles to be fitted, at a cost of 900
                        euros.</p>"""),
                    sources=(Source("wire", "https://northquaywire.example/tessel-rudder-trunk"),),
                ),
                Brief(
                    key="class",
                    body=prose("""<p>Two classification societies withdrew from the Averil register
                        within one week, citing “the burden of liability”. Seventeen ships have
                        ninety days to find another, <a
                        href="https://averilcourier.example/class-societies-leave">the Courier</a>
                        reports.</p>"""),
                    sources=(
                        Source("courier", "https://averilcourier.example/class-societies-leave"),
                        Source("ledger", "https://harbourledger.example/class/averil-exit"),
                    ),
                ),
                Brief(
                    key="lash",
                    run_in="Boxes overboard.",
                    body=prose("""<p>The <em>Corvina Bay</em> lost 38 containers in a beam sea off
                        Skarvoy. Eleven held frozen fish and floated. The coast guard asked yachts
                        to keep out of the area until Sunday.</p>"""),
                    sources=(Source("maren", "https://mb.example/corvina-bay-containers"),),
                ),
            ),
        ),
        Section(
            heading="From the notices to mariners:",
            standing="notices-to-mariners",
            intro=prose("""<p>Containers adrift, eleven sighted, within fifteen miles south-east of
                Skarvoy. Report positions to the coast guard on channel 16.</p>"""),
        ),
        Section(
            heading="On the docket:",
            standing="docket",
            state="nothing",
            nothing_text="The courts are in recess.",
        ),
    ),
    related=(
        ForeignCard(
            label="Insurance",
            title="What a mutual is for",
            dek="Owners who insured each other, because nobody else would",
            opening=prose("""<p>The first clubs met in coffee rooms and insured what underwriters
                would not touch: the quarter of a collision that was the owner’s own affair.</p>
                <p>They had a rule that has outlived the rooms. A member who wanted cover had to be
                known to two others, and they had to have seen the ship.</p>"""),
            url="https://passagelaw.example/essays/what-a-mutual-is-for",
        ),
    ),
    withdrawal=Withdrawal(
        after=timedelta(days=1, hours=9),
        reason=prose("""Three of the five certificates quoted in the lead reached us through one
            broker, who now says that he cannot vouch for them. Taken back until each has been
            compared with the original at the harbour office. Decided by I. Vilarinho."""),
    ),
)
