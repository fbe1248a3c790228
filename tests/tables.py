"""A corpus as one test: each case of it is tried, and a failure is a table of what went wrong."""

from __future__ import annotations

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

Test = Callable[..., None]
#: So much of a case is its name in a table.
SHOWN = 100


def each(
    names: str | tuple[str, ...], cases: Iterable[Any] | Mapping[str, Any]
) -> Callable[[Test], Test]:
    """Try a test with each case and fail once, with a line for every case that did not pass.

    Written as pytest.mark.parametrize is, or with a mapping of what the cases are called; two of
    them above one test try every pair. Cases share the test's fixtures and its transaction: what
    one writes and does not take back, the next one finds.
    """
    named = cases.items() if isinstance(cases, Mapping) else ((_name(one), one) for one in cases)
    table = list(named)
    if not table:
        raise ValueError("a test without a case proves nothing")

    def tabled(test: Test) -> Test:
        @functools.wraps(test)
        def tried(**fixtures: Any) -> None:
            faults = []
            for name, case in table:
                one = {names: case} if isinstance(names, str) else zip(names, case, strict=True)
                try:
                    test(**fixtures, **dict(one))
                except (Exception, pytest.fail.Exception) as fault:
                    faults.append(f"\n{name}: {_said(fault)}")
            if faults:
                pytest.fail(f"{len(faults)} of {len(table)}:{''.join(faults)}", pytrace=False)

        asked = inspect.signature(test)
        taken = {names} if isinstance(names, str) else {*names}
        fixtures = [one for name, one in asked.parameters.items() if name not in taken]
        tried.__signature__ = asked.replace(parameters=fixtures)  # type: ignore[attr-defined]
        return tried

    return tabled


def _name(case: Any) -> str:
    if isinstance(case, tuple):
        return ", ".join(map(_name, case))
    shown = getattr(case, "__name__", None) or ascii(case)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}… ({len(shown)})"


def _said(fault: BaseException) -> str:
    """An assertion without pytest's details; any other error with the line it comes from."""
    said = str(fault).partition("\n  \n")[0].replace("\n", "\n    ")
    if isinstance(fault, AssertionError | pytest.fail.Exception):
        return said
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__}: {said} ({Path(last.filename).name}, line {last.lineno})"
