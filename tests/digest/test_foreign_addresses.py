"""No address leads elsewhere than it seems, whoever stored it: the templates, and the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import models

from digest.document import Document
from digest.lib.addresses import is_web_address
from digest.models import Edition, Publication, SocialAddress
from newsroom.models import Issue, PhotoCredit, RelatedLink, Source
from newsroom.text.compose import compose
from tests import factories
from tests.digest.canaries import mark_up
from tests.digest.conftest import Ask
from tests.digest.pagetext import text
from tests.digest.public_addresses import Sought, all_addresses
from tests.factories import T0
from tests.tables import each

TEMPLATES = Path(settings.BASE_DIR) / "templates"

#: Attributes whose value a browser may go to or load, and what else carries an address.
LEADING = (
    "href|src|srcset|imagesrcset|action|formaction|poster|data|cite|ping|background|longdesc"
    "|manifest|codebase|classid|profile|xml:base|xlink:href|content"
)
_ATTRIBUTE = re.compile(
    rf"""(?<![\w-])({LEADING})\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE
)
#: Addresses of our own: routes, files, pages of the desk, renditions, fragments of this page.
OURS = re.compile(
    r"\{% (?:static|url) [^%]*%\}"
    r"|\{\{ (?:[\w.]+\.)?get_(?:absolute|version)_url(?:\|absolute)? \}\}"
    r"|\{\{ figure\.(?:srcset|shown\.address)(?:\|absolute)? \}\}"
    r"|\{\{ '/'\|absolute \}\}"
    r"|\{\{ [\w.]+\|linkable \}\}"
)
#: Template -> values that the views of the page make of routes.
MADE_BY_VIEWS = {
    "admin/base_site.html": {"site_url"},
    "admin/change_list.html": {"cl.clear_all_filters_qs"},
    "admin/filter.html": {"choice.query_string|iriencode"},
    "admin/nav_sidebar.html": {"model.admin_url"},
    "admin/object_history.html": {"journal"},
    "desk/changes.html": {"page"},
    "desk/crumbs.html": {"above"},
    "desk/press/edition.html": {"public"},
    "desk/press/finding.html": {"address"},
    "desk/press/page.html": {"page", "sent_to"},
    "desk/preview/widths.html": {"address"},
    "desk/screen/closed/picture.html": {"row.thumbnail"},
    "desk/screen/form.html": {"row.at"},
    "desk/screen/open/picture.html": {"row.thumbnail"},
    "desk/screen/ways.html": {"screen.journal"},
    "desk/confirm.html": {"cancel"},
    "desk/board/where.html": {"cancel"},
    "parts/canonical.html": {"address|absolute", "page.number"},
    "parts/listing.html": {"address", "page.previous_page_number"},
    "parts/thumb.html": {"address"},
    "reader/archive.html": {"address|absolute"},
    "reader/archive_year.html": {"address|absolute"},
    "reader/issue.html": {"frame.place.address", "frame.place.address|absolute"},
}
#: Of an attribute "content": words, no address.
WORDS = {"site.publication.tagline", "site.publication.name", "document.shown_title"}


def leading_values() -> Iterator[tuple[str, str, str]]:
    """(template, attribute, what is printed into it) of every attribute that can lead somewhere."""
    for file in sorted(TEMPLATES.rglob("*")):
        if file.is_file():
            name = str(file.relative_to(TEMPLATES))
            for attribute, value in _ATTRIBUTE.findall(file.read_text()):
                yield name, attribute, value.strip("\"'")


def foreign(name: str, attribute: str, value: str) -> list[str]:
    """What is printed into an attribute, leads, and is neither ours nor filtered."""
    begins = OURS.sub("/", value)
    # What follows a "#", or a path of our own, leads nowhere else.
    printed = re.findall(r"\{\{ *(.*?) *\}\}|\{% firstof (.*?) %\}", begins)
    found = {word for one in printed for part in one for word in part.split() if part}
    if re.match(r"[#?]", begins):
        return []
    known = MADE_BY_VIEWS.get(name, set()) | (WORDS if attribute == "content" else set())
    return sorted(found - known - (_after_a_path(begins)))


