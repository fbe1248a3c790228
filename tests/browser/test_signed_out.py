"""Who is signed out while a form stands open keeps what they have typed."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from digest.models import Person
from tests.browser.test_desk_pages import draft  # noqa: F401
from tests.factories import person
from tests.newsroom.desk.places import verb

TEXT = "Ines of the harbour office"
PASSWORD = "a long enough password"


def sign_out(page: Page) -> None:
    """In another tab, or because the session is over."""
    page.context.clear_cookies()


def test_form_is_sent_once_the_person_is_back(page, draft):  # noqa: F811
    one = person("Ines Valadares")
    page.goto(reverse("admin:digest_person_change", args=[one.pk]))
    sign_out(page)
    page.get_by_label("Name").fill(TEXT)
    for _ in range(2):
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("You are not signed in any more.")
    expect(page.get_by_label("Name")).to_have_value(TEXT)
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Log in (in another tab)").click()
    other = opened.value
    other.get_by_label("Username").fill("vera")
    other.get_by_label("Password").fill(PASSWORD)
    other.get_by_role("button", name="Log in").click()
    other.get_by_role("heading", name="What needs me").wait_for()
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was changed successfully").wait_for()
    # The button that was pressed is the one that is sent.
    assert page.url.endswith("/change/")
    assert Person.objects.get(pk=one.pk).name == TEXT


@pytest.mark.parametrize("way", ["signed out", "silent"])
def test_reason_of_a_verb_stays_where_it_was_typed(page, draft, way):  # noqa: F811
    page.goto(verb("withdraw", draft))
    if way == "silent":
        page.route("**/admin/here/", lambda route: route.abort())
    else:
        sign_out(page)
    address = page.url
    field = page.get_by_label("In your own words")
    field.fill(TEXT)
    page.locator("#content form button, #content form input[type=submit]").last.click()
    words = "does not answer" if way == "silent" else "not signed in any more"
    expect(page.get_by_role("alert")).to_contain_text(words)
    expect(field).to_have_value(TEXT)
    assert page.url == address
    assert draft.folio.editions.filter(withdrawn_at=None).exists()
