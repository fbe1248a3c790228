"""What changes what readers see, or what is planned, asks for that right in every form."""

from __future__ import annotations

import re

import pytest
from django.db import transaction
from django.test import Client

from digest.models import Edition, Notice, Picture, Publication, SkippedWeek
from newsroom import plan
from newsroom.models import Cadence, Issue, TakenSlot
from tests.digest.public_addresses import ADDRESSES, Sought
from tests.digest.visitor import Visitor
from tests.factories import small_photo, top_picture
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, changed, now, rows
from tests.newsroom.desk.rim import deeds, effects, formfields
from tests.newsroom.desk.rim.everywhere import Everything, Hand, forms, names_read
from tests.newsroom.desk.small import Small


def said(table: dict) -> dict[str, set[str]]:
    return {form: set(rows) for form, rows in table.items()}


def test_every_field_has_a_row_and_every_row_a_field(db):
    everything = Everything()
    assert formfields.of_admins(everything.owner) == said(effects.ADMIN)
    found = formfields.of_screen(everything.special, everything.live)
    assert {**found, "screen section": found["screen section"] | {"nothing_text"}} == said(
        effects.SCREEN
    )
    assert formfields.of_pages() == said(effects.PAGES)


def test_every_name_on_a_page_or_in_the_code_has_a_row(db):
    everything = Everything()
    tables = [*effects.ADMIN.values(), *effects.SCREEN.values(), *effects.PAGES.values()]
    known = {*effects.BESIDE, *(name for table in tables for name in table)}
    pages = forms(Hand(everything.owner), everything.places())
    names = {plain(name) for form in pages for name in form.values} | names_read()
    assert {name for name in names if name and name not in known} == set()


#: Rows within a form carry a prefix, a key and what counts them; a moment is two fields.
WITHIN = r"(cadences|rules|standing_sections|social_addresses|domains|credit)-(\d+|__prefix__)-"
KEYS = r"(cadences|rules|standing_sections|social_addresses|domains|credit)-[A-Z_]+_FORMS"
OWN = {"id", "series", "seen", "choice"}


def plain(name: str) -> str:
    """A name as the tables have it; "" for what only says which row is meant."""
    if re.fullmatch(KEYS, name):
        return ""
    name = re.sub(r"^source-[0-9a-f-]{36}", "source", name)
    name = re.sub(r"^choice-.*", "choice", re.sub(WITHIN, "", name))
    name = re.sub(r"_[01]$|(?<=new_password)\d$", "", name)
    return "" if name in OWN else name


def test_every_field_that_readers_or_planners_see_has_a_deed(db):
    tables = {**effects.ADMIN, **effects.SCREEN, **effects.PAGES}
    wanted = {
        (form, name, row.right)
        for form, rows in tables.items()
        for name, row in rows.items()
        if row.effect in {effects.READERS, effects.PLAN}
    }
    done = {(deed.form, deed.field, deed.right) for deed in deeds.ALL}
    assert wanted - done == {("screen title", "series", "newsroom.plan_issue")}


class State:
    """What readers have, byte for byte, and what is planned and set."""

    def __init__(self, stage: deeds.Stage) -> None:
        folio = stage.live.folio
        pictures = Picture.objects.values_list("key", flat=True)
        topic = stage.live.issue_topics.first().tag
        author = stage.live.bylines.first().person
        sought = Sought(
            stage.series.slug, folio.slug, topic.slug, author.slug, tuple(pictures), stage.live.pk
        )
        public = [row(sought) for name, row in ADDRESSES.items() if name.startswith("reader:")]
        years = [f"/archive/{now().year}/", f"/{stage.other.slug}/"]
        self.addresses = [*(one for row in public for one in row), *years]

    def now(self) -> dict[str, object]:
        visitor = Visitor()
        asked = {address: visitor.ask(address) for address in self.addresses}
        shown = {address: (one.status_code, one.content) for address, one in asked.items()}
        return {**shown, **self.rows()}

    def rows(self) -> dict[str, object]:
        """What takes effect by time, or by another act, is there already."""
        return {
            "publication": list(Publication.objects.values_list()),
            "notices": list(Notice.objects.order_by("pk").values_list()),
            "editions": list(Edition.objects.order_by("pk").values_list()),
            "pictures": list(Picture.objects.order_by("pk").values_list()),
            "slots": list(TakenSlot.objects.order_by("pk").values_list()),
            "weeks": list(SkippedWeek.objects.order_by("pk").values_list()),
            "rhythms": list(Cadence.objects.order_by("pk").values_list()),
            "planned": list(Issue.objects.order_by("pk").values_list("series", "writer", "editor")),
        }


