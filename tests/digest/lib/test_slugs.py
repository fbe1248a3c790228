"""Addresses made of words."""

from __future__ import annotations

import pytest

from digest.lib.slugs import base, is_plain


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("The pilots go home", "the-pilots-go-home"),
        ("__proto__ -- of a_tide", "proto-of-a-tide"),
        ("Ærø, “quietly”", "r-quietly"),
        ("潮", "issue"),
        ("--", "issue"),
        ("tide " * 20, "-".join(["tide"] * 12)),
    ],
)
def test_what_is_proposed_is_an_address_that_is_accepted(words, address):
    assert base(words, otherwise="issue") == address
    assert is_plain(address)


@pytest.mark.parametrize("slug", ["", "-", "The-tide", "a--b", "a_b", "a-", "-a", "ebb/flow"])
def test_what_is_no_plain_address(slug):
    assert not is_plain(slug)
