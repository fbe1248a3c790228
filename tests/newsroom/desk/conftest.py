"""People at the desk."""

from __future__ import annotations

import pytest

from tests.factories import publication
from tests.newsroom.desk import staff
from tests.newsroom.desk.deskscreens import Desk


@pytest.fixture
def desk(db: None) -> Desk:
    """An editor's desk, in a publication that is set up."""
    publication()
    return Desk(staff.editor())


@pytest.fixture
def other_desk(db: None) -> Desk:
    """A second editor's."""
    return Desk(staff.editor("Second"))
