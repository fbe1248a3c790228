"""What preflight says of addresses, and of a title that repeats the prefix of its series."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.models import PhotoUse
from newsroom.text import preflight
from newsroom.text.compose import compose
from tests.factories import T0, foreign_card, issue, part, series, small_photo, top_picture
from tests.newsroom.text.test_preflight import about, change, findings, only_brief

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["licence_address", "source_address"])
@pytest.mark.parametrize("on_a_card", [False, True])
def test_e014_credit_whose_address_is_none(name, on_a_card):
    draft = issue()
    if on_a_card:
        card = foreign_card(draft)
        use = part(PhotoUse(card=card, photo=small_photo(), alt="A buoy"))
    else:
        use = top_picture(draft, small_photo())
    for bad in ("javascript:alert(1)", "licences.example/by", "https://"):
        change(use.photo.credit, **{name: bad})
        assert findings(draft) == about("E014", use)
    change(use.photo.credit, **{name: "https://licences.example/by"})
    assert findings(draft) == []


def test_e014_text_frozen_before_is_judged_by_what_stands_in_it():
    draft = issue()
    use = top_picture(draft, small_photo())
    clean = compose(draft)
    change(use.photo.credit, licence_address="javascript:alert(1)")
    found = preflight.run(clean, series=draft.series, at=T0, of_draft=False)
    assert found == []
    credit = replace(clean.picture.credit, licence_address="javascript:alert(1)")
    old = replace(clean, picture=replace(clean.picture, credit=credit))
    found = preflight.run(old, series=draft.series, at=T0, of_draft=False)
    assert [(one.id, one.place) for one in found] == [("preflight.E014", str(use.uid))]


def test_w005_title_that_repeats_the_prefix():
    draft = issue(series(title_prefix="Diplomacy Watch"), title="DIPLOMACY WATCH – The envoy")
    assert findings(draft) == about("W005", draft)
    change(draft, show_prefix=False)
    assert findings(draft) == []
    change(draft, show_prefix=True, title="The envoy")
    assert findings(draft) == []


TRACKED = "https://ledger.example/a?utm_source=letter&id=1"


def _tracked_lead(draft):
    change(draft.analysis, body=f'<p>They <a href="{html_of(TRACKED)}">said</a> so.</p>')
    return draft.analysis


def html_of(address):
    return address.replace("&", "&amp;")


def _tracked_brief(draft):
    one = only_brief(draft)
    change(one, body=f'<p>They <a href="{html_of(TRACKED)}">said</a> so.</p>')
    return one


def _tracked_source(draft):
    one = only_brief(draft)
    change(one.sources.get(), address=TRACKED)
    return one


def _tracked_intro(draft):
    place = draft.sections.get()
    change(place, intro=f'<p>They <a href="{html_of(TRACKED)}">said</a> so.</p>')
    return place


def _tracked_credit(draft):
    use = top_picture(draft, small_photo())
    change(use.photo.credit, source_address=TRACKED)
    return use


def _tracked_opening(draft):
    return foreign_card(draft, opening=f'<p><a href="{html_of(TRACKED)}">So</a> it was.</p>')


def _tracked_card(draft):
    return foreign_card(draft, address=TRACKED)


@pytest.mark.parametrize(
    "track",
    [
        _tracked_lead,
        _tracked_brief,
        _tracked_source,
        _tracked_intro,
        _tracked_credit,
        _tracked_opening,
        _tracked_card,
    ],
)
def test_w060_address_that_tells_where_its_reader_comes_from(track):
    draft = issue()
    place = track(draft)
    assert findings(draft) == about("W060", place)
