"""Last week: shore power at Port Averil; the newest text of the demo."""

from newsroom.demo.story.shape import (
    Brief,
    Byline,
    ForeignCard,
    Issue,
    Moment,
    OwnCard,
    PhotoUse,
    Section,
    Source,
    prose,
)

LEAD = prose("""
<p>There are six sockets on the west quay at Port Averil, each the size of a wardrobe, each able to
feed a large container ship while she lies alongside. They were finished last year, on time and for
34 million euros. On Thursday a ship was plugged into one of them. That made eleven in the
past six months.</p>
<p>In the same months 418 ships that could have used them burned their own fuel instead. The smoke
is why the sockets were built: the school on Chandlers’ Hill, 900 metres downwind, keeps its windows
shut on days when three ships are in. “We were told it would be over by Easter,” its head teacher
said at a <a href="https://averilcourier.example/council/west-quay-hearing">council hearing on
Tuesday</a>. “Nobody said which.”</p>
<h3>The plug is not the problem</h3>
<p>Most accounts of the matter stop at the ships, and it is true that many are not fitted. But 418
were. What kept them from connecting, by the port’s own log, was this:</p>
<ul>
<li>in 96 cases the ship stayed less than eight hours, and the two hours it takes to connect were
thought not worth it;</li>
<li>in 61 the cable did not reach, because the ship lay port side to;</li>
<li>in 240 the terminal was told by the grid company that the power was not there;</li>
<li>in 21 the log gives no reason.</li>
</ul>
<p>The third figure is the one to look at. A large ship with a thousand refrigerated boxes draws
seven and a half megawatts, as much as the old town. The line that feeds the quay carries nineteen,
of which the cranes take eight. Two ships therefore fit on paper; six sockets were bought. A second
line was part of the plan, was put out to tender, and was taken out again when the lowest bid came
in at twice the estimate. Grants from the climate fund paid for what stands on the quay. They did
not pay for what lies under the road.</p>
<blockquote><p>We bought six taps and left the pipe for later. I have the minutes. I voted for
it.</p></blockquote>
<p>That was the chair of the harbour board, who is retiring shortly and has become easy to quote.
Her successor will inherit an offer. The grid company would build the second line in twenty-six
months if the port guaranteed to use 60 per cent of it, whether ships come or not. The port’s
lawyers advise against signing. <a href="https://harbourledger.example/ports/averil-guarantee">The
Ledger</a>, which has read the draft, puts the worst case at 3.1 million euros a year.</p>
<h3>What others did</h3>
<p>Porto Alvar, with a quarter of the traffic, went the other way about. It built one socket, and
next to it a hall of batteries that charge at night and cover the peak. The arrangement serves one
large ship or three small ones, was used 207 times last year, and cost nine million. It is not
elegant. “It is a bucket under a thin tap,” the engineer who designed it told <a
href="https://diariodabarra.example/energia-cais-baterias">Diário da Barra</a>, “and the bucket is
full every morning.”</p>
<p>From 2030 the large ports of the region must be able to offer power to nine calls in ten. The
rule speaks of sockets. It is silent about lines, transformers and the hour at which a ship arrives,
and a port can meet the letter of it with six cupboards on an empty cable. Averil already does. The
school has been offered filters.</p>
""")

