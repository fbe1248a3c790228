"""A stale save is refused with both texts, and no character of either is lost."""

from __future__ import annotations

import pytest
from django.conf import settings

from newsroom.models import NewsBrief
from newsroom.writing.saving import remove_part
from tests.factories import (
    brief,
    foreign_card,
    issue,
    person,
    section,
    small_photo,
    standing,
    top_picture,
)
from tests.newsroom.desk.small import Small

#: Part -> a field of it, what the first person types there, and the second.
FIELDS = {
    "title block": (lambda d: d, "title", "Fog", "Mist"),
    "lead": (lambda d: d.analysis, "body", "<p>First.</p>", "<p>Second.</p>"),
    "section": (lambda d: d.sections.first(), "heading", "Fog", "Mist"),
    "brief": (
        lambda d: NewsBrief.objects.get(section__issue=d),
        "body",
        "<p>First.</p>",
        "<p>Second.</p>",
    ),
    "card": (foreign_card, "title", "Fog", "Mist"),
    "picture": (lambda d: top_picture(d, small_photo()), "caption", "Fog", "Mist"),
}


@pytest.mark.parametrize("which", FIELDS)
def test_second_save_is_refused_with_both_texts_and_kept_by_choosing(desk, other_desk, which):
    find, field, first, second = FIELDS[which]
    draft = issue()
    part = find(draft)
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(part)
    assert theirs.save(part, **{field: first}).status == 200
    answer = mine.save(part, form, **{field: second})
    assert answer.status == 409
    assert answer.response["HX-Retarget"] == f"#conflict-{part.uid}"
    words = answer.root.words
    assert first.strip("</p>") in words
    assert second.strip("</p>") in words
    part.refresh_from_db()
    assert getattr(part, field) == first

    asked = _answers(answer)
    kept = mine.save(part, {**form, field: second, **asked, "merge": "1"})
    assert kept.status == 200
    part.refresh_from_db()
    result = getattr(part, field)
    assert result == (f"{first}{second}" if field == "body" else second)


def test_saved_text_can_be_chosen_over_mine(desk, other_desk):
    draft = issue()
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(draft)
    theirs.save(draft, title="Fog", dek="Theirs.")
    answer = mine.save(draft, form, title="Mist", dek="Mine.")
    asked = {**_answers(answer), "choice-title": "saved", "choice-dek": "mine", "merge": "1"}
    mine.save(draft, {**form, "title": "Mist", "dek": "Mine.", **asked})
    draft.refresh_from_db()
    assert (draft.title, draft.dek) == ("Fog", "Mine.")


def test_each_passage_is_a_question_of_its_own(desk, other_desk):
    draft = issue()
    lead = draft.analysis
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    mine.save(lead, body="<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>")
    form = mine.open(lead)
    theirs.save(lead, body="<p>One!</p><p>Two.</p><p>Three!</p><p>Four.</p>")
    typed = "<p>One?</p><p>Two.</p><p>Three?</p><p>Four.</p><p>Five.</p>"
    answer = mine.save(lead, form, body=typed)
    asked = _answers(answer)
    names = sorted(name for name in asked if name.startswith("choice-body"))
    assert len(names) == 3
    chosen = dict(zip(names, ["mine", "saved", "both"], strict=True))
    mine.save(lead, {**form, "body": typed, **asked, **chosen, "merge": "1"})
    lead.refresh_from_db()
    assert lead.body == "<p>One?</p><p>Two.</p><p>Three!</p><p>Four.</p><p>Five.</p>"


def test_third_save_in_between_is_asked_about_too(desk, other_desk):
    draft = issue()
    lead = draft.analysis
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(lead)
    theirs.save(lead, body="<p>First.</p>")
    asked = _answers(mine.save(lead, form, body="<p>Mine.</p>"))
    theirs.save(lead, body="<p>First.</p><p>Third.</p>")
    again = mine.save(lead, {**form, "body": "<p>Mine.</p>", **asked, "merge": "1"})
    assert again.status == 409
    assert "Third." in again.root.words
    mine.save(lead, {**form, "body": "<p>Mine.</p>", **_answers(again), "merge": "1"})
    lead.refresh_from_db()
    assert all(word in lead.body for word in ("First.", "Third.", "Mine."))


