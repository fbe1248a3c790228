"""The specimen: every kind of reader page, from no row at all."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from digest.reader import pages
from newsroom.desk.specimen.sheets import SHEETS
from tests.digest.pagetext import tree
from tests.newsroom.desk import staff
from tests.tables import each


@each("sheet", SHEETS)
def test_sheet_is_made_without_a_query(db, sheet):
    with CaptureQueriesContext(connection) as queries:
        body = sheet().content.decode()
    assert len(queries) == 0
    assert len(tree(body).all("h1")) == 1


def test_sheets_lead_to_one_another(db):
    client = Client()
    client.force_login(staff.editor())
    found = tree(client.get("/preview/specimen/").content.decode())
    links = [link for link in found.one("footer").all("a") if link.words in SHEETS]
    assert [link.words for link in links] == list(SHEETS)
    for link in links:
        assert client.get(link.attributes["href"]).status_code == 200
    assert client.get("/preview/specimen/nothing/").status_code == 404


def test_every_function_that_makes_a_page_has_a_sheet():
    makers = {
        name
        for name, made in vars(pages).items()
        if getattr(made, "__module__", "") == pages.__name__ and not name.startswith("_")
    }
    assert makers - {"issue", "archive_year"} == {sheet.__name__ for sheet in SHEETS.values()} - {
        "much",
        "little",
        "unsigned",
        "earlier",
        "year",
    }
