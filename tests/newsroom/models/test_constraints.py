"""Every constraint of both houses holds in the database, whatever the code above it does.

Rows are written past save(), past forms and past the press: only the database can refuse.
"""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from digest.models import (
    Edition,
    EditionOutlet,
    EditionPerson,
    EditionPicture,
    EditionTopic,
    Folio,
    FormerAddress,
    Picture,
    Publication,
    Series,
    SkippedWeek,
    Topic,
)
from newsroom.models import (
    PhotoUse,
    RelatedLink,
    Section,
    TakenSlot,
)
from tests.factories import (
    HOUR,
    T0,
    cadence,
    corrected,
    foreign_card,
    issue,
    label,
    notice,
    part,
    person,
    photo,
    pressed,
    publication,
    series,
    small_photo,
    standing,
    top_picture,
    topic,
)
from tests.tables import each

pytestmark = pytest.mark.django_db


def change(model, row, **columns):
    models.QuerySet(model).filter(pk=row.pk).update(**columns)


def copy(row, **columns):
    """The same row once more, under a key of its own."""
    again = type(row).objects.get(pk=row.pk)
    again.pk = None
    for name, value in {"uid": None, "key": None, **columns}.items():
        if name in ("uid", "key") and value is None:
            if hasattr(again, name):
                setattr(again, name, again._meta.get_field(name).get_default())
        else:
            setattr(again, name, value)
    models.QuerySet(type(row)).bulk_create([again])


def two_editions():
    draft = issue()
    top_picture(draft, small_photo())
    return pressed(draft), corrected(draft, now=T0 + HOUR)


def one_of(model):
    def row():
        two_editions()
        return model.objects.first()

    return row


def two_folios():
    one = series()
    pressed(issue(one))
    return pressed(issue(one)).folio, Folio.objects.order_by("pk").first()


def taken(**columns):
    """Give the second Folio of a series what the first one has."""

    def act():
        second, first = two_folios()
        change(Folio, second, **{name: getattr(first, name) for name in columns})

    return act


def edition_with(**columns):
    def act():
        first, _ = two_editions()
        change(Edition, first, **columns)

    return act


def removed(make):
    def act():
        row = make()
        change(type(row), row, removed_at=T0)

    return act


def removed_by_name_only(make):
    def act():
        row = make()
        change(type(row), row, removed_by="noor")

    return act


def doubled(make, **columns):
    def act():
        copy(make(), **columns)

    return act


def changed(make, **columns):
    def act():
        row = make()
        change(type(row), row, **columns)

    return act


def stand_twice():
    draft = issue(series())
    kind = standing(draft.series)
    Section.objects.create(issue=draft, heading="Berths", standing=kind, position=1)
    models.QuerySet(Section).bulk_create(
        [Section(issue=draft, heading="Berths again", standing=kind, position=2)]
    )


def a_section():
    return issue().sections.get()


def a_brief():
    return a_section().briefs.get()


def a_lead():
    return issue().analysis


def a_card():
    return foreign_card(issue())


def a_use():
    return top_picture(issue(), photo(ready=False))


def a_card_use():
    return part(PhotoUse(card=a_card(), photo=photo(ready=False)))


def a_skip():
    return SkippedWeek.objects.create(series=series(), day=date(2431, 3, 13))


def a_rhythm():
    return cadence(series())


def a_taken_slot():
    skip = a_skip()
    return TakenSlot.objects.create(series=skip.series, day=skip.day, skip=skip)


def slot_taken_twice():
    taken = a_taken_slot()
    draft = issue(taken.series)
    models.QuerySet(TakenSlot).bulk_create(
        [TakenSlot(series=taken.series, day=taken.day, issue=draft)]
    )


def slot_of_both():
    taken = a_taken_slot()
    change(TakenSlot, taken, issue=issue(taken.series))


def a_picture():
    return small_photo().picture


