"""Differences by part and by word, of documents alone."""

from __future__ import annotations

import random
from dataclasses import replace

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
from newsroom.text import words
from newsroom.text.changes import between
from tests.tables import each

LEDGER = Named("o1", "Harbour Ledger")
BASE = Document(
    uid="d",
    title="The pilots go home",
    prefix="Harbour Watch",
    dek="Why the harbour is quiet.",
    genre="Reporting",
    section="Ports",
    byline=(Signature(Named("p1", "Ana Reis"), "author"),),
    topics=(Named("t1", "Pilotage"),),
    picture=PictureUse("u", "a" * 32, "A crane", False, "It stands still.", Credit("Rui Barros")),
    analysis=Analysis("l", "<p>The pilots said they were tired of the night.</p>"),
    sections=(
        Section(
            "s1",
            "Tides",
            intro="<p>High water.</p>",
            briefs=(
                Brief(
                    "b1",
                    "Dredger",
                    "<p>A dredger sank.</p>",
                    (Citation("c1", LEDGER, "https://ledger.example/a"),),
                ),
                Brief("b2", "Fares", "<p>Crossing costs more.</p>"),
            ),
        ),
        Section("s2", "Berths", nothing="Nothing moved this week."),
    ),
    cards=(
        Card("k1", address="https://quarterly.example/tides", title="Tides", label="Essay"),
        Card("k2", folio="f1"),
    ),
)


def told(after: Document, before: Document = BASE) -> list[tuple[str, str, str]]:
    """(what, name, place) of every change."""
    return [(one.what, one.name, one.place) for one in between(before, after)]


def only(after: Document) -> dict[str, str]:
    """The passages of the one change there is: field -> words, with -gone- and +new+ ones."""
    (change,) = between(BASE, after)
    return {passage.field: marked(passage.segments) for passage in change.passages}


def marked(segments) -> str:
    signs = {"equal": "", "del": "-", "ins": "+"}
    text = ""
    for one in segments:
        blank = "" if one.close or not text else " "
        text += f"{blank}{signs[one.what]}{one.text}{signs[one.what]}"
    return text


def rich(before: str, after: str) -> str:
    return marked(words.compare(words.rich(before), words.rich(after)))


def in_section(**fields) -> Document:
    return replace(BASE, sections=(replace(BASE.sections[0], **fields), BASE.sections[1]))


def in_brief(**fields) -> Document:
    first, second = BASE.sections[0].briefs
    return in_section(briefs=(replace(first, **fields), second))


def in_card(**fields) -> Document:
    return replace(BASE, cards=(replace(BASE.cards[0], **fields), BASE.cards[1]))


def in_picture(**fields) -> Document:
    return replace(BASE, picture=replace(BASE.picture, **fields))


def test_same_documents_have_no_difference():
    assert between(BASE, BASE) == []


@each(
    ("after", "expected"),
    [
        (
            replace(BASE, title="The pilots stay home"),
            {"Title": "The pilots -go- +stay+ home"},
        ),
        (replace(BASE, prefix=""), {"Prefix": "-Harbour Watch-"}),
        (replace(BASE, dek=""), {"Dek": "-Why the harbour is quiet.-"}),
        (
            replace(BASE, genre="Essay", section=""),
            {"Genre": "-Reporting- +Essay+", "Label of the section": "-Ports-"},
        ),
        (
            replace(BASE, byline=(*BASE.byline, Signature(Named("p2", "Rui Barros"), "editor"))),
            {"Byline": "Ana Reis (author)+; Rui Barros (editor)+"},
        ),
        (replace(BASE, topics=()), {"Topics": "-Pilotage-"}),
        (in_picture(caption="It moved."), {"Caption": "It -stands still.- +moved.+"}),
        (in_picture(alt="", decorative=True), {"Description": "-A crane- +decorative+"}),
        (
            in_picture(credit=Credit("Rui Barros", licence="CC BY 4.0")),
            {"Credit": "Rui Barros+; CC BY 4.0+"},
        ),
        (in_picture(key="b" * 32), {"Picture": "file -aaaaaaaa- +bbbbbbbb+"}),
        (in_section(heading="High tides"), {"Heading": "-Tides- +High tides+"}),
        (in_section(intro=""), {"Introduction": "-High water.-"}),
        (in_brief(title=""), {"Run-in title": "-Dredger-"}),
        (in_brief(body="<p>A dredger almost sank.</p>"), {"Text": "A dredger +almost+ sank."}),
        (
            in_brief(sources=(Citation("c1", LEDGER, "https://ledger.example/b"),)),
            {"Sources": "Harbour Ledger -https://ledger.example/a- +https://ledger.example/b+"},
        ),
        (
            in_card(address="https://quarterly.example/x"),
            {"Leads to": "-https://quarterly.example/tides- +https://quarterly.example/x+"},
        ),
        (in_card(opening="<p>The gauge.</p>"), {"Opening": "+The gauge.+"}),
        (
            replace(BASE, cards=(BASE.cards[0], Card("k2", folio="f2"))),
            {"Leads to": "-an issue of our own- +an issue of our own+"},
        ),
    ],
)
def test_field_is_compared_by_word(after, expected):
    assert only(after) == expected