def _after_a_path(value: str) -> set[str]:
    """What stands behind a path of ours: there it is a part of it."""
    if not value.startswith("/"):
        return {"change.place"}
    return set(re.findall(r"\{\{ *(.*?) *\}\}", value))


def test_every_address_in_a_template_is_ours_or_goes_through_the_filter():
    values = list(leading_values())
    assert len(values) > 100
    unsafe = {one: found for one in values if (found := foreign(*one))}
    assert unsafe == {}
    used = {name for name, _attribute, _value in values}
    assert MADE_BY_VIEWS.keys() <= used


@each(
    "value",
    [
        "{{ credit.licence_address }}",
        "{{ card.address }}",
        "{{ site.publication.sign_up_address }}",
        "{% if a %}{{ social.address }}{% else %}/{% endif %}",
        "{{ source.address|urlencode }}",
        "https:{{ x }}",
    ],
)
def test_the_census_sees_an_address_that_is_not_filtered(value):
    assert foreign("parts/any.html", "href", value)


def test_markup_that_code_makes_has_no_foreign_address():
    """format_html with an href or a src: each such line is known, and prints routes of ours."""
    made = []
    for folder in ("digest", "newsroom"):
        for file in sorted((Path(settings.BASE_DIR) / folder).rglob("*.py")):
            if "/demo/" not in str(file):
                made += [
                    f"{file.relative_to(settings.BASE_DIR)}"
                    for line in file.read_text().splitlines()
                    if re.search(rf"({LEADING})=\\?[\"']\{{", line)
                ]
    assert set(made) <= KNOWN_CODE


#: What makes markup in code: of routes of our own, or before the cleaner judges each address.
KNOWN_CODE = {
    "digest/lib/markup.py",
    "newsroom/desk/journal/page.py",
    "newsroom/desk/photos/list.py",
    "newsroom/desk/photos/page.py",
}

HOSTILE = [
    "javascript:alert('zqevil')",
    "JaVaScRiPt:alert('zqevil')",
    " javascript:alert('zqevil')",
    "java\tscript:alert('zqevil')",
    "data:text/html,zqevil",
    "vbscript:zqevil",
    "//zqevil.example/",
    "/zqevil/",
    "https:zqevil.example",
    "https://good.example@zqevil.example/",
    "https://zqevil.example\\@good.example/",
    "https://[fe80::1%25zqevil]/",
    "ftp://zqevil.example/",
    "zqevil",
]


def addressed(kind: Any) -> Iterator[tuple[type, str]]:
    """Every field of a document's dataclasses that holds an address."""
    from digest import document

    for one in vars(document).values():
        if isinstance(one, type) and is_dataclass(one):
            for field in fields(one):
                if field.name == "address" or field.name.endswith("_address"):
                    yield one, field.name


#: Columns of the frame that are printed as links.
COLUMNS = [
    (model, field.name)
    for model in (Publication, SocialAddress)
    for field in model._meta.get_fields()
    if isinstance(field, models.CharField) and field.name.endswith("address")
]


def test_the_fields_and_columns_are_found():
    names = {f"{kind.__name__}.{name}" for kind, name in addressed(Document)}
    assert names >= {
        "Credit.licence_address",
        "Credit.source_address",
        "Citation.address",
        "Card.address",
    }
    assert {name for _model, name in COLUMNS} == {
        "sign_up_address",
        "preferred_source_address",
        "address",
    }


