"""The specimen's invented copy: one document with much of everything, one with little."""

from __future__ import annotations

from digest.document import (
    Analysis,
    Brief,
    Card,
    Citation,
    Credit,
    Document,
    Named,
    PictureUse,
    Section,
    Signature,
)

LONG_WORD = "Hafenbetriebsgesellschaftsaufsichtsratsvorsitzendenwahl"

CREDITS = {
    "named": Credit(
        creator="Ida Solheim-Castellanos",
        agency="Quayside Pictures",
        licence="CC BY-SA 4.0",
        licence_address="https://licences.example/by-sa/4.0/",
        source_address="https://pictures.example/strand/1187",
    ),
    "person": Credit(creator="Ida Solheim"),
    "agency": Credit(agency="Quayside Pictures", licence="all rights reserved"),
    "line": Credit(line="Handout, Strand harbour office"),
}

LEAD = """<p>The harbour office of Strand has kept a tide book since 1871, in ink, and in January it
stopped. Nobody had decided so. The clerk who filled it in went home with a bad back, and the line
for the ninth of the month is the first that is empty in <em>a hundred and fifty-three years</em>,
as <a href="https://ledger.example/tide-book">the Ledger found out</a>.</p>
<p>A gauge on the pier writes down the same numbers every six minutes. It sends them to a machine
two hundred miles away, which keeps them for ninety days: 10<sup>6</sup> figures of each pier, on
5 km<sup>2</sup> of discs that breathe out CO<sub>2</sub>.</p>
<h3>What a book is for</h3>
<p>The insurers liked the book because it could be held up in court. The pilots liked it because
the clerk wrote beside the figure what the wind had been doing.</p>
<blockquote><p>“A number tells you how high. She told you whether to believe it.”</p></blockquote>
<p>Three things were asked of the office:</p>
<ul><li><p>to find somebody for the mornings;</p></li><li><p>to keep what the gauge says for longer
than a season, and to let the pilots’ guild and the university read it without a fee;</p></li>
<li><p>to say who decides.</p></li></ul>
<h4>In this order</h4>
<ol><li><p>The guild meets on Tuesday.</p></li><li><p>The council meets on Thursday.</p></li></ol>
<p>The address of the minutes is one word long: https://strand.example/"""
LEAD += LONG_WORD.lower() + "</p>"

BRIEF = """<p>Two ferries that cross the sound at the same minute will from May do so at different
ones, the company told <a href="https://post.example/ferries">the Post</a>. The wash of both
together had moved the stones of the old mole by a hand’s breadth in six years.</p>"""


def picture(key: str, credit: str, caption: str = "") -> PictureUse:
    """A picture with one of the four ways of naming whose it is."""
    return PictureUse(
        uid=f"picture-{key}-{credit}",
        key=key,
        alt="A drawing of a coast",
        decorative=False,
        caption=caption,
        credit=CREDITS[credit],
    )


def _sources(*names: str) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            uid=f"source-{number}",
            outlet=Named(f"outlet-{number}", name),
            address=f"https://outlet-{number}.example/story",
            reporter="Marie-Claire Østergaard-Whitcombe" if number == 2 else "",
        )
        for number, name in enumerate(names)
    )


def much() -> Document:
    """Everything an issue can have, and long."""
    people = ["Ines Duarte", "Bartholomew Featherstonehaugh", "Oluwaseun Adébáyọ̀", "Jo Li"]
    roles = ["author", "author", "author", "with"]
    byline = [Signature(Named(f"person-{n}", name), roles[n]) for n, name in enumerate(people)]
    byline.append(Signature(Named("person-4", "Rui Barros"), "editor"))
    byline.append(Signature(Named("person-5", "Thuy Anh Delorme"), "illustration"))
    return Document(
        uid="much",
        prefix="The Tide Book",
        title=f"Nobody decided to stop writing it down, and the {LONG_WORD} is in March",
        dek="A harbour office kept its book of tides for a hundred and fifty-three years. What "
        "the pilots, two insurers and a court in another country did when one line stayed empty",
        genre="Reporting",
        section="Harbours and approaches",
        byline=tuple(byline),
        topics=tuple(
            Named(f"topic-{n}", name)
            for n, name in enumerate(["Tides", "Insurance and liability", "Archives", LONG_WORD])
        ),
        picture=picture(
            "landscape",
            "named",
            "The pier at Strand, at low water. The gauge stands in the shed behind the red buoy; "
            "the office is the third house from the left, outside the picture.",
        ),
        analysis=Analysis("lead", LEAD),
        sections=(
            Section(
                uid="section-1",
                heading="In other news from harbours, sounds and the offices that look after them:",
                intro="<p>Four items, and where each of them comes from.</p>",
                briefs=(
                    Brief("brief-1", "Two ferries, two minutes", BRIEF, _sources("Sound Post")),
                    Brief("brief-2", "", BRIEF, _sources("Ledger", "Sound Post", "Radio Strand")),
                    Brief(
                        "brief-3",
                        f"A title that is long for a brief and has one long word: {LONG_WORD}",
                        "<p>One sentence.</p>",
                        _sources("Ledger", "The Outer Isles Gazette and Advertiser", "Wire", "Sea"),
                    ),
                    Brief("brief-4", "", "<p>An item without a source or a title.</p>"),
                ),
            ),
            Section("section-2", "From the harbour office", intro="<p>The dredger is back.</p>"),
            Section("section-3", "On the docket", nothing="No court that we follow sat this week."),
        ),
        cards=(
            Card("card-1", folio="folio-0"),
            Card(
                "card-2",
                address="https://quarterly.example/lamps",
                label="Essay",
                title="Who lights the lamp when the keeper is a line of code?",
                dek="On the last house with somebody in it, and on the first without.",
                opening="<p>The lamp was lit at four.</p><p>Nobody was there to see it.</p>",
                picture=picture("portrait", "agency", "The lamp, by day"),
            ),
            Card("card-3", address="https://quarterly.example/x", title="Fog", dek="Briefly."),
        ),
    )


def little() -> Document:
    """An issue that has next to nothing: no dek, no picture, one line."""
    return Document(
        uid="little",
        title="Fog",
        byline=(Signature(Named("person-0", "Ines Duarte"), "author"),),
        picture=picture("portrait", "line"),
        analysis=Analysis("lead", "<p>There was fog.</p>"),
        sections=(
            Section("section-1", "Tides", briefs=(Brief("brief-1", "", "<p>High.</p>"),)),
            Section("section-2", "Courts", nothing="Nothing this week."),
        ),
    )


def unsigned() -> Document:
    """An issue without a name or a date of its own style, with the widest of pictures."""
    return Document(
        uid="unsigned",
        title="Who was on the water when the vote was taken",
        dek="And who was not",
        section="Ports",
        picture=picture("strip", "person", "The sound from the air"),
        analysis=Analysis("lead", "<p>“We were,” said the pilots, and nobody wrote it down.</p>"),
    )
