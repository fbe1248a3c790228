"""A template can be read, and a partial says what it needs and gets nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from digest.templatetags.reading import unbroken

TEMPLATES = Path(__file__).parent.parent / "templates"
ALL = sorted(TEMPLATES.rglob("*.html"))
LONGEST = 160
#: What a page has without asking, and a partial only where it is passed on.
OF_THE_REQUEST = {
    "perms": r"\bperms\.|=perms\b",
    "csrf_token": r"\{% csrf_token %\}|=csrf_token\b",
    "request": r"\brequest\.",
}

_INCLUDE = re.compile(r"\{% include (.+?) %\}")
_NEEDS = re.compile(r"(?:\{# |\{% comment %\})(Needs.*?)(?:#\}|\{% endcomment %\})", re.DOTALL)


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def is_whole(markup: str) -> bool:
    """Whether it is a page, and no part of one."""
    return markup.startswith("{% extends ") or "<!doctype html>" in markup


def needs(markup: str) -> set[str]:
    """The words of the comment that a partial begins with."""
    found = _NEEDS.match(markup)
    return set(re.findall(r"\w+", found[1])) if found else set()


def passed(include: str) -> set[str]:
    return set(re.findall(r" (\w+)=", include))


PARTIALS = [path for path in ALL if not is_whole(path.read_text())]


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_line_is_long(path: Path):
    long = [line for line in path.read_text().splitlines() if len(line) > LONGEST]
    assert long == []


@pytest.mark.parametrize("path", ALL, ids=name)
def test_an_include_passes_what_is_needed_and_only_that(path: Path):
    markup = path.read_text()
    # Django reads no tag that goes over a line: it would be printed as it stands.
    assert len(re.findall(r"\{%\s*include\b", markup)) == len(_INCLUDE.findall(markup))
    for include in _INCLUDE.findall(markup):
        assert include.endswith(" only"), include
        included = TEMPLATES / include.split()[0].strip('"')
        if included.is_file():
            assert passed(include) - needs(included.read_text()) == set(), include
            assert asked_of_the_request(included) - passed(include) == set(), include


def asked_of_the_request(path: Path) -> set[str]:
    markup = _NEEDS.sub("", path.read_text())
    return {word for word, use in OF_THE_REQUEST.items() if re.search(use, markup)}


@pytest.mark.parametrize("path", PARTIALS, ids=name)
def test_a_partial_begins_with_what_it_needs(path: Path):
    assert _NEEDS.match(path.read_text())
    assert asked_of_the_request(path) <= needs(path.read_text())


def test_the_census_sees_partials_and_pages():
    included = {
        include.split()[0].strip('"')
        for path in ALL
        for include in _INCLUDE.findall(path.read_text())
    }
    ours = {name(path) for path in ALL}
    assert len(included & ours) > 30
    assert included & ours <= {name(path) for path in PARTIALS}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<a>one</a>\n    , <b>two</b>", "<a>one</a>, <b>two</b>"),
        ("one\n  two\nthree", "onetwo\nthree"),
        ("one \n  two", "one two"),
    ],
)
def test_what_is_written_over_several_lines_is_said_in_one(written, said):
    assert unbroken(written) == said
