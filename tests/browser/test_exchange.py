"""The top picture is exchanged on the screen, without loading it anew."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from newsroom.models import Photo
from tests.browser.atscreen import AtScreen
from tests.browser.test_screen import draft
from tests.factories import small_photo, top_picture

__all__ = ["draft"]


def test_top_picture_is_exchanged(page: Page, draft, complaints):
    first, second = small_photo(), small_photo()
    Photo.objects.filter(pk=second.pk).update(name="New crane")
    top_picture(draft, first)
    page.reload()
    expect(page.locator(".screen[data-ready]")).to_be_visible()
    slot, desk = page.locator("#slot-picture"), AtScreen(page)
    desk.click(slot.locator("summary"))
    desk.click(slot.get_by_role("button", name="Remove"))
    expect(slot.get_by_text("is removed.")).to_be_visible()
    slot.get_by_label("or one we have").fill("New crane")
    slot.get_by_label("or one we have").press("Enter")
    expect(slot.locator("form.part-form")).to_be_visible()
    expect(slot.get_by_text("is removed.")).to_have_count(0)
    assert draft.top_picture.photo == second
    assert complaints == []
