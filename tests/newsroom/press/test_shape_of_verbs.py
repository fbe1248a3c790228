"""Every verb of the press names who and when, and nobody passes them by position."""

from __future__ import annotations

import inspect

import pytest

from newsroom import press
from newsroom.press import door

VERBS = ("arm", "rearm", "disarm", "expire", "withdraw", "suppress", "take_down", "set_rights")
#: Verbs of a picture show no Edition to anybody.
OF_A_PICTURE = {"take_down", "set_rights"}


def test_every_public_function_of_the_press_is_a_verb():
    own = {
        name
        for name, one in inspect.getmembers(door, inspect.isfunction)
        if one.__module__ == door.__name__ and not name.startswith("_")
    }
    assert own == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_verb_takes_by_and_now_and_what_was_expected_as_keywords_only(verb):
    asked = inspect.signature(getattr(press, verb)).parameters
    names = {"by", "now"} | ({"expecting"} if verb not in OF_A_PICTURE else set())
    assert {asked[name].kind for name in names} == {inspect.Parameter.KEYWORD_ONLY}
    assert asked["now"].default is None
    assert asked["by"].default is inspect.Parameter.empty
