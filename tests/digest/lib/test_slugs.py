"""Addresses made of words."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from digest.lib.slugs import ROUTE, base, is_plain, validate_plain
from tests.tables import each


@each(
    ("words", "address"),
    [
        ("The pilots go home", "the-pilots-go-home"),
        ("__proto__ -- of a_tide", "proto-of-a-tide"),
        ("Straße, Łódź, Ærø", "strasse-lodz-aero"),
        ("Häfen", "hafen"),
        ("Glaces dérivantes d’Ørsted", "glaces-derivantes-dorsted"),
        ("Þorlákshöfn, İzmir, Đà Nẵng, œuvre", "thorlakshofn-izmir-da-nang-oeuvre"),
        ("Me\u0301me lettre", "meme-lettre"),
        ("co\u00adoperate \u200bnow", "cooperate-now"),
        ("Порт закрыт", "port-zakryt"),
        ("Объезд", "obezd"),
        ("Το λιμάνι", "to-limani"),
        ("ميناء حيفا", "myn-hyf"),
        ("נמל חיפה", "nml-hyfh"),
        ("新聞", "xin-wen"),
        ("港の一週間", "gang-no-yi-zhou-jian"),
        ("항구 소식", "hanggu-sosig"),
        ("🚢 Ships & ¡boats!", "ships-boats"),
        ("潮" * 40, "-".join(["chao"] * 12)),
        ("--", "issue"),
        ("🚢", "issue"),
        ("", "issue"),
        ("tide " * 20, "-".join(["tide"] * 12)),
        # Never cut within a word: one that is too long is left out with what follows.
        ("a " + "b" * 60 + " c", "a"),
        ("b" * 60, "b" * 60),
        ("b" * 61 + " c", "issue"),
    ],
)
def test_what_is_proposed_is_an_address_that_is_accepted(words, address):
    assert base(words, otherwise="issue") == address
    assert is_plain(address)


@given(st.text(max_size=200))
def test_whatever_is_proposed_is_plain_short_and_on_a_route(words):
    proposed = base(words, otherwise="issue")
    assert is_plain(proposed)
    assert re.match(ROUTE, proposed)
    assert len(proposed) <= 60
    assert base(proposed, otherwise="issue") == proposed


@each(
    "slug",
    ["", "-", "The-tide", "a--b", "a_b", "a-", "-a", "ebb/flow", "häfen", "a\n", "a b", "١"],
)
def test_what_is_no_plain_address(slug):
    assert not is_plain(slug)
    with pytest.raises(ValidationError):
        validate_plain(slug)
