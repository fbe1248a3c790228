"""The screen of an issue, and the fragments that come into it, are valid HTML."""

from __future__ import annotations

import pytest
from django.urls import reverse

from newsroom.writing import tray
from tests.factories import (
    HOUR,
    brief,
    foreign_card,
    issue,
    own_card,
    pressed,
    section,
    small_photo,
    standing,
    top_picture,
)
from tests.html_validation import validate
from tests.newsroom.desk.places import change, now
from tests.newsroom.desk.small import Small
from tests.newsroom.press.verbs import retitle


@pytest.mark.validator
def test_screen_and_its_fragments_are_valid(desk):
    other, draft = issue(), issue()
    pressed(other, now=now() - HOUR)
    place = section(draft, "Fog & “ice”")
    parts = [draft, draft.analysis, place, brief(place, title="Dredger")]
    parts += [top_picture(draft, small_photo()), foreign_card(draft), own_card(draft, other)]
    pressed(draft, now() + HOUR, now=now())
    retitle(draft, "Fog & “ice”")
    armed = desk.client.get(change(draft)).content
    assert b"Replace what goes out" in armed
    standing(draft.series)
    brief(place, "")
    small = Small(desk, draft)
    page = desk.client.get(change(draft)).content
    head = "<!doctype html><html lang=en><meta charset=utf-8><title>Part</title><body>"
    head += "<h1>An issue</h1><h2>Its parts</h2>"
    # What the fragment's fields refer to stands in the page around it.
    for what in ("people", "topics", "outlets", "photos", "issues"):
        head += f"<datalist id=suggested-{what}></datalist>"
    pages = {"armed": armed, "screen": page}
    for one in parts:
        opened = small.get(small.at(one)).response.content.decode()
        pages[f"open {type(one).__name__}"] = f"{head}<main>{opened}</main></html>".encode()
    tray.park(place.briefs.first(), by=desk.user)
    lying = small.get(small.at(place, "tray/")).response.content.decode()
    assert "Take it" in lying
    removed = small.post(small.at(draft.top_picture, "remove/")).response.content.decode()
    assert "Bring it back" in removed
    pages["removed"] = f"{head}<main>{removed}</main></html>".encode()
    pages["tray"] = f"{head}<main>{lying}</main></html>".encode()
    address = reverse("admin:desk-parked", args=[place.briefs.first().pk])
    pages["parked"] = desk.client.get(address).content
    pages["board"] = desk.client.get(reverse("admin:index")).content
    assert b"Parked briefs" in pages["board"]
    assert validate(pages) == []