def send(user, address, data) -> int:
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client.post(address, {k: v for k, v in data.items() if v is not None}).status_code


GROUPS = {
    "frame": deeds.FRAME,
    "rhythm": deeds.RHYTHM,
    "plan": deeds.PLANNED,
    "press": deeds.PRESSED,
}


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS.keys())
def test_deed_asks_for_its_right(db, group):
    stage = deeds.Stage()
    state = State(stage)
    before, wrong = state.now(), []
    for deed in group:
        address, data = deed.sent(stage)
        send(deeds.all_but(deed.right), address, data)
        if state.rows() != {name: before[name] for name in state.rows()}:
            wrong.append(f"{deed}: done without {deed.right}")
    if state.now() != before:
        wrong.append("readers see something else")
    assert wrong == []
    for deed in group:
        with transaction.atomic():
            status = send(stage.owner, *deed.sent(stage))
            if state.now() == before:
                wrong.append(f"{deed}: not done with {deed.right}: {status}")
            transaction.set_rollback(True)
    assert wrong == []


def test_series_of_a_planned_issue_is_refused_in_words(db):
    stage = deeds.Stage()
    draft, other = stage.planned, stage.other
    small = Small(Desk(deeds.all_but("newsroom.plan_issue")), draft)
    form = small.get(small.at(draft)).root.one("select", name="series")
    assert "disabled" in form.attributes
    assert WHY in small.get(small.at(draft)).root.words
    assert small.save(draft, title="Fog").status == 200
    for desk in (small.desk, stage.desk):
        before = rows()
        answer = Small(desk, draft).save(draft, title="Mist", series=str(other.pk))
        assert (answer.status, WHY in answer.root.words) == (422, True)
        assert changed(before) == []
    plan.move(draft, None, by=stage.owner, seen=str(plan.shown(draft, None)))
    assert small.save(draft, series=str(other.pk)).status == 200
    draft.refresh_from_db()
    assert draft.series == other
    assert not TakenSlot.objects.filter(issue=draft).exists()


WHY = "It is planned for a slot of this series: take it off the board first."


def test_end_of_the_licence_is_shown_with_a_reason_and_refused_in_words(db):
    stage = deeds.Stage()
    photo = stage.live.top_picture.photo
    desk = Desk(deeds.all_but("digest.withdraw"))
    page = desk.open(change(photo))
    said = "A pressed issue prints this picture: only a publisher can change how long"
    assert said in page.words
    assert page.click("Save", name="Crane").sent
    address, sent = stage.form(photo, rights_until_0="2020-01-01", rights_until_1="00:00")
    token = page.fields("Save")["csrfmiddlewaretoken"]
    before = rows()
    answer = desk.send(address, {**sent, "name": "Other", "csrfmiddlewaretoken": token})
    assert (answer.sent, said in answer.words) == (False, True)
    assert changed(before) == []


def test_photo_that_no_text_prints_yet_has_its_licence_from_whoever_may_change_it(db):
    stage = deeds.Stage()
    one = small_photo()
    top_picture(stage.planned, one)
    desk = Desk(deeds.all_but("digest.withdraw"))
    typed = {"rights_until_0": "2431-07-01", "rights_until_1": "12:00"}
    assert desk.open(change(one)).click("Save", **typed).sent
    one.refresh_from_db()
    assert one.rights_until.year == 2431
