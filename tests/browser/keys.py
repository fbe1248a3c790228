"""An editor who has a keyboard and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.atscreen import AtScreen

#: More steps than that to a place are a trap, or no way at all.
FAR = 150

_IS_AHEAD = """(place) => {
    const at = document.activeElement;
    return Boolean(at.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""

#: What was typed or moved has reached the editor.
NEXT_FRAME = """() => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
})"""

#: An editor that gets the focus puts its own selection back 20 ms later, over a faster key's.
SETTLED = "() => new Promise((done) => setTimeout(done, 50))"

#: What has the focus, and whether eyes can find it.
_STOP = """() => {
    window.hasTabbed = true;
    const at = document.activeElement;
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(at);
    const isRinged = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
    const seen = at.matches(":focus-visible") && (isRinged || boxShadow !== "none");
    // The button within a date field has a ring of the browser's own, which no script sees.
    return {seen: seen || at.matches("input:not(:focus)"), what: at.outerHTML.slice(0, 200)};
}"""

#: Something has the focus, unless the page is a new one.
_IS_KEPT = "() => !window.hasTabbed || document.activeElement !== document.body"

_COPY = """async (html) => {
    const data = new Blob([html], {type: "text/html"});
    await navigator.clipboard.write([new ClipboardItem({"text/html": data})]);
}"""


class Keys(AtScreen):
    """Does with keys what others click; never without the focus, and always seeing it.

    `interactions` counts keys and chords; letters that are typed are counted for themselves.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.letters = 0
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        # With no listener yet, Playwright may look for the first chooser after it has opened.
        page.on("filechooser", lambda _chooser: None)

    def type(self, text: str) -> None:
        """Letters, one by one."""
        self.letters += len(text)
        self.page.keyboard.type(text)

    def move(self, keys: str) -> None:
        """Move the caret, or select; an editor hears of it a frame later."""
        self.press(keys)
        self.page.evaluate(NEXT_FRAME)

    def back_in(self, text: Locator) -> None:
        """The focus comes back to a text by itself."""
        expect(text).to_be_focused()
        self.page.evaluate(SETTLED)

    def to(self, place: Locator) -> None:
        """Tab there, onwards or back; every stop on the way can be seen."""
        expect(place).to_be_visible()
        self.page.wait_for_function(_IS_KEPT, timeout=5000)
        if self._is_at(place):
            return
        key = "Tab" if place.evaluate(_IS_AHEAD) else "Shift+Tab"
        for _ in range(FAR):
            self.press(key)
            stop = self.page.evaluate(_STOP)
            assert stop["seen"], f"the focus is not seen: {stop['what']}"
            if self._is_at(place):
                return
        raise AssertionError(f"no way to {place}: {FAR} times {key} led to {stop['what']}")

    def _is_at(self, place: Locator) -> bool:
        return place.and_(self.page.locator(":focus")).count() > 0

    def click(self, place: Locator) -> None:
        """A button or a link."""
        self.to(place)
        self.press("Enter")

    def fill(self, place: Locator, text: str) -> None:
        """What stands in a field is selected by tabbing into it."""
        self.to(place)
        self.type(text)

    def choose(self, place: Locator, label: str) -> None:
        """The letters of an option choose it."""
        self.to(place)
        self.type(label)
        expect(place.locator("option:checked")).to_have_text(label)

    def upload(self, place: Locator, file: Any) -> None:
        """Enter asks the system for a file."""
        self.to(place)
        with self.page.expect_file_chooser() as chooser:
            self.press("Enter")
        chooser.value.set_files(file)

    def paste(self, part: Locator, html: str, label: str = "Text") -> None:
        """What was copied elsewhere, into the rich text of a part."""
        named = self.page.get_by_role("textbox", name=label)
        self.to(part.locator(".ProseMirror").and_(named))
        self.page.evaluate(_COPY, html)
        self.press("Control+v")

    def opened(self, begin: Callable[[], None]) -> Locator:
        """A part that opens takes the focus to its first field."""
        own = super().opened(begin)
        expect(own.locator("form :focus")).to_have_count(1)
        return own

    def done(self, own: Locator) -> None:
        """Close a part, by chord where it is being written; the focus stays with it."""
        if own.locator("form :focus").count():
            self.press("Control+Enter")
        else:
            self.click(own.get_by_role("button", name="Done"))
        expect(own.locator("form")).to_have_count(0)
        expect(own.locator(":focus")).to_have_count(1)
