"""The prefix of a series, pasted into the title before which it stands already."""

from __future__ import annotations

from newsroom.text.titles import repeats, without_prefix
from tests.tables import each

PREFIX = "Diplomacy Watch"

REPEATED = [
    "Diplomacy Watch: The envoy stays",
    "Diplomacy Watch:The envoy stays",
    "  diplomacy   watch : The envoy stays",
    "DIPLOMACY WATCH – The envoy stays",
    "Diplomacy Watch—The envoy stays",
    "Diplomacy Watch - The envoy stays",
    "Diplomacy Watch -- The envoy stays",
    "Diplomacy Watch | The envoy stays",
    "Diplomacy Watch · The envoy stays",
    "Diplomacy-Watch: The envoy stays",
    "Diplomacy\u00a0Watch： The envoy stays",
    "Diplomacy_Watch: The envoy stays",
    "Diplomacy Watch: Diplomacy Watch: The envoy stays",
    "Diplomacy Watch – diplomacy watch: — The envoy stays",
]


@each("title", REPEATED)
def test_the_prefix_is_taken_out(title: str):
    assert without_prefix(title, PREFIX) == "The envoy stays"
    assert repeats(title, PREFIX)
    assert not repeats("The envoy stays", PREFIX)


@each(
    ("title", "prefix"),
    [
        ("Diplomacy Watch begins anew", PREFIX),
        ("Diplomacy Watch, a year on", PREFIX),
        ("Diplomacy Watchers: who they are", PREFIX),
        ("The Diplomacy Watch: an essay", PREFIX),
        ("Soundings-based maps", "Soundings"),
        ("A title", ""),
        ("— a title", "—"),
        ("", PREFIX),
    ],
)
def test_a_title_that_only_looks_like_it_stays(title: str, prefix: str):
    assert without_prefix(title, prefix) == title


@each("title", [PREFIX, "Diplomacy Watch:", " diplomacy watch – "])
def test_a_title_that_is_the_prefix_repeats_it(title: str):
    assert repeats(title, PREFIX)
    assert without_prefix(title, PREFIX) == ""


def test_letters_of_other_scripts_and_composed_ones_are_compared_too():
    assert without_prefix("ДИПЛОМАТИЯ: Посол", "Дипломатия") == "Посол"
    assert without_prefix("Cafe\u0301: um barco", "Café") == "um barco"
    assert without_prefix("Strait and Sound: A", "Strait & Sound") != "A"
    assert without_prefix("Strait – Sound: A", "Strait & Sound") == "A"