def test_every_field_of_a_document_is_seen():
    """A field that only some part of the document holds must not change unseen."""
    told_otherwise = {"uid", "folio", "standing"}
    parts = [
        (BASE, lambda one: one),
        (BASE.picture, lambda one: replace(BASE, picture=one)),
        (BASE.picture.credit, lambda one: in_picture(credit=one)),
        (BASE.analysis, lambda one: replace(BASE, analysis=one)),
        (BASE.sections[0], lambda one: replace(BASE, sections=(one, BASE.sections[1]))),
        (
            BASE.sections[0].briefs[0],
            lambda one: in_section(briefs=(one, BASE.sections[0].briefs[1])),
        ),
        (BASE.cards[0], lambda one: replace(BASE, cards=(one, BASE.cards[1]))),
    ]
    for part, put in parts:
        for name, value in vars(part).items():
            if name in told_otherwise or not isinstance(value, str):
                continue
            after = put(replace(part, **{name: f"Zanzibar {value}"}))
            shown = [
                seg.text for c in between(BASE, after) for p in c.passages for seg in p.segments
            ]
            assert any("Zanzibar" in text for text in shown), (part, name)


def test_part_that_came_or_went_is_shown_whole():
    first, second = BASE.sections[0].briefs
    (gone,) = between(BASE, in_section(briefs=(first,)))
    assert (gone.what, gone.name, gone.place) == ("removed", "Fares", "b2")
    assert {p.field: marked(p.segments) for p in gone.passages} == {
        "Run-in title": "-Fares-",
        "Text": "-Crossing costs more.-",
    }
    (new,) = between(in_section(briefs=(first,)), BASE)
    assert (new.what, marked(new.passages[1].segments)) == ("added", "+Crossing costs more.+")
    assert second.uid == new.place


def test_part_that_was_moved_is_said_to_have_moved_and_where_to():
    first, second = BASE.sections[0].briefs
    (moved,) = between(BASE, in_section(briefs=(second, first)))
    assert (moved.what, moved.passages) == ("moved", ())
    assert (moved.name, moved.now) in {
        ("Dredger", "now after “Fares”"),
        ("Fares", "now first in “Tides”"),
    }
    both = replace(BASE, sections=(BASE.sections[1], BASE.sections[0]))
    assert [one.what for one in between(BASE, both)] == ["moved"]


def test_part_both_moved_and_changed_is_told_twice():
    first, second = BASE.sections[0].briefs
    there = replace(BASE.sections[1], briefs=(replace(first, title="Hopper"),), nothing="")
    after = replace(BASE, sections=(replace(BASE.sections[0], briefs=(second,)), there))
    assert told(after) == [
        ("changed", "Berths", "s2"),
        ("changed", "Hopper", "b1"),
        ("moved", "Hopper", "b1"),
    ]
    assert between(BASE, after)[2].now == "now first in “Berths”"


def test_paragraphs_links_and_emphasis_are_written_out_where_they_changed():
    link = '<p>See <a href="https://{}.example/x">the report</a>, it says.</p>'
    assert rich(link.format("a"), link.format("b")) == (
        "See the report -‹https://a.example/x›- +‹https://b.example/x›+, it says."
    )
    assert rich("<p>High water. Low water.</p>", "<p>High water.</p><p>Low water.</p>") == (
        "High water. +¶+ Low water."
    )
    assert rich("<p>High.</p><p>Low.</p>", "<p>High.</p><blockquote><p>Low.</p></blockquote>") == (
        "High. -¶- +¶ [quotation]+ Low."
    )
    assert rich("<p>It is not so.</p>", "<p>It is <em>not</em> so.</p>") == (
        "It is -not- +*not*+ so."
    )
    assert rich("<p>One<br>two.</p>", "<p>One two.</p>") == "One -↵- two."


