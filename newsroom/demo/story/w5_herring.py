"""Five weeks ago: the herring of Lisse Bank; updated three days later."""

from datetime import timedelta

from newsroom.demo.story.shape import (
    Brief,
    Byline,
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
<p>The herring that were counted on Lisse Bank in 2009, when the shares of the catch were last
fixed, spawned some ninety miles south of where their descendants spawn now. The fish have crossed
two boundaries since. The shares have not moved at all.</p>
<p>So Vesmark, which holds 61 per cent of the quota, landed 38 per cent of it last season and let
the rest lapse. The Maren Islands, with 17 per cent, closed their fishery in the third week of the
season, with the shoals still under the boats. “We were steaming home through them,” the skipper of
the <em>Hild Marie</em> told <a href="https://marenbroadcasting.example/herring-closure">Maren
Broadcasting</a>. “You could see them on the sounder the whole way in.”</p>
<p>Both sides brought scientists to the talks that opened in Brannoch on Monday, and for once the
scientists agree. The <a href="https://fathomline.example/lisse-assessment">joint assessment</a>
puts 70 per cent of the spawning stock in Maren waters and gives the total as healthy. What the two
delegations dispute is what such a figure is for. Vesmark’s fisheries ministry argues that a share
is a right earned by a history of fishing; the Maren government, that it is a measure of where the
fish are.</p>
<p>There is a compromise in the file, and it is an old one: sharing by history for a stated number
of years, by presence afterwards, with a tenth of the difference moved each season. Two other banks
have lived with it. It would cost Vesmark’s fleet about 3,400 tons in the first year, which is less
than that fleet failed to catch.</p>
<p>The talks ended on Thursday without a text and without a date.</p>
""")

ISSUE = Issue(
    key="w5-herring",
    series="soundings",
    state="published",
    moment=Moment(-5),
    title="The herring moved, the paper did not",
    dek="Can a quota of 2009 be fished where the fish of 2009 no longer are?",
    genre_label="reporting",
    section_label="fisheries",
    topics=("fisheries", "law"),
    bylines=(Byline("torvald"), Byline("ines", "editor")),
    picture=PhotoUse(
        photo="trawler",
        alt="A red-hulled trawler hauls its net over the stern while gulls circle it at sunrise.",
        caption="A stern trawler hauls on the northern edge of Lisse Bank.",
    ),
    lead=LEAD,
    sections=(
        Section(
            heading="Elsewhere on the fishing grounds:",
            briefs=(
                Brief(
                    key="crab",
                    body=prose("""<p>Brannoch’s crab boats landed 212 tons in the first fortnight of
                        the season, twice last year’s figure, and the price fell by a third. The
                        co-operative has asked members to leave pots in the water for a week. About
                        half have, <a
                        href="https://harbourledger.example/fish/brannoch-crab-glut">the Ledger</a>
                        reports; the other half “fish for them as well”, in the words of its
                        chairwoman.</p>"""),
                    sources=(
                        Source(
                            "ledger",
                            "https://harbourledger.example/fish/brannoch-crab-glut",
                            "Odile Farquhar-Nunes",
                        ),
                    ),
                ),
                Brief(
                    key="observers",
                    run_in="Cameras for people.",
                    body=prose("""<p>From next season all vessels over 18 metres on the Tessel
                        grounds will carry cameras instead of one voyage in ten with an observer.
                        The skippers’ association supports the change on grounds of cost. The
                        observers’ union told <a
                        href="https://northquaywire.example/observers-cameras">North Quay Wire</a>
                        that a camera “sees the deck and not the sorting”.</p>"""),
                    sources=(
                        Source("wire", "https://northquaywire.example/observers-cameras"),
                        Source("fathom", "https://fathomline.example/camera-trial-results"),
                    ),
                ),
                Brief(
                    key="eel",
                    body=prose("""<p>Customs officers at Porto Alvar found 64 kilograms of live
                        glass eels in a consignment declared as mussels. Two people were charged.
                        The eels were released the same night above the second weir, according to <a
                        href="https://diariodabarra.example/meixao-apreensao">Diário da
                        Barra</a>.</p>"""),
                    sources=(Source("barra", "https://diariodabarra.example/meixao-apreensao"),),
                ),
            ),
        ),
        Section(
            heading="From the notices to mariners:",
            standing="notices-to-mariners",
            state="nothing",
            nothing_text=("The week’s notices to mariners only repeat those already in force."),
        ),
        Section(
            heading="On the docket:",
            standing="docket",
            briefs=(
                Brief(
                    key="net-fine",
                    body=prose("""<p>The appeal court at Averil upheld a fine of 48,000 euros
                        against the owner of a beam trawler for a blinder, a finer net hidden inside
                        the legal one. It left open whether the whole catch may be forfeited or only
                        the part under size.</p>"""),
                    sources=(
                        Source("passage", "https://passagelaw.example/notes/averil-blinder"),
                        Source("courier", "https://averilcourier.example/court/trawler-fine"),
                    ),
                ),
            ),
        ),
    ),
    related=(OwnCard("w6-pilots"),),
    revisions=(
        Revision(
            after=timedelta(days=3, hours=4),
            kind="update",
            note=prose("""Updated after the two governments announced an interim share for the
                coming season; the last paragraph is new."""),
            replacements=(
                Replacement(
                    place="lead",
                    old="<p>The talks ended on Thursday without a text and without a date.</p>",
                    new=prose("""<p>The talks ended on Thursday without a text. On Monday morning
                        the two governments said, in identical statements of five lines, that 2,000
                        tons would pass from Vesmark to the Maren Islands for the coming season
                        only, and that the scientists would meet again before the next.</p>"""),
                ),
            ),
        ),
    ),
)
