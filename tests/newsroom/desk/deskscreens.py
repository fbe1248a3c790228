"""The desk as a person with a browser uses it: open a page, fill in its form, press a button."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from django.contrib.auth.models import User
from django.test import Client

from tests.digest.pagetext import VOID, Element

Values = dict[str, Any]


class _Lenient(HTMLParser):
    """The elements of a page whose author left some of them open."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


@dataclass
class Screen:
    """One answer of the desk. `sent` says whether a form was taken and led on elsewhere."""

    desk: Desk
    address: str
    response: Any
    sent: bool = False
    root: Element = field(init=False)

    def __post_init__(self) -> None:
        parser = _Lenient()
        parser.feed(self.response.content.decode())
        self.root = parser.root

    @property
    def status(self) -> int:
        return int(self.response.status_code)

    @property
    def words(self) -> str:
        """All text of the page's own part."""
        return self.root.one(id="content").words

    @property
    def messages(self) -> list[str]:
        """What the desk says about the act just done."""
        lists = self.root.all("ul", class_="messagelist")
        return [line.words for one in lists for line in one.all("li")]

    @property
    def notes(self) -> str:
        """What is said above the form: errors that belong to no single field."""
        above = self.root.all(class_="errornote") + self.root.all(class_="nonfield")
        return " ".join(one.words for one in above)

    def beside(self, name: str) -> str:
        """What is said beside a field."""
        return " ".join(one.words for one in self.root.all("ul", id=f"id_{name}_error"))

    @property
    def links(self) -> dict[str, str]:
        """Words -> address of every link."""
        return {one.words: one.attributes.get("href", "") for one in self.root.all("a")}

    @property
    def buttons(self) -> list[str]:
        """The words of every button of a form that changes something."""
        return [_label(one) for form in self._forms() for one in _buttons(form)]

    def fields(self, button: str = "") -> dict[str, list[str]]:
        """What a browser would send for the form with that button, else for the first one."""
        return _values(self._form(button)[0])

    def value(self, name: str, button: str = "") -> str:
        """What stands in a field."""
        return self.fields(button)[name][0]

    def follow(self, words: str) -> Screen:
        """The page a link leads to."""
        return self.desk.open(urljoin(self.address, self.links[words]))

    def click(self, button: str, changes: Values | None = None, **named: Any) -> Screen:
        """Fill in the form that has that button, and press it."""
        form, pressed = self._form(button)
        data: Values = dict(_values(form))
        if name := pressed.attributes.get("name"):
            data[name] = pressed.attributes.get("value", "")
        for name, value in {**(changes or {}), **named}.items():
            row = re.sub(r"-\d+-", "-__prefix__-", name)
            known = name in data or row in data or form.all(name=name) or form.all(name=row)
            assert known, f"the form has no field {name}"
            data[name] = value
        address = urljoin(self.address, form.attributes.get("action", ""))
        return self.desk.send(address, {k: v for k, v in data.items() if v is not None})

    def _forms(self) -> list[Element]:
        return [
            form
            for form in self.root.all("form")
            if form.attributes.get("method") == "post"
            and form.attributes.get("id") != "logout-form"
        ]

    def _form(self, button: str) -> tuple[Element, Element]:
        for form in self._forms():
            for one in _buttons(form):
                if not button or _label(one) == button:
                    return form, one
        raise AssertionError(f"no button “{button}” among {self.buttons}")


class Desk:
    """Somebody at the desk. Forged requests are refused, as in life."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.client = Client(enforce_csrf_checks=True)
        self.client.force_login(user)

    def open(self, address: str) -> Screen:
        """Ask for a page and follow where it leads."""
        return self._screen(address, self.client.get(address, follow=True))

    def send(self, address: str, data: Values) -> Screen:
        """Send a form and follow where it leads."""
        return self._screen(address, self.client.post(address, data, follow=True))

    def _screen(self, address: str, response: Any) -> Screen:
        chain = response.redirect_chain
        return Screen(self, chain[-1][0] if chain else address, response, bool(chain))


def _buttons(form: Element) -> list[Element]:
    return form.all("button", type="submit") + form.all("input", type="submit")


def _label(button: Element) -> str:
    return button.attributes.get("value", "") if button.tag == "input" else button.words


def _values(form: Element) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for one in form.all():
        name = one.attributes.get("name")
        if not name or "disabled" in one.attributes:
            continue
        if one.tag == "input":
            kind = one.attributes.get("type", "text")
            if kind in {"submit", "file", "button"}:
                continue
            if kind in {"checkbox", "radio"} and "checked" not in one.attributes:
                continue
            default = "on" if kind in {"checkbox", "radio"} else ""
            values.setdefault(name, []).append(one.attributes.get("value", default))
        elif one.tag == "textarea":
            text = "".join(part for part in one.inside if isinstance(part, str))
            values.setdefault(name, []).append(re.sub(r"^\r?\n", "", text))
        elif one.tag == "select":
            options = one.all("option")
            chosen = [o for o in options if "selected" in o.attributes]
            if not chosen and "multiple" not in one.attributes:
                chosen = options[:1]
            values[name] = [o.attributes.get("value", o.words) for o in chosen]
    return values
