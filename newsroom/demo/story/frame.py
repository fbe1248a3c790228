"""Publication, people, outlets, topics and labels of the demo; all invented."""

from newsroom.demo.story.shape import FollowLink, Label, Outlet, Person, Publication, Topic, prose

PUBLICATION = Publication(
    name="Strait & Sound",
    tagline="An independent review of shipping, fisheries, ports and the law of the sea",
    language="en",
    zone="Europe/Lisbon",
    postal_address="Strait & Sound\nRua da Doca Seca 41\nPorto Alvar",
    sign_up_url="https://letters.straitandsound.example/sign-up",
    preferred_source_url="https://search.example/preferences/source?q=straitandsound.example",
    follow=(
        FollowLink("Mastodon", "https://social.example/@straitandsound"),
        FollowLink("Bluesky", "https://sky.example/profile/straitandsound.example"),
        FollowLink("LinkedIn", "https://work.example/company/strait-and-sound"),
    ),
)

PEOPLE = (
    Person(
        "ines",
        "Inês Vilarinho",
        prose("""<p>Inês Vilarinho edits <em>Strait &amp; Sound</em> and writes on straits, pilotage
            and the law of passage. She was legal officer of a port authority for nine
            years.</p>"""),
    ),
    Person(
        "torvald",
        "Torvald Eikeseth",
        prose("""<p>Torvald Eikeseth covers fisheries from the quay at Brannoch, where he kept the
            auction’s books before he wrote about them.</p>"""),
    ),
    Person(
        "amara",
        "Amara Nwosu-Reid",
        prose("""<p>Amara Nwosu-Reid reports on what lies on the seabed: cables, pipelines, wrecks
            and the permits for them. She trained as a hydrographic surveyor.</p>"""),
    ),
    Person(
        "leila",
        "Leila Haddaoui",
        prose("""<p>Leila Haddaoui writes on ports, terminals and the people who work in them. Write
            to her at <a
            href="mailto:leila@straitandsound.example">leila@straitandsound.example</a>.</p>"""),
    ),
    Person(
        "marguerite",
        "Marguerite Thibodeau-Shaw",
        prose("""<p>Marguerite Thibodeau-Shaw compiles <em>Port Calls</em> on the Atlantic coast of
            Canada and covers ice, insurance and classification.</p>"""),
    ),
    Person(
        "anh",
        "Thuy Anh Delorme",
        prose(
            """<p>Thuy Anh Delorme draws the charts and pictures of <em>Strait &amp;
            Sound</em>.</p>"""
        ),
    ),
)

OUTLETS = (
    Outlet("ledger", "Harbour Ledger", ("the Ledger",), ("harbourledger.example",)),
    Outlet("wire", "North Quay Wire", ("NQW", "Quay Wire"), ("northquaywire.example",)),
    Outlet("courier", "The Averil Courier", ("the Courier",), ("averilcourier.example",)),
    Outlet(
        "maren",
        "Maren Broadcasting",
        ("MB", "Maren Radio"),
        ("marenbroadcasting.example", "mb.example"),
    ),
    Outlet("fathom", "Fathom Line", (), ("fathomline.example",)),
    Outlet("passage", "Journal of Passage Law", ("JPL",), ("passagelaw.example",)),
    Outlet("barra", "Diário da Barra", ("O Diário",), ("diariodabarra.example",)),
    Outlet("icedesk", "The Ice Desk", ("Ice Desk",), ("icedesk.example",)),
    Outlet("cable", "Cable & Current", ("C&C",), ("cableandcurrent.example",)),
    Outlet(
        "authority",
        "Carrow Strait Authority",
        ("the Authority", "CSA"),
        ("carrowstrait.example",),
    ),
    Outlet("register", "Eastern Shore Register", ("the Register",), ("easternshore.example",)),
    Outlet("windward", "Windward Gazette", ("the Gazette",), ("windwardgazette.example",)),
)

TOPICS = (
    Topic("straits", "Straits"),
    Topic("fisheries", "Fisheries"),
    Topic("ports", "Ports"),
    Topic("seafarers", "Seafarers"),
    Topic("cables", "Seabed cables"),
    Topic("ice", "Sea ice"),
    Topic("insurance", "Insurance"),
    Topic("law", "Law of the sea"),
    Topic("navigation", "Navigation"),
)

LABELS = (
    Label("reporting", "Reporting", "genre"),
    Label("analysis", "Analysis", "genre"),
    Label("roundup", "Round-up", "genre"),
    Label("passage", "Passage", "section"),
    Label("fisheries", "Fisheries", "section"),
    Label("ports", "Ports", "section"),
    Label("seabed", "Seabed", "section"),
)
