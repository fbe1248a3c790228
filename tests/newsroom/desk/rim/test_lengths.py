"""Whatever is typed or pasted is stored whole, or refused beside its field; nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from digest.models import Outlet, Person, Topic
from newsroom.desk.screen.kinds import KINDS
from newsroom.models import Issue, Photo
from tests.digest.pagetext import Element
from tests.factories import account, brief, issue, publication, section, source
from tests.newsroom.desk import uploads
from tests.newsroom.desk.deskscreens import Desk, Screen, _label, _values
from tests.newsroom.desk.places import changed, rows
from tests.newsroom.desk.rim.addresses import all_addresses, world
from tests.newsroom.desk.small import Small

LONG = " ".join(["Kelp"] * 2100)
#: Inputs into which words are typed.
TYPED = {"text", "search", "url", "email", "tel", "password", ""}


@pytest.fixture
def owner(db):
    """Somebody who may do everything."""
    publication()
    return Desk(account("owner", is_superuser=True))


def places(draft: Issue) -> list[str]:
    """Every address of the desk that can be asked for."""
    pages = [one for one in all_addresses(draft) if one.rights["GET"]]
    found = [one.address for one in pages if one.name != "desk-picture"]
    for model in admin.site._registry:
        if model._meta.app_label == "newsroom":
            continue
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model.objects.order_by("pk").first()
        found += [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        found += [reverse(f"{name}_change", args=[row.pk])] if row else []
    found += [reverse("admin:index"), reverse("admin:password_change")]
    day = draft.series.cadences.first().valid_from
    found.append(f"{reverse('admin:desk-move-issue', args=[draft.pk])}?to={day}")
    found.append(f"{reverse('admin:desk-move-issue', args=[draft.pk])}?to=tray")
    parts = f"{reverse('admin:desk-screen', args=[draft.pk])}parts/"
    for kind in KINDS.values():
        found += [f"{parts}{kind.name}/{row.pk}/" for row in kind.rows(draft)]
    return found


def typed_into(form: Element) -> list[str]:
    """The names of the fields of a form into which words are typed."""
    return [
        one.attributes["name"]
        for one in form.all()
        if (one.tag == "textarea" or (one.tag == "input" and _kind(one) in TYPED))
        and "name" in one.attributes
        and "__prefix__" not in one.attributes["name"]
    ]


def _kind(one: Element) -> str:
    return one.attributes.get("type", "")


def test_no_field_of_the_desk_has_a_length_at_which_a_browser_cuts(owner):
    draft = world()
    source(brief(section(draft, "Ferries"), title="Lamp"))
    seen = []
    for address in [*places(draft), reverse("admin:login")]:
        asked = Desk(owner.user) if "login" not in address else owner
        if "login" in address:
            asked.client.logout()
        page = asked.open(address)
        for one in page.root.all("input") + page.root.all("textarea"):
            if one.tag == "textarea" or _kind(one) in TYPED:
                seen.append(one.attributes.get("name"))
                assert "maxlength" not in one.attributes, (address, one.attributes)
    for name in ("caption", "byline-name", "new-topic", "reason", "note", "username", "photo"):
        assert name in seen, name
    assert len(set(seen)) > 80


def forms(owner: Desk, draft: Issue) -> Iterator[tuple[Screen, str, list[str]]]:
    """(page, button, names of its fields) for every ordinary form of the desk."""
    for address in places(draft):
        if "/screen/" in address or "suggest" in address:
            continue
        page = owner.open(address)
        for form in page._forms():
            buttons = [one for one in form.all() if one.tag != "a" and _kind(one) == "submit"]
            # Secrets are never shown again.
            names = [name for name in typed_into(form) if "password" not in name]
            if names and buttons:
                yield page, _label(buttons[0]), names


def test_every_field_of_every_form_keeps_what_is_too_long_or_stores_all_of_it(owner):
    tried, refused = [], set()
    for page, button, names in forms(owner, world()):
        before = rows()
        where = (page.address, button)
        with transaction.atomic():
            answer = page.click(button, dict.fromkeys(names, LONG))
            found = {name for name in names if said_beside(answer, name)}
            if found:
                assert changed(before) == [], where
            assert_still_in_form(answer, found, where)
            transaction.set_rollback(True)
        others = [name for name in names if name not in found]
        for name in others:
            with transaction.atomic():
                answer = page.click(button, {name: LONG})
                if answer.sent:
                    assert LONG in repr(rows()), (where, name)
                else:
                    assert changed(before) == [], (where, name)
                    assert_still_in_form(answer, [name], (where, name))
                    assert "Show what" in button or answer.notes or answer.messages, (where, name)
                transaction.set_rollback(True)
        tried += names
        refused |= found
    assert len(tried) > 60
    assert {"note", "reason", "name", "slug", "credit-0-line", "title"} <= refused


def said_beside(page: Screen, name: str) -> str:
    """What is said beside a field."""
    lists = page.root.all("ul", id=f"id_{name}_error")
    return " ".join(one.words for one in lists)


def assert_still_in_form(page: Screen, names: Iterable[str], where: object) -> None:
    """The fields of these names hold all that was typed."""
    for name in names:
        held = [value for form in page._forms() for value in _values(form).get(name, [])]
        assert LONG in [one.strip() for one in held], (where, name)


def parts(draft: Issue) -> Iterator[object]:
    """One part of each kind."""
    for kind in KINDS.values():
        yield kind.rows(draft).order_by("pk").last()


def test_every_field_and_row_of_the_screen_stores_all_of_it_or_says_by_how_much_it_is_too_long(
    owner,
):
    draft = world()
    source(brief(section(draft, "Ferries"), title="Lamp"))
    small = Small(owner, draft)
    refused = set()
    for part in parts(draft):
        shown = small.get(small.at(part)).root.one("form", class_="part-form")
        form = _values(shown)
        for name in typed_into(shown):
            before = rows()
            with transaction.atomic():
                answer = small.save(part, {**form, name: [LONG]})
                stored, tables = LONG in repr(rows()), changed(before)
                transaction.set_rollback(True)
            where = (type(part).__name__, name)
            if stored:
                assert answer.status == 200, where
                continue
            assert (answer.status, tables) == (422, []), where
            said = " ".join(one.words for one in answer.root.all("ul", class_="errorlist"))
            assert said, where
            assert "nothing of it is lost" in said or "web address" in said, (where, said)
            assert "Not saved: see the sentence beside the field." in answer.root.words
            # What is typed is not touched: no field comes with the answer.
            assert typed_into(answer.root) == [], where
            refused.add(re.sub("source-.*-", "source-", name))
    assert refused >= {
        *("title", "caption", "alt", "creator", "agency", "licence", "line", "heading", "label"),
        *("byline-name", "new-topic", "source-address", "source-outlet", "source-reporter"),
        "address",
    }


def test_one_letter_too_many_is_counted_and_one_less_fits(owner):
    draft = issue()
    small = Small(owner, draft)
    answer = small.save(draft, title="x" * 301, dek="Why the water is warm.")
    assert answer.status == 422
    assert "1 character longer than the 300 that fit" in answer.root.words
    draft.refresh_from_db()
    assert draft.dek != "Why the water is warm."
    answer = small.save(draft, title="x" * 300, dek="Why the water is warm.")
    draft.refresh_from_db()
    assert (answer.status, len(draft.title)) == (200, 300)


def test_row_that_fits_again_loses_its_sentence(owner):
    draft = issue()
    one = source(brief(section(draft, "Ferries"), title="Lamp"), reporter="Ana Reis")
    small = Small(owner, draft)
    name, place = f"source-{one.uid}-reporter", f"source-{one.uid}-errors"
    answer = small.save(one.brief, {**small.open(one.brief), name: ["x" * 121]})
    assert answer.root.one("ul", id=place).words.startswith("Reporter: This is 1 character longer")
    answer = small.save(one.brief, small.open(one.brief))
    assert (answer.status, answer.root.one("ul", id=place).words) == (200, "")


def test_nothing_is_added_under_a_name_that_is_cut(owner):
    draft = issue()
    small = Small(owner, draft)
    for typed, do in [
        ({"byline-name": ["x" * 121], "byline-role": ["author"]}, f"person:{'x' * 121}"),
        ({}, f"person:{'x' * 121}"),
        ({"new-topic": "x" * 101}, "topic"),
    ]:
        small.save(draft, {**small.open(draft), **typed}, do=do)
        assert not Person.objects.filter(name__startswith="xx").exists()
        assert not Topic.objects.filter(name__startswith="xx").exists()
    one = source(brief(section(draft, "Ferries"), title="Lamp"))
    rows_ = {f"source-{one.uid}-outlet": ["x" * 121]}
    small.save(one.brief, {**small.open(one.brief), **rows_}, do=f"outlet:{one.uid}")
    assert not Outlet.objects.filter(name__startswith="xx").exists()


def test_file_whose_name_is_too_long_for_a_photo_is_refused_in_words(owner):
    draft = issue()
    small = Small(owner, draft)
    for length, status in [(201, 422), (200, 200)]:
        file = uploads.jpeg(40, 40, name=f"{'x' * length}.jpg")
        assert isinstance(file, SimpleUploadedFile)
        answer = small.post(f"{small.base}pictures/", {"file": file})
        assert answer.status == status
        assert ("1 character longer than the 200 that fit" in answer.root.words) == (status == 422)
        assert Photo.objects.count() == (status == 200)


def test_name_of_no_photo_is_still_in_its_field(owner):
    draft = issue()
    small = Small(owner, draft)
    answer = small.post(f"{small.base}pictures/", {"photo": LONG})
    assert answer.status == 422
    assert answer.root.one("input", name="photo").attributes["value"] == LONG
