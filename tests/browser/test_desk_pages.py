"""Our own pages of the desk: accessible, and within the editor's policy."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Page

from digest.lib import dates
from tests.factories import (
    HOUR,
    account,
    brief,
    corrected,
    foreign_card,
    issue,
    pressed,
    publication,
    section,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import change, press, verb

#: Faults that stand in no template of ours, as (rule, part of the element's markup): Django's
#: inlines label their columns and not their fields, its select2 has no name of its own, and its
#: breadcrumbs tell links by colour.
STOCK = [
    ("aria-input-field-name", 'class="select2-selection'),
    ("empty-table-header", '<th class="original">'),
    ("link-in-text-block", '<a href="/admin/">What needs me</a>'),
    ("link-in-text-block", '<a href="/admin/newsroom/">Newsroom</a>'),
    ("link-in-text-block", '<a href="/admin/newsroom/issue/">Issues</a>'),
]


@pytest.fixture
def draft(live_server, page: Page, client):
    """An issue with everything, findings too, and a browser that is logged in."""
    publication()
    one = issue()
    foreign_card(one)
    top_picture(one, small_photo())
    brief(section(one, "Tides"))
    pressed(one, now=dates.now() - HOUR)
    corrected(one, dates.now() + HOUR, now=dates.now())
    section(one, "Berths")
    client.force_login(account("vera", is_superuser=True))
    host = urlsplit(live_server.url).hostname
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
    return one


def own(findings: list[str]) -> list[str]:
    """Those that are not Django's."""
    return [
        one
        for one in findings
        if not any(one.startswith(f"{rule}:") and part in one for rule, part in STOCK)
    ]


PAGES = {
    "issue": change,
    "press page": press,
    "withdraw": lambda one: verb("withdraw", one),
    "set the end": lambda one: verb("expire", one, 1),
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_page_has_no_accessibility_finding_and_breaks_no_policy(
    page: Page, draft, axe_findings, complaints, requests, address
):
    page.goto(address(draft))
    page.wait_for_load_state("networkidle")
    # Before axe, which adds a style of its own to what it looks at.
    assert (complaints, requests) == ([], [])
    assert own(axe_findings()) == []


def test_style_of_the_editor_is_the_one_that_the_policy_names(page: Page, draft):
    """It changes with the package: then this fails, and the settings need the new hash."""
    page.goto(change(draft))
    page.get_by_role("button", name="Edit Lead analysis").click()
    page.locator(".ProseMirror[contenteditable]").wait_for()
    styles = page.evaluate("[...document.querySelectorAll('style')].map(one => one.textContent)")
    hashes = {
        "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
        for text in styles
    }
    named = settings.DESK_CONTENT_SECURITY_POLICY["style-src-elem"]
    assert hashes == {one for one in named if "sha256" in one}
