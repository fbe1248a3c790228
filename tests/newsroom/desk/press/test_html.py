"""The pages on the way to the press are valid HTML."""

from __future__ import annotations

import pytest

from tests.factories import HOUR, corrected, issue, own_card, pressed, small_photo, top_picture
from tests.html_validation import validate
from tests.newsroom.desk.places import now, press, verb
from tests.newsroom.press.verbs import retitle


@pytest.mark.validator
def test_pages_of_the_press_are_valid(desk):
    one, other = issue(), issue()
    pressed(other, now=now() - 3 * HOUR, expires_at=now() - HOUR)
    top_picture(one, small_photo())
    pressed(one, now=now() - HOUR)
    retitle(one, "Fog & “ice”")
    corrected(one, now=now())
    retitle(one, "Another title")
    own_card(one, other)
    addresses = [
        press(one),
        verb("preview-frames", one),
        verb("preview-frames", one) + "?at=2431-03-09T02:30",
        verb("withdraw", one),
        verb("edition", one, 2),
        verb("restore-draft", one, 1),
        verb("rearm", one, 1),
    ]
    pages = {address: desk.client.get(address).content for address in addresses}
    looked = desk.open(press(one)).click(
        "Show what will happen", kind="minor", override="Back soon."
    )
    assert "Press it" in looked.buttons
    corrected(other, now() + HOUR, now=now())
    pages["disarm"] = desk.client.get(verb("disarm", other, 2)).content
    pages["look"] = looked.response.content
    assert validate(pages) == []
