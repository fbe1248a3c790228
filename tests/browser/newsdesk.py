"""The desk as an editor uses it in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page


class Newsdesk:
    """Somebody logged in, who fills in forms by their labels."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def log_in(self, name: str, password: str) -> None:
        """Through the log-in page."""
        self.page.goto("/admin/")
        self.page.get_by_label("Username").fill(name)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Log in").click()
        self.page.get_by_role("heading", name="What needs me").wait_for()

    def fill(self, label: str, text: str) -> None:
        """A plain field."""
        self.page.get_by_label(label, exact=False).first.fill(text)

    def write(self, text: str, name: str = "body") -> None:
        """Type into the rich text editor of a field."""
        self._editor(name).click()
        self.page.keyboard.type(text)

    def paste(self, html: str, name: str = "body") -> None:
        """Paste formatted text into the rich text editor, as from another program."""
        self._editor(name).click()
        self.page.evaluate(
            """([selector, html]) => {
                const data = new DataTransfer();
                data.setData("text/html", html);
                const event = {clipboardData: data, bubbles: true, cancelable: true};
                document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", event));
            }""",
            [self._selector(name), html],
        )

    def choose(self, field: str, text: str) -> None:
        """Find a row by typing into a field with autocompletion."""
        self.page.locator(f"#id_{field} + .select2").click()
        self.page.locator(".select2-search__field").last.fill(text)
        self.page.locator(".select2-results__option", has_text=text).first.click()

    def save(self) -> None:
        """Press Save and wait for the issue's page, which every part leads back to."""
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.get_by_text(re.compile("was (added|changed) successfully")).wait_for()

    def begin(self, link: str) -> None:
        """Follow one of the issue page's links to a new part."""
        # What is hidden from the eye stands apart by a blank in some browsers' names of links.
        name = re.compile(f"^{re.escape(link).replace(':', ' ?:')}$")
        self.page.get_by_role("link", name=name).click()
        self.page.get_by_role("button", name="Save", exact=True).wait_for()

    def _selector(self, name: str) -> str:
        return f".field-{name} .ProseMirror[contenteditable]"

    def _editor(self, name: str):
        return self.page.locator(self._selector(name))
