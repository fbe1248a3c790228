"""Who lacks a right is told so on a page of the desk, with the way back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories import account, issue
from tests.html_validation import validate
from tests.newsroom.desk.deskscreens import Desk


@pytest.fixture
def refused(db):
    """What a writer gets who asks to hand an issue over."""
    writer = Desk(account("", "newsroom.change_issue"))
    return writer.open(reverse("admin:desk-hand", args=[issue().pk]))


def test_refusal_is_a_page_of_the_desk(refused):
    assert refused.status == 403
    assert "Your account has no right to do this." in refused.words
    assert refused.follow("Back to what needs you").address == reverse("admin:index")


@pytest.mark.validator
def test_page_is_valid(refused):
    assert validate({"forbidden": refused.response.content}) == []