ISSUE = Issue(
    key="w1-shore-power",
    series="soundings",
    state="published",
    moment=Moment(-1),
    title="Port Averil has the plugs, not the power",
    dek="Six sockets, eleven ships: what stands between a quay and its electricity",
    genre_label="analysis",
    section_label="ports",
    topics=("ports", "seafarers"),
    bylines=(
        Byline("leila"),
        Byline("amara", "with"),
        Byline("ines", "editor"),
    ),
    picture=PhotoUse(
        photo="harbour-dusk",
        alt=prose("""Container cranes stand in a row above a harbour at dusk, with a ship alongside
            and the lights of the town in the water."""),
        caption=prose("""The west quay at Port Averil. Three of the four ships in port that evening
            ran their own engines."""),
    ),
    lead=LEAD,
    sections=(
        Section(
            heading="In other news related to ports and the people in them:",
            briefs=(
                Brief(
                    key="abandoned",
                    body=prose("""<p>Nine seafarers left the coaster <em>Lady Prosper</em> at Tessel
                        after 143 days without pay. A welfare fund advanced four months’ wages and
                        the fares home. The ship was sold on the quay for 212,000 euros, <a
                        href="https://northquaywire.example/lady-prosper-sold">North Quay Wire</a>
                        reports, which covers the wages and a part of the berth. “They asked for the
                        ship’s clock,” the harbour master said. “They have it.”</p>"""),
                    sources=(
                        Source(
                            "wire",
                            "https://northquaywire.example/lady-prosper-sold",
                            "Benedikt Asante-Moura",
                        ),
                        Source("ledger", "https://harbourledger.example/crew/lady-prosper"),
                    ),
                ),
                Brief(
                    key="pilots-deal",
                    run_in="One pilot will do.",
                    body=prose("""<p>Vesmark and the Maren Islands have suspended their double
                        pilotage in Carrow Strait for six months. Until then one pilot of either
                        service is enough for a ship of any size, the <a
                        href="https://carrowstrait.example/notices/pilotage-interim">Strait
                        Authority</a> announced. The 27 invoices stay in a drawer. “Whose drawer is
                        being negotiated,” an official of the Authority told <a
                        href="https://marenbroadcasting.example/one-pilot">Maren
                        Broadcasting</a>.</p>"""),
                    sources=(
                        Source(
                            "authority", "https://carrowstrait.example/notices/pilotage-interim"
                        ),
                        Source("maren", "https://marenbroadcasting.example/one-pilot"),
                    ),
                ),
                Brief(
                    key="empties",
                    body=prose("""<p>Empty containers now take up 44 per cent of the yard at Port
                        Averil, against 29 a year ago. The terminal has raised the charge for
                        leaving one beyond the seventh day to 31 euros, and two lines have begun to
                        take theirs to a field inland.</p>"""),
                    sources=(Source("courier", "https://averilcourier.example/yard/empty-boxes"),),
                ),
                Brief(
                    key="dockers",
                    body=prose("""<p>Crane drivers at Porto Alvar will work from a control room two
                        kilometres from the quay within a year. Their union agreed after the company
                        dropped a plan to give each driver three cranes; it will be two. The room
                        has windows, at the union’s request, “and they open”.</p>"""),
                    sources=(
                        Source(
                            "barra",
                            "https://diariodabarra.example/gruas-remotas-acordo",
                            "Duarte Simões-Pell",
                        ),
                        Source("wire", "https://northquaywire.example/alvar-remote-cranes"),
                    ),
                ),
                Brief(
                    key="tug",
                    body=prose("""<p>The tug <em>Sturdy</em>, launched in 1938 and until last week
                        the oldest in daily service on this coast, made her last tow, bringing in a
                        dredger that is to deepen her own berth for her successor.</p>"""),
                    sources=(Source("fathom", "https://fathomline.example/last-tow-sturdy"),),
                ),
            ),
        ),
        Section(
            heading="From the notices to mariners:",
            standing="notices-to-mariners",
            intro=prose("""<p>Two notices concern readers of this review. The racon on the Sow, in
                Carrow Strait, has been replaced and may be used again. At Hollin Reach the lifting
                bridge will not open on weekdays between 7:30 and 9:00 until the end of the
                month.</p>"""),
        ),
        Section(
            heading="On the docket:",
            standing="docket",
            state="nothing",
            nothing_text="No maritime court or tribunal that we follow sat this week.",
        ),
    ),
    related=(
        OwnCard("w4-cable"),
        ForeignCard(
            label="Reporting | Ports",
            title="The auction that starts at four",
            dek="Before the town is up, Brannoch has sold its fish twice",
            opening=prose("""<p>The clock on the wall of the auction hall at Brannoch runs
                backwards. It starts at a price that nobody will pay and falls until somebody stops
                it, which takes between two and nine seconds.</p>
                <p>At four in the morning there are thirty-one buyers on the benches and about as
                many on screens in other towns. The ones on the benches say that a fish has to be
                smelt. The ones on the screens bought 58 per cent of it last year.</p>"""),
            url="https://harbourledger.example/reportage/auction-at-four",
            picture=PhotoUse(
                photo="fish-market",
                alt="Striped awnings over market stalls, with crates of fish on ice.",
                caption="Market morning at Brannoch",
            ),
        ),
        OwnCard("w2-ice-edge"),
    ),
)