def poisoned(value: Any, hostile: str) -> Any:
    """The same document with a hostile address wherever it has one, or could have one."""
    if isinstance(value, tuple):
        return tuple(poisoned(one, hostile) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        now = getattr(value, field.name)
        if (type(value), field.name) in set(addressed(Document)):
            changed[field.name] = hostile
        elif field.name in {"body", "intro", "opening"}:
            changed[field.name] = f'<p><a href="{hostile}">A word</a></p>{now}'
        else:
            changed[field.name] = poisoned(now, hostile)
    return replace(value, **changed)


class _Led(HTMLParser):
    """Every value of an attribute that leads somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if re.fullmatch(LEADING, name) and name != "content":
                self.found.append(value or "")


def led_to(body: str) -> list[str]:
    """Where the links of a page or a feed lead; text of feeds is unpacked once more."""
    found = []
    for depth in (body, re.sub("&lt;", "<", re.sub("&gt;", ">", re.sub("&quot;", '"', body)))):
        parser = _Led()
        parser.feed(depth.replace("&amp;", "&"))
        found += parser.found
    return found + re.findall(r"<(?:link|guid|id|url|loc|uri)>([^<]*)<", body)


@pytest.fixture
def shelved(db: None) -> tuple[Issue, Sought]:
    """An issue with everything that has an address; two texts of it, one live."""
    factories.publication()
    marked = mark_up(factories.issue(title="Slow boats come home"), "a")
    factories.pressed(marked.draft, now=T0 - timedelta(days=2))
    factories.corrected(marked.draft, now=T0 - timedelta(days=1))
    folio = marked.draft.folio
    sought = Sought(
        series=marked.draft.series.slug,
        slug=folio.slug,
        topic=marked.topic.slug,
        person=marked.person.slug,
        keys=tuple(marked.keys),
        issue=marked.draft.pk,
    )
    return marked.draft, sought


@pytest.mark.django_db
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_page_or_feed_links_to_what_was_stored_past_every_check(
    shelved: tuple[Issue, Sought], ask: Ask, admin_client: Any, hostile: str
):
    draft, sought = shelved
    for edition in Edition.objects.all():
        bad = poisoned(edition.text, hostile).to_json()
        models.QuerySet.update(Edition.objects.filter(pk=edition.pk), document=bad)
    for model, name in COLUMNS:
        model.objects.update(**{name: hostile})
    PhotoCredit.objects.update(licence_address=hostile, source_address=hostile)
    Source.objects.filter(brief__section__issue=draft).update(address=hostile)
    RelatedLink.objects.filter(issue=draft).update(address=hostile)
    answered = 0
    for address in all_addresses(sought):
        answer = ask(address)
        assert answer.status_code < 500, address
        if answer.status_code == 200 and not address.endswith(".jpg"):
            answered += 1
            bad = [one for one in led_to(text(answer)) if "zqevil" in one]
            assert bad == [], address
    assert answered > 10
    preview = admin_client.get(f"/preview/issues/{draft.pk}/")
    assert preview.status_code == 200
    assert [one for one in led_to(preview.content.decode()) if "zqevil" in one] == []
    # What the desk prints of it is words.
    for page in ("change/", "press/"):
        answer = admin_client.get(f"/admin/newsroom/issue/{draft.pk}/{page}")
        assert answer.status_code == 200
        assert [one for one in led_to(answer.content.decode()) if "zqevil" in one] == []


@pytest.mark.django_db
@pytest.mark.parametrize("hostile", HOSTILE)
def test_compose_puts_no_address_into_a_document_that_is_none(
    shelved: tuple[Issue, Sought], hostile: str
):
    draft, _sought = shelved
    PhotoCredit.objects.update(licence_address=hostile, source_address=hostile)
    Source.objects.filter(brief__section__issue=draft).update(address=hostile)
    RelatedLink.objects.filter(issue=draft).update(address=hostile)
    document = compose(draft)
    assert "zqevil" not in document.to_json()
    assert document.picture is not None
    assert document.picture.credit.licence
    assert all(is_web_address(one) for _place, one in document.addresses() if one)


def test_a_document_names_every_address_it_holds():
    """So that what looks at addresses() has seen them all."""
    whole = poisoned(factories_document(), "https://zqgood.example/")
    named = [address for _place, address in whole.addresses()]
    assert len([one for one in named if "zqgood" in one]) == whole.to_json().count("zqgood")


def factories_document() -> Document:
    """A document with one of each part."""
    golden = Path(__file__).parent / "golden" / "document-1.json"
    return Document.from_json(golden.read_text())
