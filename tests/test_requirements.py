"""The two locks fit pyproject.toml and each other."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
RUN = PROJECT["dependencies"]
DEV = PROJECT["optional-dependencies"]["dev"]


def pins(name: str) -> dict[str, str]:
    """Package -> version of the lock requirements/`name`.txt."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==([^ ;]+)", text, re.MULTILINE))


@pytest.mark.parametrize(("lock", "wanted"), [("run", RUN), ("dev", RUN + DEV)])
def test_every_dependency_is_pinned_within_its_range(lock: str, wanted: list[str]):
    pinned = pins(lock)
    astray = [
        text
        for text in wanted
        if (need := Requirement(text)).name.lower() not in pinned
        or pinned[need.name.lower()] not in need.specifier
    ]
    assert astray == [], "make lock"


def test_what_runs_is_what_was_tested():
    assert pins("run").items() <= pins("dev").items()


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_every_pin_carries_a_hash_and_no_line_an_address(lock: str):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock))
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"^.*(?://|--index|--extra-index|--find-links).*$", text, re.MULTILINE) == []
