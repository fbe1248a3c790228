"""A draft is brought back to a document: exactly, whatever was done to it in between."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from digest.document import Document
from digest.lib import dates
from newsroom.models import (
    Byline,
    Issue,
    IssueTopic,
    JournalEntry,
    NewsBrief,
    PhotoUse,
    Section,
    Source,
)
from newsroom.models.parts import RESTORABLE
from newsroom.refusals import Refused
from newsroom.text.compose import compose
from newsroom.writing.restoring import restore
from newsroom.writing.saving import move_part, remove_part, restore_part, save_part
from tests.factories import (
    T0,
    account,
    brief,
    foreign_card,
    issue,
    lead,
    own_card,
    part,
    person,
    pressed,
    section,
    series,
    small_photo,
    source,
    standing,
    top_picture,
    topic,
)
from tests.newsroom.press.verbs import retitle
from tests.newsroom.writing.edits import Editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Issue:
    """An issue with everything."""
    weekly = series()
    standing(weekly, "From the Harbour Office")
    standing(weekly, "Notices to mariners", required=False)
    other = issue(title="Low water")
    pressed(other)
    one = issue(weekly, title="The pilots go home")
    said_empty = one.sections.get(heading="From the Harbour Office")
    save_part(said_empty, seen=1, values={"state": "nothing"})
    Byline.objects.create(issue=one, person=person(), role="editor", position=2048)
    IssueTopic.objects.create(content_object=one, tag=topic())
    top_picture(one, small_photo())
    tides = section(one, "Tides", intro="<p>High water.</p>")
    for title in ("Ebb", "Flood", "Slack"):
        source(brief(tides, f"<p>{title} is late.</p>", title=title))
    card = foreign_card(one)
    part(PhotoUse(card=card, photo=small_photo(), alt="A gauge", caption="Built in 1911."))
    own_card(one, other)
    return one


def noor() -> User:
    """Who restores."""
    return User.objects.filter(username="noor").first() or account("noor")


def restored(draft: Issue, document: Document, **asked) -> list[str]:
    """Restore as somebody who has just looked."""
    draft.refresh_from_db()
    asked = {"seen_content_version": draft.content_version, **asked}
    return restore(draft, document, by=noor(), **asked)


@pytest.mark.parametrize("seed", range(12))
def test_draft_says_the_document_again_whatever_was_done_to_it(draft, seed):
    document = compose(draft)
    editor = Editor(draft, seed)
    for times in (1, 5, 25):
        done = editor.edit(times)
        left = restored(draft, document)
        again = compose(draft)
        assert again == document, done
        assert (left, again.fingerprint) == ([], document.fingerprint)


def test_what_the_draft_said_can_be_had_back_from_the_journal(draft):
    document = compose(draft)
    Editor(draft, 31).edit(25)
    edited = compose(draft)
    restored(draft, document, now=T0)
    entry = JournalEntry.objects.get(verb="draft.restored")
    assert (entry.by, entry.at, entry.subject) == ("noor", T0, f"issue:{draft.uid}")
    assert entry.detail["fingerprint"] == document.fingerprint
    kept = Document.from_json(json.dumps(entry.detail["before"]))
    assert kept == edited
    restored(draft, kept)
    assert compose(draft) == edited


def test_parts_that_came_later_are_removed_and_can_be_brought_back(draft):
    document = compose(draft)
    place = section(draft, "Berths")
    late = brief(draft.sections.get(heading="Tides"), title="Spring")
    restored(draft, document)
    for row in (place, late):
        row.refresh_from_db()
        assert (row.removed_at is not None, row.removed_by) == (True, "noor")
        restore_part(row, by=noor())
    assert "Spring" in [one.title for one in compose(draft).briefs()]


def test_part_removed_long_ago_comes_back_as_the_same_row(draft):
    document = compose(draft)
    ebb = NewsBrief.objects.get(title="Ebb")
    remove_part(ebb, by=noor(), now=dates.now() - RESTORABLE - timedelta(days=3))
    restored(draft, document)
    assert NewsBrief.objects.standing_in().get(title="Ebb").pk == ebb.pk
    assert compose(draft) == document


def test_part_that_has_no_row_any_more_is_made_anew_with_its_uid(draft):
    document = compose(draft)
    NewsBrief.objects.filter(title__in=["Ebb", "Slack"]).delete()
    draft.related_links.all().delete()
    PhotoUse.objects.all().delete()
    draft.analyses.all().delete()
    Section.objects.filter(heading="Tides").delete()
    assert restored(draft, document) == []
    assert compose(draft) == document


def test_part_that_says_it_already_keeps_its_version(draft):
    document = compose(draft)
    ebb, flood = (NewsBrief.objects.get(title=title) for title in ("Ebb", "Flood"))
    save_part(ebb, seen=1, values={"body": "<p>Quite otherwise.</p>"})
    was = [draft.version, flood.version, draft.analysis.version]
    restored(draft, document)
    ebb.refresh_from_db()
    flood.refresh_from_db()
    draft.refresh_from_db()
    assert ebb.version == 3
    assert [draft.version, flood.version, draft.analysis.version] == was


@pytest.mark.parametrize(
    "change",
    [
        lambda draft: draft.bylines.all().delete(),
        lambda draft: draft.issue_topics.all().delete(),
    ],
    ids=["byline", "topics"],
)
def test_title_block_moves_its_version_with_its_rows(draft, change):
    document, was = compose(draft), draft.version
    change(draft)
    restored(draft, document)
    draft.refresh_from_db()
    assert draft.version == was + 1


def test_brief_moves_its_version_with_its_sources(draft):
    document, ebb = compose(draft), NewsBrief.objects.get(title="Ebb")
    ebb.sources.first().delete()
    restored(draft, document)
    ebb.refresh_from_db()
    assert (ebb.version, ebb.sources.count()) == (2, 2)


def test_source_that_went_to_another_brief_comes_back(draft):
    document = compose(draft)
    ebb, flood = (NewsBrief.objects.get(title=title) for title in ("Ebb", "Flood"))
    Source.objects.filter(pk=ebb.sources.first().pk).update(brief=flood, position=9999)
    restored(draft, document)
    assert compose(draft) == document


def test_what_nothing_this_week_hides_stays_as_it_is(draft):
    document = compose(draft)
    place = draft.sections.get(heading="From the Harbour Office")
    save_part(place, seen=2, values={"state": "open", "intro": "<p>They did speak.</p>"})
    hidden = brief(place, title="Hidden")
    restored(draft, document)
    assert compose(draft) == document
    place.refresh_from_db()
    hidden.refresh_from_db()
    assert (place.state, place.intro) == ("nothing", "<p>They did speak.</p>")
    assert hidden.removed_at is None


def test_hidden_introduction_that_is_written_over_is_in_the_journal(draft):
    document = compose(draft)
    tides = draft.sections.get(heading="Tides")
    values = {"state": "nothing", "nothing_text": "No tides.", "intro": "<p>Typed since.</p>"}
    save_part(tides, seen=1, values=values)
    restored(draft, document)
    assert compose(draft) == document
    entry = JournalEntry.objects.get(verb="draft.restored")
    assert entry.detail["hidden"] == {str(tides.uid): "<p>Typed since.</p>"}


def test_empty_lead_goes_only_where_another_takes_its_place(draft):
    document = compose(draft)
    remove_part(draft.analysis, by=noor())
    without = compose(draft)
    empty = lead(draft, " ")
    restored(draft, without)
    empty.refresh_from_db()
    assert empty.removed_at is None
    restored(draft, document)
    assert compose(draft) == document


def test_draft_changed_meanwhile_is_left_alone(draft):
    document, seen = compose(draft), draft.content_version
    draft.refresh_from_db()
    seen = draft.content_version
    retitle(draft, "Typed meanwhile")
    edited = compose(draft)
    with pytest.raises(Refused, match="Somebody has changed the draft since you looked at it"):
        restored(draft, document, seen_content_version=seen)
    assert compose(draft) == edited
    assert not JournalEntry.objects.filter(verb="draft.restored").exists()


def test_move_counts_as_a_change(draft):
    draft.refresh_from_db()
    document, seen = compose(draft), draft.content_version
    move_part(NewsBrief.objects.get(title="Slack"), after=None)
    with pytest.raises(Refused):
        restored(draft, document, seen_content_version=seen)


def test_document_of_another_issue_is_refused(draft):
    with pytest.raises(ValueError, match="another issue"):
        restored(draft, compose(issue()))


def test_other_issues_are_left_alone(draft):
    document, other = compose(draft), issue()
    foreign_card(other)
    top_picture(other, small_photo())
    was = compose(other)
    Editor(draft, 5).edit(20)
    restored(draft, document)
    assert compose(other) == was


# What the frame has changed


def test_somebody_renamed_is_told(draft):
    document = compose(draft)
    who, about = draft.bylines.first().person, draft.issue_topics.first().tag
    cited = NewsBrief.objects.get(title="Ebb").sources.first().outlet
    old = [who.name, about.name, cited.name]
    for row, name in ((who, "Ana Costa"), (about, "Pilots"), (cited, "The Ledger")):
        type(row).objects.filter(pk=row.pk).update(name=name)
    retitle(draft, "Otherwise")
    assert restored(draft, document) == [
        f"“{was}” is called “{now}” by now, and so it says in the draft."
        for was, now in zip(old, ["Ana Costa", "Pilots", "The Ledger"], strict=True)
    ]
    assert compose(draft).title == document.title


def test_somebody_deleted_is_left_out_and_told(draft):
    document = compose(draft)
    who, about = draft.bylines.first().person, draft.issue_topics.first().tag
    cited = NewsBrief.objects.get(title="Ebb").sources.first()
    draft.bylines.all().delete()
    draft.issue_topics.all().delete()
    cited.delete()
    for row in (who, about, cited.outlet):
        row.delete()
    assert restored(draft, document) == [
        f"“{row.name}” is not there any more and was left out."
        for row in (who, about, cited.outlet)
    ]
    again = compose(draft)
    assert again.byline == document.byline[1:]
    assert again.topics == document.topics[1:]
    source_ = list(again.briefs())[1].sources[0]
    assert (source_.uid, source_.address) == (str(cited.uid), cited.address)
    assert source_.outlet.uid == ""


def test_photo_that_is_gone_is_told(draft):
    document, use = compose(draft), draft.top_picture
    use.delete()
    use.photo.delete()
    assert restored(draft, document) == [
        "The photo of the picture “The crane has not moved since May.” is gone; "
        "the picture was left out."
    ]
    assert compose(draft).picture is None


def test_photo_with_another_file_and_another_credit_is_told(draft):
    document, photo = compose(draft), draft.top_picture.photo
    newer = small_photo()
    type(photo.picture).objects.filter(pk=newer.picture.pk).update(photo_uid=photo.uid)
    old, new = photo.picture, newer.picture
    type(photo).objects.filter(pk=newer.pk).update(picture=None)
    type(photo).objects.filter(pk=photo.pk).update(picture=new)
    photo.credit.creator = "Somebody else"
    photo.credit.save()
    assert old != new
    remove_part(draft.top_picture, by=noor())
    words = "The crane has not moved since May."
    assert restored(draft, document) == [
        f"The photo of the picture “{words}” has another file by now.",
        f"The credit of the picture “{words}” is another by now.",
    ]
    assert draft.top_picture.photo == photo


def test_prefix_that_the_series_changed_is_told(draft):
    document = compose(draft)
    type(draft.series).objects.update(title_prefix="Sound")
    assert restored(draft, document) == [
        "The prefix of the series was “Harbour Watch” and is “Sound” by now."
    ]


def test_related_issue_that_is_gone_is_told(draft):
    document = compose(draft)
    folio = document.cards[1].folio
    gone = Document.from_json(document.to_json().replace(folio, f"00000000{folio[8:]}"))
    said = ["A related issue is not there any more; its card could not be restored."]
    assert restored(draft, gone) == said
    draft.related_links.filter(folio__isnull=False).delete()
    assert restored(draft, gone) == said
    assert len(compose(draft).cards) == 1


def test_address_that_cannot_be_linked_to_stays_as_it_was_typed(draft):
    ebb = NewsBrief.objects.get(title="Ebb")
    cited = ebb.sources.first()
    Source.objects.filter(pk=cited.pk).update(address="ledger, page 4", outlet=None)
    card = draft.related_links.get(folio=None)
    save_part(card, seen=1, values={"address": "see the quarterly"})
    document = compose(draft)
    retitle(draft, "Otherwise")
    assert restored(draft, document) == []
    assert compose(draft) == document
    cited.refresh_from_db()
    card.refresh_from_db()
    assert (cited.address, card.address) == ("ledger, page 4", "see the quarterly")


def test_draft_says_who_has_brought_it_back(draft):
    document = compose(draft)
    retitle(draft, "Otherwise")
    restored(draft, document, now=T0)
    draft.refresh_from_db()
    assert (draft.saved_by, draft.saved_at) == ("noor", T0)


def test_card_has_its_own_picture_again(draft):
    bare = foreign_card(draft, title="Without a picture")
    document = compose(draft)
    card = draft.related_links.get(title="What tides remember")
    remove_part(card.pictures.get(), by=noor())
    for one in (card, bare):
        part(PhotoUse(card=one, photo=small_photo(), alt="A lamp"))
    restored(draft, document)
    assert compose(draft) == document
