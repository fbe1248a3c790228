"""What the documentation points at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: `newsroom/press/door.py`, `digest/reader/`: what is named by its path from the top.
PATHS = re.compile(r"`((?:digest|docs|newsroom|static|templates|tests)/[\w./-]*)`")


@pytest.mark.parametrize("page", ["README.md", "docs/architecture.md", "docs/how-to.md"])
def test_every_path_that_is_named_is_there(page):
    named = PATHS.findall((ROOT / page).read_text())
    assert len(named) > 10
    assert [one for one in named if not (ROOT / one).exists()] == []