def test_text_typed_since_the_questions_is_asked_about_anew(desk, other_desk):
    draft = issue()
    lead = draft.analysis
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(lead)
    theirs.save(lead, body="<p>First.</p>")
    asked = _answers(mine.save(lead, form, body="<p>Mine.</p>"))
    later = mine.save(lead, {**form, "body": "<p>Mine, later.</p>", **asked, "merge": "1"})
    assert later.status == 409
    lead.refresh_from_db()
    assert lead.body == "<p>First.</p>"
    mine.save(lead, {**form, "body": "<p>Mine, later.</p>", **_answers(later), "merge": "1"})
    lead.refresh_from_db()
    assert lead.body == "<p>First.</p><p>Mine, later.</p>"


def test_rows_beside_a_stale_form_are_not_saved(desk, other_desk):
    draft = issue()
    one = NewsBrief.objects.get()
    person("Ana Reis")
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    forms = mine.open(one), mine.open(draft)
    theirs.save(one, title="Fog")
    theirs.save(draft, title="Fog")
    before = list(one.sources.values()), list(draft.bylines.values())
    assert mine.save(one, forms[0], source=[]).status == 409
    assert mine.save(draft, forms[1], byline__name=["Ana Reis"]).status == 409
    assert (list(one.sources.values()), list(draft.bylines.values())) == before


def test_rows_of_both_are_kept_by_merging(desk, other_desk):
    draft = issue()
    one = NewsBrief.objects.get()
    ana, rui = person("Ana Reis"), person("Rui Barros")
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    forms = mine.open(one), mine.open(draft)
    [key] = forms[0]["source"][:1]

    def row(address: str, uid: str) -> dict[str, object]:
        return {"source": [key, uid], f"source-{uid}-address": address}

    uids = [f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2)]
    theirs.save(one, {**theirs.open(one), **row("https://a.example/theirs", uids[0])})
    theirs.save(draft, byline__name=["Rui Barros"], byline__role=["author"])
    sent = {**forms[0], **row("https://a.example/mine", uids[1])}
    asked = _answers(mine.save(one, sent))
    mine.save(one, {**sent, **asked, "merge": "1"})
    addresses = {source.address for source in one.sources.all()}
    assert {"https://a.example/theirs", "https://a.example/mine"} <= addresses
    assert len(addresses) == 3

    sent = {**forms[1], "byline-name": ["Ana Reis"], "byline-role": ["author"]}
    asked = _answers(mine.save(draft, sent))
    mine.save(draft, {**sent, **asked, "merge": "1"})
    assert {line.person for line in draft.bylines.all()} == {ana, rui}


def test_two_people_on_different_parts_never_meet(desk, other_desk):
    draft = issue()
    place = section(draft, "Tides")
    parts = [draft, draft.analysis, place, brief(place), foreign_card(draft)]
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    forms = [mine.open(part) for part in parts]
    answers = []
    for number, (part, form) in enumerate(zip(parts, forms, strict=True)):
        other = parts[number - 1]
        if number:
            assert theirs.save(other).status == 200
        answers.append(mine.save(part, form).status)
    assert answers == [200] * 5


def test_moving_makes_no_open_form_stale(desk, other_desk):
    draft = issue()
    place = section(draft, "Tides")
    first, second = brief(place, title="Dredger"), brief(place, title="Ferry")
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(first)
    theirs.post(theirs.at(first, "move/"), {"after": second.pk})
    theirs.post(theirs.at(place, "move/"), {"after": ""})
    remove_part(second, by=other_desk.user)
    assert mine.save(first, form, title="Fog").status == 200
    assert [b.title for b in place.briefs.standing_in()] == ["Fog"]


