"""Every verb of press and pictures names who and when, and nobody passes them by position."""

from __future__ import annotations

import inspect

from newsroom import pictures, press
from newsroom.pictures import showing
from newsroom.press import door
from tests.tables import each

OF_AN_ISSUE = ("arm", "rearm", "disarm", "expire", "withdraw", "suppress")
#: Verbs of a picture show no Edition to anybody.
OF_A_PICTURE = ("take_down", "set_rights")


@each(("module", "verbs"), [(door, OF_AN_ISSUE), (showing, OF_A_PICTURE)])
def test_every_public_function_is_a_verb(module, verbs):
    own = {
        name
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if one.__module__ == module.__name__ and not name.startswith("_")
    }
    assert own == set(verbs)


@each("verb", [*OF_AN_ISSUE, *OF_A_PICTURE])
def test_verb_takes_by_and_now_and_what_was_expected_as_keywords_only(verb):
    house = press if verb in OF_AN_ISSUE else pictures
    asked = inspect.signature(getattr(house, verb)).parameters
    names = {"by", "now"} | ({"expecting"} if house is press else set())
    assert {asked[name].kind for name in names} == {inspect.Parameter.KEYWORD_ONLY}
    assert asked["now"].default is None
    assert asked["by"].default is inspect.Parameter.empty
