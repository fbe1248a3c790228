"""An issue is handed to who writes it and who edits it."""

from __future__ import annotations

import pytest

from newsroom import plan
from newsroom.models import Issue
from newsroom.text.compose import compose
from tests.factories import account, issue
from tests.newsroom.plan.weeks import NOW
from tests.newsroom.press.verbs import last_entry, presser

pytestmark = pytest.mark.django_db


def handed(one, writer, editor):
    plan.hand(one, writer=writer, editor=editor, by=presser(), now=NOW)


def test_issue_is_handed_over():
    one, writer, editor = issue(), account("ines"), account("rui")
    handed(one, writer, editor)
    stored = Issue.objects.get(pk=one.pk)
    assert (stored.writer, stored.editor) == (writer, editor) == (one.writer, one.editor)
    line = last_entry()
    assert (line.verb, line.by, line.at) == ("issue.handed", "presser", NOW)
    assert line.subject == f"issue:{one.uid}"
    assert (line.detail["from"], line.detail["to"]) == (["", ""], ["ines", "rui"])


def test_journal_says_from_whom():
    one, writer, editor = issue(), account("ines"), account("rui")
    handed(one, writer, editor)
    # Somebody whose object is older than that.
    handed(one, editor, None)
    assert last_entry().detail["from"] == ["ines", "rui"]
    assert last_entry().detail["to"] == ["rui", ""]
    assert Issue.objects.get(pk=one.pk).editor is None


def test_handing_is_no_change_of_the_text():
    one = issue()
    before = Issue.objects.get(pk=one.pk)
    fingerprint = compose(before).fingerprint
    handed(one, account("ines"), account("rui"))
    after = Issue.objects.get(pk=one.pk)
    assert compose(after).fingerprint == fingerprint
    assert (after.version, after.content_version) == (before.version, before.content_version)
    assert (after.saved_at, after.saved_by) == (before.saved_at, before.saved_by)


def test_account_that_is_deleted_leaves_the_issue():
    one, writer = issue(), account("ines")
    handed(one, writer, None)
    writer.delete()
    assert Issue.objects.get(pk=one.pk).writer is None
