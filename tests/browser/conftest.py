"""Fixtures of the browser tests: `page` opens the live server's addresses, page.goto("/")."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.newsdesk import Newsdesk
from tests.browser.readers import publish
from tests.factories import account, publication

# Playwright keeps an event loop running in the tests' thread; the tests themselves are synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium."""
    return {**browser_type_launch_args, "executable_path": find_chromium(), "args": ARGUMENTS}


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """What addresses without a host are relative to."""
    return live_server.url


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complained about since: script errors and refusals of the security policy.

    A page answered with 404 or 410 is in it as well: Chromium reports it as a failed resource.
    """
    found: list[str] = []
    page.on("console", lambda message: message.type == "error" and found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def axe_findings(page: Page) -> Callable[..., list[str]]:
    """A function that runs axe on the page as it stands: one line a finding, "rule: element"."""

    def find(**options: Any) -> list[str]:
        results = Axe().run(page, **options)
        return [
            f"{violation['id']}: {node['html']}"
            for violation in results.response["violations"]
            for node in violation["nodes"]
        ]

    return find


@pytest.fixture
def requests(page: Page, base_url: str) -> list[str]:
    """Where the browser asked for something elsewhere than on this site."""
    found: list[str] = []

    def note(address: str) -> None:
        if not address.startswith((base_url, "data:", "blob:", "about:")):
            found.append(address)

    page.on("request", lambda request: note(request.url))
    return found


@pytest.fixture
def desk(live_server: LiveServer, page: Page, client: Client) -> Newsdesk:
    """Somebody at work who may change everything."""
    publication()
    client.force_login(account("vera", is_superuser=True))
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    return Newsdesk(page)


@pytest.fixture
def pages(live_server: LiveServer) -> dict[str, str]:
    """A site full of issues: kind of page -> address."""
    return publish()
