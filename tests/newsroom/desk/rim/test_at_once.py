"""Several people do the same thing at the same moment, each with a browser of their own.

Whatever the database lets be there only once, one of them makes it; the others get it too, or a
sentence. Nobody gets an error page, and what they typed beside it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from digest.models import Outlet, OutletDomain, Person, Publication, Series, SocialAddress, Topic
from newsroom.models import (
    Issue,
    Label,
    LeadAnalysis,
    NewsBrief,
    PhotoCredit,
    PhotoUse,
    RelatedLink,
    Section,
    Staff,
    StandingSection,
)
from tests.factories import (
    account,
    brief,
    empty_issue,
    foreign_card,
    issue,
    person,
    photo,
    publication,
    section,
    series,
    small_photo,
    standing,
    top_picture,
    topic,
)
from tests.newsroom.desk.deskscreens import Desk, Screen
from tests.newsroom.desk.places import add, change, press
from tests.newsroom.desk.small import Small
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 4

#: What people can meet -> the scenario below in which they do.
MET = {
    "lead_stands_once": "lead",
    "top_picture_stands_once": "top_picture",
    "card_picture_stands_once": "card_picture",
    "section_stands_once_an_issue": "standing_section",
    "section_place_is_taken_once": "own_section",
    "brief_place_is_taken_once": "brief",
    "link_place_is_taken_once": "link",
    "newsroom.PhotoCredit.photo": "credit",
    "digest.Person.slug": "person",
    "digest.Topic.name": "topic",
    "digest.Topic.slug": "topic",
    "topic_name_is_used_once": "topic",
    "issue_has_topic_once": "topic",
    "digest.Outlet.name": "outlet",
    "digest.OutletDomain.domain": "outlet",
    "source_place_is_taken_once": "outlet",
    "byline_place_is_taken_once": "person",
    "byline_names_a_person_once_a_role": "person",
    "folio_slug_is_used_once": "press",
    "folio_number_is_used_once": "press",
    "digest.Series.name": "Series",
    "digest.Series.slug": "Series",
    "label_is_given_once": "Label",
    "newsroom.Staff.person": "Staff",
    "newsroom.Staff.account": "Staff",
    "standing_section_is_named_once": "standing_heading",
    "newsroom.SeriesRules.series": "standing_heading",
    "social_address_is_given_once": "social_address",
}

#: What nobody meets by typing, or meets in another test.
ELSEWHERE = {
    "cadence_begins_once_a_day": "frame/test_rhythm_at_once.py",
    "slot_is_taken_once": "plan/test_two_planners.py",
    "newsroom.TakenSlot.issue": "plan/test_two_planners.py",
    "newsroom.TakenSlot.skip": "plan/test_two_planners.py",
    "week_is_skipped_once": "plan/test_two_planners.py",
    "edition_revision_is_unique": "press/test_at_once.py, under the issue's lock",
    "edition_open_range_is_one_a_folio": "press/test_at_once.py, under the issue's lock",
    "newsroom.Issue.folio": "press/test_at_once.py, under the issue's lock",
    "newsroom.Photo.picture": "made in one piece with its photo",
    "rendition_width_is_made_once": "made in one piece with its picture",
    "edition_names_person_once": "derived from a document that was inserted just now",
    "edition_names_topic_once": "derived from a document that was inserted just now",
    "edition_names_outlet_once": "derived from a document that was inserted just now",
    "edition_names_picture_once": "derived from a document that was inserted just now",
    "digest.Picture.key": "drawn by chance",
    "person_left_it_once": "under the lock of the person's row",
    "topic_left_it_once": "under the lock of the topic's row",
}


def unique_things() -> set[str]:
    """Every unique column and constraint of both houses; uids are drawn by chance."""
    found = set()
    for model in apps.get_models():
        if model._meta.app_label in ("digest", "newsroom"):
            unique = [one for one in model._meta.fields if one.unique and not one.primary_key]
            found |= {f"{model._meta.label}.{one.name}" for one in unique if one.name != "uid"}
            every = model._meta.constraints
            found |= {one.name for one in every if isinstance(one, models.UniqueConstraint)}
    return found


def test_everything_that_is_there_once_has_its_scenario() -> None:
    assert unique_things() == MET.keys() | ELSEWHERE.keys()
    assert set(MET.values()) <= SMALL.keys() | FORMS.keys()


def desks() -> list[Desk]:
    publication()
    return [Desk(account(f"owner-{one}", is_superuser=True)) for one in range(PEOPLE)]


def answered(screens: list[Screen]) -> None:
    """Each of them was served, or told in words why not."""
    for screen in screens:
        assert screen.status in (200, 204, 409, 422), screen.status
        assert screen.status in (200, 204) or screen.response.content.strip()


Act = Callable[[], Screen]


def _add(kind: str, model: type[models.Model], expected: int, **more: Any) -> Any:
    """All of them add a part to one issue."""

    def scenario(people: list[Desk]) -> tuple[list[Act], Callable[[], None]]:
        draft = empty_issue()
        place = section(draft)
        wanted = standing(draft.series) if kind == "section" and more else None
        data = {"section": place.pk, "standing": wanted.pk if wanted else ""}
        smalls = [Small(one, draft) for one in people]
        before = model.objects.count()

        def check() -> None:
            assert model.objects.count() - before == expected

        return [
            lambda small=small: small.post(f"{small.base}parts/{kind}/add/", data)
            for small in smalls
        ], check

    return scenario


def _picture(of_card: bool) -> Any:
    def scenario(people: list[Desk]) -> tuple[list[Act], Callable[[], None]]:
        draft = empty_issue()
        small_photo()
        at = f"pictures/{foreign_card(draft).pk}/" if of_card else "pictures/"
        smalls = [Small(one, draft) for one in people]

        def check() -> None:
            assert PhotoUse.objects.count() == 1

        return [
            lambda small=small: small.post(f"{small.base}{at}", {"photo": "Buoy"})
            for small in smalls
        ], check

    return scenario


def _credit(people: list[Desk]) -> tuple[list[Act], Callable[[], None]]:
    one = photo(credit="")
    PhotoCredit.objects.all().delete()
    uses = [top_picture(empty_issue(), one) for _ in people]
    smalls = [Small(desk, use.whole) for desk, use in zip(people, uses, strict=True)]
    forms = [small.open(use) for small, use in zip(smalls, uses, strict=True)]
    names = [f"Maker {number}" for number in range(PEOPLE)]

    def check() -> None:
        assert PhotoCredit.objects.get().creator in names

    return [
        lambda small=small, use=use, form=form, name=name: small.save(use, form, creator=name)
        for small, use, form, name in zip(smalls, uses, forms, names, strict=True)
    ], check


def _title(values: Any, check: Callable[[list[Issue]], None]) -> Any:
    """Each saves the title block of an issue of their own."""

    def scenario(people: list[Desk]) -> tuple[list[Act], Callable[[], None]]:
        drafts = [empty_issue() for _ in people]
        smalls = [Small(desk, draft) for desk, draft in zip(people, drafts, strict=True)]
        forms = [small.open(small.issue) for small in smalls]

        def checked() -> None:
            titles = Issue.objects.filter(pk__in=[one.pk for one in drafts])
            assert set(titles.values_list("title", flat=True)) == {"Typed beside it"}
            check(drafts)

        return [
            lambda small=small, form=form: small.save(
                small.issue, form, title="Typed beside it", **values
            )
            for small, form in zip(smalls, forms, strict=True)
        ], checked

    return scenario


def _signed(drafts: list[Issue]) -> None:
    assert Person.objects.filter(name="Ana Prado").count() == 1
    assert all(one.bylines.count() == 1 for one in drafts)


def _tagged(drafts: list[Issue]) -> None:
    assert Topic.objects.filter(name="Ferries").count() == 1
    assert all(one.issue_topics.count() == 1 for one in drafts)


def _outlet(people: list[Desk]) -> tuple[list[Act], Callable[[], None]]:
    briefs = [brief(section(empty_issue())) for _ in people]
    smalls = [Small(desk, one.whole) for desk, one in zip(people, briefs, strict=True)]
    forms = [small.open(one) for small, one in zip(smalls, briefs, strict=True)]

    def act(small: Small, one: NewsBrief, form: dict[str, Any]) -> Screen:
        key = form["source"][-1]
        row = {
            f"source-{key}-address": "https://harbourledger.example/ferry",
            f"source-{key}-outlet": "Harbour Ledger",
        }
        return small.save(one, {**form, **row}, title="Typed", do=f"outlet:{key}")

    def check() -> None:
        assert Outlet.objects.filter(name="Harbour Ledger").count() == 1
        assert OutletDomain.objects.filter(domain="harbourledger.example").count() == 1
        assert all(one.sources.filter(outlet__name="Harbour Ledger").count() == 1 for one in briefs)

    every = zip(smalls, briefs, forms, strict=True)
    return [lambda asked=asked: act(*asked) for asked in every], check


SMALL = {
    "lead": _add("lead", LeadAnalysis, 1),
    "standing_section": _add("section", Section, 1, standing=True),
    "own_section": _add("section", Section, PEOPLE),
    "brief": _add("brief", NewsBrief, PEOPLE),
    "link": _add("link", RelatedLink, PEOPLE),
    "top_picture": _picture(of_card=False),
    "card_picture": _picture(of_card=True),
    "credit": _credit,
    "person": _title(
        {"byline__name": ["Ana Prado"], "byline__role": ["author"], "do": "person:Ana Prado"},
        _signed,
    ),
    "topic": _title({"new__topic": "Ferries", "do": "topic"}, _tagged),
    "outlet": _outlet,
}


@pytest.mark.parametrize("name", SMALL)
def test_small_requests_at_once(name: str) -> None:
    people = desks()
    acts, check = SMALL[name](people)
    answered(at_once(acts))
    check()


def _staff() -> dict[str, Any]:
    return {"person": person().pk, "account": account("somebody").pk}


#: A form -> its page, what is typed into it, and the model of which one is there then.
FORMS: dict[str, Callable[[], tuple[str, dict[str, Any], type[models.Model]]]] = {
    "Series": lambda: (add(Series), {"name": "Tides", "slug": "tides"}, Series),
    "Label": lambda: (add(Label), {"name": "Reporting", "kind": "genre"}, Label),
    "Staff": lambda: (add(Staff), _staff(), Staff),
    "standing_heading": lambda: (
        change(series()),
        {
            "standing_sections-TOTAL_FORMS": "1",
            "standing_sections-0-heading": "From the harbour office",
            "standing_sections-0-position": "1",
            "standing_sections-0-id": "",
            "standing_sections-0-series": "",
        },
        StandingSection,
    ),
    "social_address": lambda: (
        change(Publication.objects.get()),
        {
            "social_addresses-TOTAL_FORMS": "1",
            "social_addresses-0-label": "Mastodon",
            "social_addresses-0-address": "https://social.example/@tides",
            "social_addresses-0-id": "",
            "social_addresses-0-publication": "",
        },
        SocialAddress,
    ),
    "person_form": lambda: (add(Person), {"name": "Ana Prado", "slug": "ana-prado"}, Person),
    "topic_form": lambda: (add(Topic), {"name": "Ferries", "slug": "ferries"}, Topic),
    "outlet_form": lambda: (add(Outlet), {"name": "Harbour Ledger"}, Outlet),
    "press": lambda: ("", {}, Series),
}


@pytest.mark.parametrize("name", [name for name in FORMS if name != "press"])
def test_forms_at_once(name: str) -> None:
    people = desks()
    address, typed, model = FORMS[name]()
    pages = [one.open(address) for one in people]
    before = model.objects.count()
    screens = at_once([lambda page=page: page.click("Save", typed) for page in pages])
    assert model.objects.count() - before == 1
    assert sum(screen.sent for screen in screens) == 1
    for screen in screens:
        if not screen.sent:
            assert screen.root.all("ul", class_="errorlist")
            key = next(iter(set(typed) & {"name", "standing_sections-0-heading"}), None)
            assert key is None or screen.value(key) == typed[key]


def test_first_publication_at_once() -> None:
    people = desks()
    Publication.objects.all().delete()
    pages = [one.open(add(Publication)) for one in people]
    names = [f"Tides {one}" for one in range(PEOPLE)]
    screens = at_once(
        [
            lambda page=page, name=name: page.click("Save", name=name)
            for page, name in zip(pages, names, strict=True)
        ]
    )
    assert sum(screen.sent for screen in screens) == 1
    stored = Publication.objects.get().name
    for screen, name in zip(screens, names, strict=True):
        if not screen.sent:
            assert f"Saved by somebody else meanwhile: “{stored}”" in screen.beside("name")
            assert screen.value("name") == name


def test_issues_of_one_title_are_pressed_at_once() -> None:
    people = desks()
    one = series()
    drafts = [issue(one, title="The ferry is late") for _ in people]
    looked = [
        desk.open(press(draft)).click("Show what will happen")
        for desk, draft in zip(people, drafts, strict=True)
    ]
    at_once([lambda page=page: page.click("") for page in looked])
    for draft in drafts:
        draft.refresh_from_db()
    gone_out = [draft.folio for draft in drafts if draft.folio]
    assert gone_out
    assert len({folio.slug for folio in gone_out}) == len(gone_out)
    assert len({folio.number for folio in gone_out}) == len(gone_out)


def test_outlet_in_other_capitals_is_the_same_one() -> None:
    people = desks()
    names = ["Tide Times", "TIDE TIMES", "tide times", "Tide times"]
    briefs = [brief(section(empty_issue())) for _ in people]
    smalls = [Small(desk, one.whole) for desk, one in zip(people, briefs, strict=True)]
    forms = [small.open(one) for small, one in zip(smalls, briefs, strict=True)]

    def act(number: int) -> Screen:
        form = forms[number]
        key = form["source"][-1]
        address = f"https://tides-{number}.example/ferry"
        row = {f"source-{key}-address": address, f"source-{key}-outlet": names[number]}
        return smalls[number].save(briefs[number], {**form, **row}, do=f"outlet:{key}")

    answered(at_once([lambda number=number: act(number) for number in range(PEOPLE)]))
    assert Outlet.objects.filter(name__iexact="tide times").count() == 1
    screen = people[0].open(add(Outlet)).click("Save", name="tIDE tIMES")
    assert screen.beside("name").endswith("is there already.")


def test_topic_that_was_deleted_meanwhile_is_said() -> None:
    desk = desks()[0]
    draft = empty_issue()
    small = Small(desk, draft)
    topic("Kept")
    form = small.open(draft)
    answer = small.save(draft, form, title="Typed", topic=["Zoo", "Kept"])
    assert answer.status == 409
    assert "The topic “Zoo” is not there any more" in answer.response.content.decode()
    draft.refresh_from_db()
    assert draft.title != "Typed"
