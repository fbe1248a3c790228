"""A verb that breaks down in the middle leaves everything as it was."""

import pytest
from django.apps import apps

from newsroom import journal, pictures, press
from newsroom.press.expecting import seen
from tests.factories import HOUR, T0, corrected, issue, pressed, small_photo
from tests.newsroom.press.test_expecting import VERBS
from tests.newsroom.press.verbs import presser

pytestmark = pytest.mark.django_db


class PowerCut(Exception):
    """Something nobody thought of."""


def everything():
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for label in ("digest", "newsroom")
        for model in apps.get_app_config(label).get_models()
    }


@pytest.fixture
def power_cut(monkeypatch):
    """The journal's line is the last thing a verb writes: cut it there."""

    def cut(*args, **kwargs):
        raise PowerCut

    return lambda: monkeypatch.setattr(journal, "record", cut)


@pytest.mark.parametrize("verb", VERBS)
def test_verb_that_breaks_down_changes_nothing(verb, power_cut):
    draft = issue()
    editions = [pressed(draft), corrected(draft, T0 + 2 * HOUR, now=T0)]
    asked = {"by": presser(), "expecting": seen(draft, at=T0 + HOUR), "now": T0 + HOUR}
    before = everything()
    power_cut()
    with pytest.raises(PowerCut):
        VERBS[verb](editions, asked)
    assert everything() == before


def test_first_pressing_that_breaks_down_leaves_no_folio(power_cut):
    draft = issue()
    asked = {"by": presser(), "expecting": seen(draft, at=T0), "now": T0}
    before = everything()
    power_cut()
    with pytest.raises(PowerCut):
        press.arm(draft, **asked)
    assert everything() == before


PICTURE_VERBS = {
    "take_down": lambda one, by: pictures.take_down(one, by=by, reason="They asked.", now=T0),
    "set_rights": lambda one, by: pictures.set_rights(one, T0, by=by, now=T0),
}


@pytest.mark.parametrize("verb", PICTURE_VERBS)
def test_picture_verb_that_breaks_down_changes_nothing(verb, power_cut):
    one, by = small_photo(), presser()
    before = everything()
    power_cut()
    with pytest.raises(PowerCut):
        PICTURE_VERBS[verb](one, by)
    assert everything() == before