def test_what_stayed_is_written_plainly():
    text = '<p>One <strong>two</strong> <a href="https://a.example/">three</a>.</p><p>Four.</p>'
    assert rich(text, text.replace("Four", "Five")) == "One two three. ¶ -Four.- +Five.+"


def test_long_runs_of_what_stayed_are_shortened_around_the_changes():
    row = [f"w{n}" for n in range(100)]
    after = [*row[:30], "new", *row[30:80], *row[81:]]
    text = marked(words.compare(words.plain(" ".join(row)), words.plain(" ".join(after))))
    assert text == (
        f"… {' '.join(row[22:30])} +new+ {' '.join(row[30:38])} … {' '.join(row[72:80])} "
        f"-w80- {' '.join(row[81:89])} …"
    )


def test_texts_that_share_little_are_shown_one_after_the_other():
    old = "Alpha beta gamma delta epsilon zeta eta theta"
    new = "Quite other words stand here now zeta so far"
    assert marked(words.compare(words.plain(old), words.plain(new))) == f"-{old}- +{new}+"


def test_all_words_of_both_texts_are_there():
    chance = random.Random(20310306)
    for _round in range(200):
        old = [chance.choice("abcdefgh") for _ in range(chance.randrange(12))]
        new = [chance.choice("abcdefgh") for _ in range(chance.randrange(12))]
        found = words.compare(words.plain(" ".join(old)), words.plain(" ".join(new)))
        kept = [(one.what, one.text.split()) for one in found]
        if any("…" in text for _what, text in kept):
            continue
        assert [w for what, text in kept if what != "ins" for w in text] == old
        assert [w for what, text in kept if what != "del" for w in text] == new


def _long(chance: random.Random) -> str:
    common = ["the", "a", "of", "to", "and", "pilots", "harbour", "sea", "said", "not"]
    row = [
        chance.choice(common) if chance.random() < 0.5 else f"w{chance.randrange(2000)}"
        for _ in range(110)
    ]
    return f"<p>It was the {' '.join(row)}</p>"


def test_sixty_briefs_that_changed_are_told_one_by_one():
    chance = random.Random(6)
    bodies = [_long(chance) for _ in range(60)]

    def document(change: str) -> Document:
        briefs = tuple(
            Brief(f"b{n}", f"Brief {n}", body.replace(" the ", change, 4))
            for n, body in enumerate(bodies)
        )
        return Document("d", "Long", sections=(Section("s", "All", briefs=briefs),))

    assert len(between(document(" the "), document(" that very "))) == 60


def test_raised_and_lowered_letters_are_part_of_their_word():
    def shown(rich):
        return [token.plain for token in words.rich(rich) if token.plain]

    assert shown(
        "<p>10<sup>6</sup> t of CO<sub>2</sub>-free <strong>H<sub>2</sub></strong>O</p>"
    ) == [
        "10⁶",
        "t",
        "of",
        "CO₂-free",
        "H₂O",
    ]
    assert shown("<p>a<sup>2</sup><br>b <sup>6</sup>Li</p>") == ["a²", "↵", "b", "⁶Li"]
    before, after = words.rich("<p>It is 106 t</p>"), words.rich("<p>It is 10<sup>6</sup> t</p>")
    said = [(one.what, one.text) for one in words.compare(before, after)]
    assert said == [("equal", "It is"), ("del", "106"), ("ins", "10⁶"), ("equal", "t")]
    before, after = words.rich("<p>the 1st day</p>"), words.rich("<p>the 1<sup>st</sup> day</p>")
    said = [(one.what, one.text) for one in words.compare(before, after)]
    assert said[1:3] == [("del", "1st"), ("ins", "1^st^")]


def test_mark_of_a_link_does_not_swallow_what_follows_it():
    tokens = words.rich('<p><a href="https://a.example/">a<sup>2</sup></a>, b</p>')
    assert [token.plain for token in tokens if token.plain] == ["a²", ",", "b"]
