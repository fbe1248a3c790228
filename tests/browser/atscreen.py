"""An editor before the screen of an issue, whose every interaction is counted.

An interaction is a click, a key chord, a paste, or the filling of one field.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

_PASTE = """(element, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    const event = {clipboardData: data, bubbles: true, cancelable: true};
    element.dispatchEvent(new ClipboardEvent("paste", event));
}"""


class AtScreen:
    """Works on `page` as a person does; `interactions` is the count."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.interactions = 0

    def click(self, place: Locator) -> None:
        """A click or a tap."""
        self.interactions += 1
        place.click()

    def press(self, keys: str) -> None:
        """A key chord."""
        self.interactions += 1
        self.page.keyboard.press(keys)

    def fill(self, place: Locator, text: str) -> None:
        """One field, as by typing."""
        self.interactions += 1
        place.fill(text)

    def choose(self, place: Locator, label: str) -> None:
        """One option of a list."""
        self.interactions += 1
        place.select_option(label=label)

    def upload(self, place: Locator, file: Any) -> None:
        """A file."""
        self.interactions += 1
        place.set_input_files(file)

    def paste(self, part: Locator, html: str, label: str = "Text") -> None:
        """Click into the rich text of a part, and paste."""
        # Until the editor is there its field has the same role and name.
        named = self.page.get_by_role("textbox", name=label)
        box = part.locator(".ProseMirror").and_(named)
        self.click(box)
        self.interactions += 1
        box.evaluate(_PASTE, html)

    def button(self, name: str) -> Locator:
        """The button of that name."""
        # What is hidden from the eye stands apart by a blank in some browsers' names.
        words = re.escape(name).replace(":", " ?:")
        return self.page.get_by_role("button", name=re.compile(f"^{words}"))

    def opened(self, begin: Callable[[], None]) -> Locator:
        """Do what begins a part; return it once its form is there."""
        expect(self.page.locator(".screen[data-ready]")).to_have_count(1)
        forms = self.page.locator(".part-form")
        before = self._open()
        begin()
        expect(forms).to_have_count(len(before) + 1)
        [uid] = self._open() - before
        return self.page.locator(f"#own-{uid}")

    def _open(self) -> set[str]:
        return set(
            self.page.locator(".part-form").evaluate_all("all => all.map(f => f.dataset.uid)")
        )

    def settled(self) -> None:
        """Wait until everything typed is saved."""
        expect(self.page.locator(".status", has_text="Changed")).to_have_count(0)
