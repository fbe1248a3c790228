"""A test of many cases says which of them failed, and how."""

from __future__ import annotations

import inspect
import re

import pytest

from tests.tables import each


def table(test, **fixtures) -> str:
    """What such a test fails with."""
    with pytest.raises(pytest.fail.Exception) as failed:
        test(**fixtures)
    return str(failed.value)


def is_even(number: int) -> None:
    """Raises what an assertion of pytest's raises, where that names both sides."""
    if number % 2:
        raise AssertionError(f"assert {number} is even\n  \n  and all the details")


def test_each_case_is_tried_and_only_those_that_fail_are_listed():
    tried = []

    @each("number", [1, 2, 3, 4])
    def test(number):
        tried.append(number)
        is_even(number)

    assert table(test) == "2 of 4:\n1: assert 1 is even\n3: assert 3 is even"
    assert tried == [1, 2, 3, 4]


def test_no_table_where_every_case_passes():
    each("number", range(0, 8, 2))(is_even)()


def test_an_error_is_listed_with_its_line_and_what_was_not_raised_without():
    @each("text", {"no number": "x", "a number": "1"})
    def test(text):
        with pytest.raises(TypeError):
            int(text)

    said = table(test)
    assert re.match(r"2 of 2:\nno number: ValueError: .* \(test_tables\.py, line \d+\)\n", said)
    assert said.endswith("\na number: DID NOT RAISE TypeError")


def test_two_tables_try_every_pair():
    @each("factor", {"once": 1, "twice": 2})
    @each(("number", "name"), [(1, "one"), (2, "two")])
    def test(factor, number, name):
        is_even(factor * number)

    assert table(test) == "1 of 2:\nonce: 1 of 2:\n    1, 'one': assert 1 is even"


def test_fixtures_are_asked_for_and_cases_are_not():
    @each(("number", "name"), [(1, "one")])
    def test(number, tmp_path, name):
        assert tmp_path == "a folder"

    assert list(inspect.signature(test).parameters) == ["tmp_path"]
    test(tmp_path="a folder")


def test_long_cases_are_cut_and_functions_go_by_their_names():
    @each(("text", "rule"), [("é" * 200, is_even)])
    def test(text, rule):
        raise AssertionError

    assert re.match(r"1 of 1:\n'(\\xe9)+\\xe… \(802\), is_even: ", table(test))


def test_a_table_without_cases_is_refused():
    with pytest.raises(ValueError, match="proves nothing"):
        each("number", [])