@pytest.mark.parametrize("seen", ["0", "77", "-1", "x", ""])
def test_save_that_has_seen_no_such_version_is_refused(desk, seen):
    draft = issue()
    answer = Small(desk, draft).save(draft, title="Mist", version=seen)
    assert answer.status in {409, 422}
    before = draft.title
    draft.refresh_from_db()
    assert (draft.title, draft.version) == (before, 1)


def test_late_save_to_a_removed_part_is_kept_and_says_who_removed_it(desk, other_desk):
    draft = issue()
    one = NewsBrief.objects.get()
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(one)
    theirs.post(theirs.at(one, "remove/"))
    answer = mine.save(one, form, title="Fog")
    assert answer.status == 200
    assert "Second removed this. Your text is kept" in answer.root.words
    theirs.post(theirs.at(one, "restore/"))
    one.refresh_from_db()
    assert (one.title, one.removed_at) == ("Fog", None)


def test_person_who_logged_in_since_does_not_save_for_the_one_who_typed(desk, db):
    draft = issue()
    small = Small(desk, draft)
    form = small.open(draft)
    address = small.at(draft)
    other = small.post(address, {**form, "title": "Mist"}, Desk_As="99999")
    assert other.status == 401
    del desk.client.cookies[settings.SESSION_COOKIE_NAME]
    assert small.post(address, {**form, "title": "Mist"}).status == 401
    assert small.get(address).status == 401
    before = draft.title
    draft.refresh_from_db()
    assert draft.title == before


def _answers(answer) -> dict[str, str]:
    """What the panel of a conflict would send, as it stands."""
    return {
        one.attributes["name"]: one.attributes["value"]
        for one in answer.root.all("input")
        if one.attributes.get("type") == "hidden" or "checked" in one.attributes
    }


def test_questions_come_with_an_answer_that_loses_nothing(desk, other_desk):
    draft = issue()
    standing(draft.series)
    lead = draft.analysis
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(lead)
    theirs.save(lead, body="<ul><li><p>a</p></li></ul><p>Both.</p>")
    answer = mine.save(lead, form, body="<blockquote><p>q</p></blockquote><p>Both.</p>")
    bare = {k: v for k, v in _answers(answer).items() if not k.startswith("choice-")}
    body = "<blockquote><p>q</p></blockquote><p>Both.</p>"
    mine.save(lead, {**form, "body": body, **bare, "merge": "1"})
    lead.refresh_from_db()
    assert lead.body == ("<ul><li><p>a</p></li></ul><blockquote><p>q</p></blockquote><p>Both.</p>")


def test_credit_that_two_people_change_is_shown_before_it_is_overwritten(desk, other_desk):
    draft = issue()
    use = top_picture(draft, small_photo(credit="Rui Barros"))
    mine, theirs = Small(desk, draft), Small(other_desk, draft)
    form = mine.open(use)
    other = issue()
    again = top_picture(other, use.photo)
    Small(other_desk, other).save(again, creator="Ana Reis")
    caption = mine.save(use, form, caption="Since May.")
    assert caption.status == 200
    use.photo.credit.refresh_from_db()
    assert use.photo.credit.creator == "Ana Reis"
    use.refresh_from_db()
    form["version"] = use.version
    refused = mine.save(use, form, creator="Ines Duarte")
    assert refused.status == 422
    assert "Saved by somebody else meanwhile: “Ana Reis”" in refused.root.words
    form["credit-shown"] = refused.root.one("input", name="credit-shown").attributes["value"]
    assert mine.save(use, form, creator="Ines Duarte").status == 200
    use.photo.credit.refresh_from_db()
    assert use.photo.credit.creator == "Ines Duarte"
    assert theirs.open(use)["creator"] == ["Ines Duarte"]


def test_done_keeps_the_form_open_while_something_typed_is_not_known_yet(desk):
    draft = issue()
    small = Small(desk, draft)
    open_still = small.save(draft, byline__name=["Ana Prado"], byline__role=["author"], done="1")
    assert "Nobody has that name yet." in open_still.root.words
    assert "HX-Retarget" not in open_still.response
    closed = small.save(draft, byline__name=[], byline__role=[], done="1")
    assert closed.response["HX-Retarget"] == f"#own-{draft.uid}"
