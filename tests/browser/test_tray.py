"""A brief is parked on one issue's screen and taken on another's, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from newsroom.models import NewsBrief
from newsroom.writing import tray
from tests.browser.atscreen import AtScreen
from tests.browser.test_desk_pages import own
from tests.browser.test_screen import draft, named, opened, write
from tests.factories import account, brief, issue, section, source
from tests.newsroom.desk.places import change

__all__ = ["draft"]


@pytest.fixture
def weather(draft):
    """A section of the next issue."""
    return section(issue(title="New moon"), "Weather")


def park(page: Page, title: str) -> None:
    desk = AtScreen(page)
    desk.click(page.locator("summary").filter(has_text=f"More: {title}"))
    desk.click(desk.button("Park in the tray").and_(page.locator(":visible")))
    expect(page.get_by_text(f"“{title}” lies in the tray.")).to_be_visible()


def test_brief_goes_by_the_tray_into_the_next_issue_with_its_last_words(
    page: Page, draft, weather, complaints
):
    source(named("Tides 2"), reporter="Ana Teles")
    write(opened(page, "Tides 2"), " Low at nine.")
    park(page, "Tides 2")
    expect(page.locator("#panel")).to_contain_text("in the tray")
    page.goto(change(weather.issue))
    expect(page.locator(".screen[data-ready]")).to_be_visible()
    # From here on by keyboard.
    page.locator("summary").filter(has_text="From the tray: Weather").focus()
    page.keyboard.press("Enter")
    take = AtScreen(page).button("Take it: Tides 2")
    expect(take).to_be_visible()
    expect(page.locator(".from-tray[open]")).to_contain_text("The pilots go home")
    page.keyboard.press("Tab")
    expect(take).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#briefs-{weather.pk} .closed")).to_contain_text("Low at nine.")
    expect(page.locator(".from-tray[open]")).to_contain_text("“Tides 2” stands in “Weather” now.")
    assert page.evaluate("document.activeElement !== document.body")
    taken = NewsBrief.objects.get(section=weather)
    assert "Low at nine." in taken.body
    assert [one.reporter for one in taken.sources.all()] == ["", "Ana Teles"]
    assert not tray.lying().exists()
    assert complaints == []


def test_what_is_typed_while_a_save_is_under_way_is_parked_too(page: Page, draft):
    own = opened(page, "Tides 2")
    saves: list[str] = []

    def slowly(route):
        saves.append(route.request.url)
        page.wait_for_timeout(400)
        route.continue_()

    part = f"**/parts/brief/{named('Tides 2').pk}/"
    page.route(part, slowly)
    with page.expect_request(lambda one: one.method == "POST"):
        write(own, " Low at nine.")
    page.keyboard.type(" High at three.")
    park(page, "Tides 2")
    assert "Low at nine. High at three." in named("Tides 2").body


def test_parked_brief_is_brought_back_at_once(page: Page, draft, complaints):
    park(page, "Tides 2")
    expect(page.get_by_role("button", name="Bring it back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".list.briefs").first.locator("strong")).to_have_text(
        ["Tides 1", "Tides 2", "Tides 3"]
    )
    assert complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_tray_is_accessible_and_fits(page: Page, draft, weather, axe_findings, theme, width):
    place = section(issue(title="A title that is as long as some editors make them"), "Tides")
    long = brief(place, title="Dredgerman’s-strike-ballot-postponed-indefinitely-once-more")
    tray.park(long, by=account("noor"))
    source(named("Tides 1"), address=f"https://ledger.example/{'tides' * 40}")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme)
    park(page, "Tides 1")
    page.goto(change(weather.issue))
    page.locator("summary").filter(has_text="From the tray: Weather").click()
    expect(AtScreen(page).button("Take it: Tides 1")).to_be_visible()
    assert own(axe_findings()) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/admin/")
    page.locator("a").filter(has_text="Take or discard: Tides 1").click()
    assert own(axe_findings()) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
