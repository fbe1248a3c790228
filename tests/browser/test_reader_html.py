"""Every reader page is valid HTML."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from newsroom.desk.specimen.sheets import SHEETS
from tests.browser.readers import publish
from tests.html_validation import validate

#: A brief's title is optional; what begins without one is an item of its own all the same.
ARGUED = 'Article lacks heading.*<article class="brief"'


@pytest.mark.validator
@pytest.mark.django_db
def test_every_page_is_valid_html():
    client = Client()
    bodies = {kind: client.get(address).content for kind, address in publish().items()}
    assert all(body.startswith(b"<!doctype html>") for body in bodies.values())
    assert [line for line in validate(bodies) if not re.search(ARGUED, line)] == []


@pytest.mark.validator
@pytest.mark.django_db
def test_every_sheet_of_the_specimen_is_valid_html():
    bodies = {name: sheet().content for name, sheet in SHEETS.items()}
    assert [line for line in validate(bodies) if not re.search(ARGUED, line)] == []