VIOLATIONS = {
    "publication_is_one_row": [lambda: Publication.objects.bulk_create([Publication(pk=2)])],
    "social_address_is_given_once": [doubled(lambda: publication().social_addresses.get())],
    "series_slug_is_not_reserved": [changed(series, slug="feeds"), changed(series, slug="admin")],
    "topic_name_is_used_once": [
        lambda: Topic.objects.bulk_create([Topic(name=topic("Fog").name.upper(), slug="fog-2")])
    ],
    **{
        f"{make.__name__}_slug_is_on_a_route": [changed(make, slug="häfen"), changed(make, slug="")]
        for make in (person, series, topic)
    },
    "folio_slug_is_on_a_route": [lambda: change(Folio, two_folios()[0], slug="häfen")],
    "person_left_it_once": [
        doubled(lambda: FormerAddress.objects.create(slug="a", person=person()))
    ],
    "topic_left_it_once": [doubled(lambda: FormerAddress.objects.create(slug="a", topic=topic()))],
    "former_address_is_of_one": [
        lambda: FormerAddress.objects.create(slug="a"),
        lambda: FormerAddress.objects.create(slug="a", topic=topic(), person=person()),
    ],
    "notice_ends_after_it_starts": [changed(notice, ends_at=T0)],
    "week_is_skipped_once": [doubled(a_skip)],
    "cadence_begins_once_a_day": [doubled(a_rhythm)],
    "cadence_counts_weeks": [changed(a_rhythm, every=0)],
    "slot_is_taken_once": [slot_taken_twice],
    "slot_has_an_issue_or_is_skipped": [changed(a_taken_slot, skip=None), slot_of_both],
    "rendition_width_is_made_once": [doubled(lambda: a_picture().renditions.first())],
    "folio_slug_is_used_once": [taken(slug=...)],
    "folio_number_is_used_once": [taken(number=...)],
    "folio_slug_is_not_reserved": [lambda: change(Folio, two_folios()[0], slug="archive")],
    "edition_revision_is_unique": [edition_with(revision=2)],
    "edition_open_range_is_one_a_folio": [edition_with(live_until=None, end_cause="")],
    "edition_ends_not_before_it_begins": [edition_with(live_until=T0 - HOUR)],
    "edition_kind_has_its_note": [
        edition_with(kind="correction"),
        edition_with(kind="clarification"),
        edition_with(kind="update"),
    ],
    "edition_end_has_its_cause": [edition_with(end_cause="")],
    "edition_names_person_once": [doubled(one_of(EditionPerson))],
    "edition_names_topic_once": [doubled(one_of(EditionTopic))],
    "edition_names_outlet_once": [doubled(one_of(EditionOutlet))],
    "edition_names_picture_once": [doubled(one_of(EditionPicture))],
    "label_is_given_once": [doubled(lambda: label("Reporting"))],
    "standing_section_is_named_once": [doubled(lambda: standing(series()))],
    "issue_has_topic_once": [doubled(lambda: issue().issue_topics.get())],
    "byline_names_a_person_once_a_role": [doubled(lambda: issue().bylines.get(), position=5)],
    "byline_place_is_taken_once": [doubled(lambda: issue().bylines.get(), role="with")],
    "section_place_is_taken_once": [doubled(a_section)],
    "section_stands_once_an_issue": [stand_twice],
    "section_nothing_has_its_sentence": [changed(a_section, state="nothing")],
    "brief_place_is_taken_once": [doubled(a_brief)],
    "source_place_is_taken_once": [doubled(lambda: a_brief().sources.get())],
    "link_place_is_taken_once": [doubled(a_card)],
    "link_leads_to_one_place": [
        lambda: change(RelatedLink, a_card(), folio=two_folios()[0]),
    ],
    "photo_is_used_in_one_place": [
        changed(a_use, issue=None),
        lambda: change(PhotoUse, a_use(), card=a_card()),
    ],
    "photo_is_described_or_decorative": [changed(a_use, decorative=True)],
    "lead_stands_once": [doubled(a_lead)],
    "top_picture_stands_once": [doubled(a_use)],
    "card_picture_stands_once": [doubled(a_card_use)],
    "section_is_removed_by_somebody": [removed(a_section), removed_by_name_only(a_section)],
    "newsbrief_is_removed_by_somebody": [removed(a_brief), removed_by_name_only(a_brief)],
    "parked_brief_is_removed": [changed(a_brief, parked=True)],
    "leadanalysis_is_removed_by_somebody": [removed(a_lead), removed_by_name_only(a_lead)],
    "relatedlink_is_removed_by_somebody": [removed(a_card), removed_by_name_only(a_card)],
    "photouse_is_removed_by_somebody": [removed(a_use), removed_by_name_only(a_use)],
}
ACTS = [(name, act) for name, acts in VIOLATIONS.items() for act in acts]


@each(("name", "act"), ACTS)
def test_violation_is_refused_by_the_database(name, act):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()
    message = str(refusal.value)
    if connection.vendor == "postgresql" or "CHECK" in message:
        assert name in message
    else:  # SQLite names the columns of a unique constraint, and the index of a partial one
        assert "UNIQUE" in message or name in message


def test_every_constraint_has_its_violation():
    ours = [
        *apps.get_app_config("digest").get_models(),
        *apps.get_app_config("newsroom").get_models(),
    ]
    names = {constraint.name for model in ours for constraint in model._meta.constraints}
    assert set(VIOLATIONS) == names


@pytest.mark.parametrize("model", [Series, Folio, Picture])
def test_address_and_key_are_unique(model):
    edition, _ = two_editions()
    rows = {
        Series: lambda: copy(edition.folio.series, name="Another"),
        Folio: lambda: copy(edition.folio, uid=edition.folio.uid, slug="other", number=None),
        Picture: lambda: copy(Picture.objects.get(), key=Picture.objects.get().key),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        rows[model]()
