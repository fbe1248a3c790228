"""A picture goes from every page at once: taken down, or at the end of its licence."""

import pytest

from digest.models import Picture
from newsroom import pictures
from newsroom.refusals import Refused
from tests.factories import (
    DAY,
    HOUR,
    T0,
    TICK,
    corrected,
    issue,
    photo,
    pressed,
    small_photo,
    top_picture,
)
from tests.newsroom.press.verbs import presser

pytestmark = pytest.mark.django_db


def showable(at):
    return set(Picture.objects.showable(at))


@pytest.fixture
def published():
    """A photo on two live issues, and another one beside it."""
    one = small_photo()
    for _ in range(2):
        draft = issue()
        top_picture(draft, one)
        pressed(draft)
    other = issue()
    top_picture(other, small_photo())
    pressed(other)
    return one, other.top_picture.photo


def test_picture_taken_down_is_shown_nowhere_from_then_on(published):
    one, other = published
    pictures.take_down(one, by=presser(), reason="The photographer asked.", now=T0 + HOUR)
    assert showable(T0 + HOUR - TICK) == {one.picture, other.picture}
    assert showable(T0 + HOUR) == showable(T0 + HOUR + TICK) == {other.picture}


def test_picture_is_shown_until_its_licence_ends(published):
    one, other = published
    pictures.set_rights(one, T0 + DAY, by=presser(), now=T0)
    assert showable(T0 + DAY - TICK) == {one.picture, other.picture}
    assert showable(T0 + DAY) == showable(T0 + DAY + TICK) == {other.picture}


def test_licence_that_was_prolonged_shows_the_picture_again(published):
    one, other = published
    pictures.set_rights(one, T0 + HOUR, by=presser(), now=T0)
    pictures.set_rights(one, None, by=presser(), now=T0 + 2 * HOUR)
    one.refresh_from_db()
    assert (one.rights_until, one.picture.shown_until) == (None, None)
    assert showable(T0 + DAY) == {one.picture, other.picture}


@pytest.mark.parametrize("reason", ["", " "])
def test_taking_down_without_a_reason_is_refused(published, reason):
    one, _ = published
    with pytest.raises(Refused, match="reason"):
        pictures.take_down(one, by=presser(), reason=reason, now=T0)
    assert one.picture in showable(T0 + DAY)


def test_taking_down_twice_is_refused_and_keeps_the_first_moment(published):
    one, _ = published
    pictures.take_down(one, by=presser(), reason="They asked.", now=T0)
    with pytest.raises(Refused, match="taken down already"):
        pictures.take_down(one, by=presser(), reason="They asked.", now=T0 + HOUR)
    assert Picture.objects.get(pk=one.picture.pk).taken_down_at == T0


def test_taking_down_a_photo_without_a_picture_is_refused():
    with pytest.raises(Refused, match="not public"):
        pictures.take_down(photo(ready=False), by=presser(), reason="They asked.", now=T0)


def test_licence_of_a_photo_reaches_the_picture_made_later():
    one = photo(ready=False, rights_until=T0 + DAY)
    assert pictures.develop(one).shown_until == T0 + DAY


@pytest.fixture
def redeveloped():
    """A photo whose original was replaced: the first text has the older picture."""
    one = small_photo()
    draft = issue()
    top_picture(draft, one)
    pressed(draft)
    older = one.picture
    pictures.develop(one)
    corrected(draft, now=T0 + HOUR)
    assert showable(T0 + HOUR) == {older, one.picture}
    return one


def test_taking_down_reaches_pictures_made_of_the_photo_before(redeveloped):
    pictures.take_down(redeveloped, by=presser(), reason="They asked.", now=T0 + 2 * HOUR)
    assert showable(T0 + 2 * HOUR) == set()


def test_licence_reaches_pictures_made_of_the_photo_before(redeveloped):
    pictures.set_rights(redeveloped, T0 + DAY, by=presser(), now=T0 + 2 * HOUR)
    assert showable(T0 + DAY) == set()
