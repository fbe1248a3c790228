"""What a raw request writes into a rich field is cleaned, into an address field refused."""

from __future__ import annotations

import pytest

from digest.models import Notice, Person, Series
from newsroom.models.parts import Part
from newsroom.text import preflight
from newsroom.text.compose import compose
from tests.factories import (
    account,
    brief,
    foreign_card,
    issue,
    notice,
    person,
    publication,
    section,
    series,
    small_photo,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, now, rows
from tests.newsroom.desk.small import Small

HOSTILE = (
    "<p onclick=alert(1)>Words<script>alert(2)</script> "
    '<a href="javascript:alert(3)" onmouseover=alert(4)>one</a> '
    '<a href="https://good.example/x" style="position:fixed" target=_blank>two</a>'
    '<img src=x onerror=alert(5)><iframe src="https://evil.example"></iframe></p>'
    "<svg><style>@import 'https://evil.example'</style></svg><form action=/x><input></form>"
)
CLEANED = '<p>Words one <a href="https://good.example/x">two</a></p>'

ADDRESSES = [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    "/admin/",
    "ftp://ledger.example/x",
    "https://ledger.example@evil.example/",
    "https://ledger.example\\@evil.example/",
    'https://ledger.example/"onclick="alert(1)',
    "https://ledger.example/" + "x" * 2000,
    "mailto:desk@ledger.example",
]


@pytest.fixture
def owner(db):
    """Somebody who may change the frame too."""
    publication()
    return Desk(account("owner", is_superuser=True))


RICH = {
    "lead": (lambda: issue().analysis, "body"),
    "brief": (lambda: brief(section(issue(), "Tides")), "body"),
    "section": (lambda: section(issue(), "Tides"), "intro"),
    "card": (lambda: foreign_card(issue()), "opening"),
    "notice": (notice, "text"),
    "person": (person, "description"),
    "series": (series, "description"),
}


@pytest.mark.parametrize(("make", "field"), RICH.values(), ids=RICH.keys())
def test_rich_text_is_stored_clean(owner, make, field):
    row = make()
    values = {field: HOSTILE}
    if isinstance(row, Part):
        assert Small(owner, row.whole).save(row, **values).status == 200
    else:
        if isinstance(row, Notice):
            values |= {"starts_at_0": "2431-03-06", "starts_at_1": "10:00"}
        assert owner.open(change(row)).click("Save", values).sent
    row.refresh_from_db()
    assert getattr(row, field) == CLEANED


def test_every_rich_field_is_tried_here():
    from django.apps import apps

    from digest.models.richtext import RichTextField

    fields = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, RichTextField)
    }
    assert len(fields) == len(RICH)
    assert {(Person, "description"), (Series, "description"), (Notice, "text")} <= fields


def refused(screen, before) -> None:
    assert not screen.sent
    assert rows() == before


PLACES = {
    "licence": (small_photo, "credit-0-licence_address"),
    "picture's source": (small_photo, "credit-0-source_address"),
    "sign-up": (lambda: publication_row(), "sign_up_address"),
    "preferred source": (lambda: publication_row(), "preferred_source_address"),
    "follow us": (lambda: publication_row(), "social_addresses-0-address"),
}


def publication_row():
    from digest.models import Publication

    return Publication.objects.get()


@pytest.mark.parametrize(("make", "name"), PLACES.values(), ids=PLACES.keys())
def test_hostile_address_is_refused_beside_the_field(owner, make, name):
    form = owner.open(change(make()))
    before = rows()
    for address in ADDRESSES:
        screen = form.click("Save", {name: address})
        assert screen.beside(name), address
        refused(screen, before)


def test_hostile_address_of_a_draft_is_kept_as_words_and_never_linked_to(owner):
    draft = issue()
    card, one = foreign_card(draft), brief(section(draft, "Tides"))
    small = Small(owner, draft)
    key = str(one.sources.get().uid)
    for address in ADDRESSES:
        if len(address) > 2000:
            assert small.save(card, address=address).status == 422
            continue
        small.save(card, address=address)
        small.save(one, **{f"source-{key}-address": address})
        card.refresh_from_db()
        assert (card.address, one.sources.get().address) == (address, address)
        for page in (change(draft), draft.preview_address, small.at(card), small.at(one)):
            links = [link.attributes.get("href") for link in owner.open(page).root.all("a")]
            assert address not in links or (page, address) == (change(draft), "/admin/")
        assert {"preflight.E033", "preflight.E051"} <= found(draft)


def test_an_address_shows_where_it_leads(owner):
    """What reorders it is no text: it goes, and the rest is the address that is stored."""
    draft = issue()
    card = foreign_card(draft)
    Small(owner, draft).save(card, address="https://ledger.example/\u202egpj.exe")
    card.refresh_from_db()
    assert card.address == "https://ledger.example/gpj.exe"


def found(draft) -> set[str]:
    return {f.id for f in preflight.run(compose(draft), series=draft.series, at=now())}


@pytest.mark.parametrize("field", ["title", "dek"])
def test_markup_in_plain_text_is_words_on_the_page(owner, field):
    draft = issue()
    words = "<img src=x onerror=alert(1)> & <b>more</b>"
    Small(owner, draft).save(draft, **{field: words})
    draft.refresh_from_db()
    assert getattr(draft, field) == words
    for address in (change(draft), draft.preview_address, "/admin/newsroom/issue/"):
        page = owner.client.get(address).content.decode()
        assert "<img src=x" not in page
        assert "<b>more</b>" not in page
