"""A form of the frame that is saved after somebody else has: both are shown, nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib import admin
from django.urls import reverse

from digest.lib import dates
from digest.models import Person, Publication, Series
from newsroom import plan
from newsroom.desk.forms.stale import StaleAdmin, StaleForm, StaleFormSet
from newsroom.desk.frame.rhythm import CadenceForm, CadenceFormSet
from newsroom.models import JournalEntry, PhotoCredit
from tests.factories import (
    account,
    cadence,
    issue,
    label,
    member,
    notice,
    outlet,
    person,
    photo,
    pressed,
    publication,
    rules,
    series,
    small_photo,
    standing,
    top_picture,
    topic,
)
from tests.newsroom.desk import uploads
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import add, change, changed, rows

pytestmark = pytest.mark.django_db

#: A row of the frame -> two of its fields, with what each of two people types into them.
FORMS = {
    "person": (person, ("name", "Ana", "Anne"), ("slug", "ana", "anne")),
    "series": (series, ("title_prefix", "Soon", "Later"), ("rhythm", "Daily", "Weekly")),
    "outlet": (outlet, ("name", "The Ledger", "Ledger"), ("aliases", "L", "HL")),
    "topic": (topic, ("name", "Ferries", "Ferry"), ("slug", "ferries", "ferry")),
    "photo": (photo, ("name", "Quay", "Pier"), ("credit-0-creator", "Ana", "Anne")),
    "notice": (notice, ("text", "<p>Give.</p>", "<p>Help.</p>"), ("kind", "call", "sponsor")),
    "publication": (publication, ("name", "Tides", "Sound"), ("tagline", "Wet", "Dry")),
    "label": (lambda: label("Analysis"), ("name", "Report", "News"), ("kind", "section", "genre")),
}


def thursdays():
    weekly = series()
    cadence(weekly, "4", valid_from=dates.now().date() + timedelta(days=2))
    return weekly


@pytest.fixture
def both() -> list[Desk]:
    return [Desk(account(name, is_superuser=True)) for name in ("first", "second")]


def made(name):
    one = FORMS[name][0]()
    if name != "publication":
        publication()
    return one


def stored(one, name):
    """What a field of a row holds; that of its credit where the name says so."""
    if name.startswith("credit-"):
        return getattr(PhotoCredit.objects.get(photo=one), name.split("-")[-1])
    one.refresh_from_db()
    return getattr(one, name)


@pytest.mark.parametrize("name", FORMS)
def test_later_save_of_an_older_form_shows_both_and_overwrites_nothing(both, name):
    one = made(name)
    _make, (field, theirs, mine), _other = FORMS[name]
    first, second = (desk.open(change(one)) for desk in both)
    assert first.click("Save", {field: theirs}).sent
    before = rows()
    screen = second.click("Save", {field: mine})
    assert not screen.sent
    assert "Saved by somebody else meanwhile: " in screen.beside(field)
    assert theirs.removeprefix("<p>").removesuffix("</p>") in screen.beside(field)
    assert screen.value(field) == mine
    assert changed(before) == []
    assert screen.click("Save").sent
    assert stored(one, field) == mine


@pytest.mark.parametrize("name", [name for name in FORMS if name != "label"])
def test_field_that_only_the_other_has_changed_stays_changed(both, name):
    one = made(name)
    _make, (field, mine, _), (other, theirs, _) = FORMS[name]
    first, second = (desk.open(change(one)) for desk in both)
    assert first.click("Save", {other: theirs}).sent
    assert second.click("Save", {field: mine}).sent
    assert (stored(one, field), stored(one, other)) == (mine, theirs)


def test_moment_and_box_that_the_other_has_changed_stay_too(both):
    one = notice()
    weekly = series()
    publication()
    later = (one.ends_at + timedelta(days=1)).date().isoformat()
    first, second = (desk.open(change(one)) for desk in both)
    assert first.click("Save", ends_at_0=later).sent
    assert second.click("Save", text="<p>Help.</p>").sent
    one.refresh_from_db()
    assert (one.ends_at.date().isoformat(), one.text) == (later, "<p>Help.</p>")
    rules(weekly)
    first, second = (desk.open(change(weekly)) for desk in both)
    assert first.click("Save", {"rules-0-dek_required": None, "rules-0-numbering": "none"}).sent
    assert second.click("Save", {"rules-0-byline_required": None}).sent
    weekly.rules.refresh_from_db()
    required = weekly.rules.dek_required, weekly.rules.byline_required
    assert (required, weekly.rules.numbering) == ((False, False), "none")


def test_what_stayed_is_said_and_is_nobodys_change_in_the_journal(both):
    one = person()
    publication()
    first, second = (desk.open(change(one)) for desk in both)
    first.click("Save", name="Ana Prado")
    screen = second.click("Save", slug="ana")
    said = "Somebody else has changed “Name” since you looked. That stays."
    assert said in screen.messages
    entries = JournalEntry.objects.filter(verb="frame.changed").order_by("pk")
    assert [one.detail["fields"] for one in entries] == [["name"], ["slug"]]


def test_row_deleted_meanwhile_can_be_added_anew_and_a_changed_one_is_not_deleted_unseen(both):
    weekly = series()
    publication()
    section = standing(weekly, "From the port")
    first, second = (desk.open(change(weekly)) for desk in both)
    assert first.click("Save", {"standing_sections-0-DELETE": "on"}).sent
    asked = second.click("Save", {"standing_sections-0-heading": "From the quay"})
    assert "Somebody has deleted this row since you looked." in asked.words
    assert weekly.standing_sections.count() == 0
    assert asked.click("Save").sent
    section = weekly.standing_sections.get()
    assert section.heading == "From the quay"
    first, second = (desk.open(change(weekly)) for desk in both)
    assert first.click("Save", {"standing_sections-0-heading": "From the pier"}).sent
    kept = second.click("Save", {"standing_sections-0-DELETE": "on"})
    assert "Somebody has changed this row since you looked." in kept.words
    assert weekly.standing_sections.get().heading == "From the pier"


def test_rules_that_somebody_has_set_first_stay(both):
    weekly = series()
    publication()
    first, second = (desk.open(change(weekly)) for desk in both)
    assert first.click("Save", {"rules-0-dek_required": None}).sent
    assert second.click("Save", {"rules-0-byline_required": None, "name": "Tides"}).sent
    weekly.rules.refresh_from_db()
    assert (weekly.rules.dek_required, weekly.rules.byline_required) == (False, False)
    assert Series.objects.get().name == "Tides"


@pytest.mark.parametrize("wrong", ["", "x" * 500])
def test_wrong_value_does_not_hide_what_the_other_has_saved(both, wrong):
    one = person()
    publication()
    first, second = (desk.open(change(one)) for desk in both)
    assert first.click("Save", name="Theirs").sent
    refused = second.click("Save", name=wrong)
    assert not refused.sent
    asked = refused.click("Save", name="Mine")
    assert not asked.sent
    assert "Saved by somebody else meanwhile: “Theirs”" in asked.beside("name")
    assert asked.click("Save").sent
    assert stored(one, "name") == "Mine"


def test_right_that_was_taken_away_is_not_given_back_with_a_name(both):
    publication()
    one = member("Editor", "somebody")
    group = one.groups.get()
    kept = group.permissions.first()
    first, second = (desk.open(change(one)) for desk in both)
    assert first.click("Save", {"is_active": None, "groups": []}).sent
    assert second.click("Save", last_name="Prado").sent
    one.refresh_from_db()
    assert (one.is_active, one.last_name, one.groups.count()) == (False, "Prado", 0)
    first, second = (desk.open(change(group)) for desk in both)
    assert first.click("Save", permissions=[str(kept.pk)]).sent
    assert second.click("Save", name="Sub-editors").sent
    assert list(group.permissions.all()) == [kept]


def test_row_that_only_the_other_has_deleted_stays_deleted(both):
    one = outlet("Harbour Ledger", "harbourledger.example")
    publication()
    first, second = (desk.open(change(one)) for desk in both)
    assert first.click("Save", {"domains-0-DELETE": "on"}).sent
    assert second.click("Save", name="The Ledger").sent
    assert (stored(one, "name"), one.domains.count()) == ("The Ledger", 0)


def test_note_of_a_skipped_week_and_handing_over_notice_too(both):
    weekly = thursdays()
    publication()
    day = next(iter(weekly.cadences.all())).valid_from
    day += timedelta(days=(3 - day.weekday()) % 7)
    plan.skip(weekly, day, by=both[0].user, note="We are at sea.")
    address = reverse("admin:desk-skip", args=[weekly.pk, day])
    first, second, third = (both[one].open(address) for one in (0, 1, 1))
    assert first.click("Save the note", note="Theirs").sent
    assert second.click("Save the note").sent
    assert weekly.skipped_weeks.get().note == "Theirs"
    asked = third.click("Save the note", note="Mine")
    assert "Saved by somebody else meanwhile: “Theirs”" in asked.words
    assert asked.click("Save the note").sent
    assert weekly.skipped_weeks.get().note == "Mine"
    draft = issue()
    address = reverse("admin:desk-hand", args=[draft.pk])
    first, second = (desk.open(address) for desk in both)
    assert first.click("Hand it over", writer=str(both[0].user.pk)).sent
    assert second.click("Hand it over", editor=str(both[1].user.pk)).sent
    draft.refresh_from_db()
    assert (draft.writer, draft.editor) == (both[0].user, both[1].user)


def test_another_zone_of_a_series_writes_no_rhythm_that_nobody_typed(both):
    weekly = series()
    publication()
    for zone in ("America/Chicago", "Pacific/Auckland", "Pacific/Pago_Pago"):
        assert both[0].open(change(weekly)).click("Save", zone=zone).sent
        assert weekly.cadences.count() == 0


def test_rhythm_that_only_the_other_has_changed_stays_changed(both):
    weekly = thursdays()
    publication()
    first, second = (desk.open(change(weekly)) for desk in both)
    assert first.click("Save", {"cadences-0-time": "11:00"}).sent
    assert second.click("Save", name="Tides").sent
    assert f"{weekly.cadences.get().time:%H:%M}" == "11:00"


@pytest.mark.parametrize("shown", ["", "[", "[" * 100_000, "[]", '{"digest.person.1": 7}', "null"])
def test_rubbish_in_place_of_what_was_shown_does_no_harm(both, shown):
    one = person()
    publication()
    assert both[0].open(change(one)).click("Save", name="Ana Prado", shown=shown).sent
    assert Person.objects.get().name == "Ana Prado"


def test_every_form_of_the_desk_notices() -> None:
    for model, one in admin.site._registry.items():
        assert isinstance(one, StaleAdmin), model
        assert issubclass(one.form, StaleForm), model
        for inline in one.inlines:
            assert issubclass(inline.form, StaleForm | CadenceForm), inline
            assert issubclass(inline.formset, StaleFormSet | CadenceFormSet), inline


def test_two_files_at_once_are_said_to_be_chosen_again(both):
    one = small_photo()
    publication()
    first, second = (desk.open(change(one)) for desk in both)
    assert first.click("Save", original=uploads.jpeg()).sent
    said = second.click("Save", original=uploads.jpeg()).beside("original")
    assert said == "Somebody else has put another file here meanwhile. Choose yours once more."


def test_refused_licence_does_not_hide_what_the_other_has_saved(both):
    publication()
    one = small_photo()
    writer = Desk(member("Writer"))
    older = writer.open(change(one))
    draft = issue()
    top_picture(draft, one)
    pressed(draft)
    assert both[0].open(change(one)).click("Save", name="Theirs").sent
    sent = {"rights_until_0": "2431-01-01", "rights_until_1": "10:00", "name": "Mine"}
    refused = older.click("Save", sent)
    assert not refused.sent
    assert "Saved by somebody else meanwhile: “Theirs”" in refused.beside("name")
    assert stored(one, "name") == "Theirs"


FIRST = "Somebody else has filled this in before you."


def test_first_publication_of_several_is_the_first_ones_until_the_others_have_seen_it(both):
    first, second, third = (both[one].open(add(Publication)) for one in (0, 1, 1))
    assert first.click("Save", name="Tides", tagline="Wet").sent
    before = rows()
    asked = second.click("Save", name="Sound", postal_address="4 Quay Street")
    assert (asked.sent, asked.status) == (False, 200)
    assert FIRST in asked.messages
    assert "Saved by somebody else meanwhile: “Tides”" in asked.beside("name")
    typed = {"name": "Sound", "tagline": "Wet", "postal_address": "4 Quay Street"}
    assert {name: asked.value(name) for name in typed} == typed
    assert changed(before) == []
    again = asked.click("Save")
    assert again.sent
    assert FIRST not in again.messages
    assert Publication.objects.filter(pk=1, **typed).exists()
    assert FIRST in third.click("Save", zone="Europe/Lisbon").messages
    assert Publication.objects.filter(pk=1, zone="Europe/Lisbon", **typed).exists()


def test_rows_of_both_first_publications_are_kept(both):
    first, second = (desk.open(add(Publication)) for desk in both)

    def row(name):
        return {
            "social_addresses-TOTAL_FORMS": "1",
            "social_addresses-0-label": name,
            "social_addresses-0-address": f"https://{name}.example/@tides",
            "social_addresses-0-id": "",
            "social_addresses-0-publication": "",
        }

    assert first.click("Save", {"name": "Tides", **row("mastodon")}).sent
    asked = second.click("Save", {"name": "Sound", **row("bluesky")})
    assert not asked.sent
    assert asked.click("Save").sent
    labels = Publication.objects.get().social_addresses.values_list("label", flat=True)
    assert sorted(labels) == ["bluesky", "mastodon"]
