"""Which addresses lead where they seem to lead."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from digest.lib.addresses import host, is_mail_address, is_web_address, validate_web_address

GOOD = [
    "https://example.org",
    "https://example.org/",
    "http://example.org/a/b.html",
    "HTTPS://EXAMPLE.ORG/",
    "https://www.example.org/a?b=c&d=e#f",
    "https://example.org:8443/",
    "https://sub.sub.example.co.uk/",
    "https://a-b.example/",
    "https://example.org/a_b~c!$'()*+,;=:@d",
    "https://example.org/@somebody",
    "https://example.org/%C3%A9",
    "https://example.org/été",
    "https://example.org/?q=a+b",
    "https://example.org?q=1",
    "https://example.org#top",
    "https://bücher.example/",
    "https://пример.example/",
    "https://xn--bcher-kva.example/",
    "https://新聞.example/",
    "https://1.example/",
    "https://192.0.2.10/report",
    "https://example.org/a//b",
    "https://example.org/a?u=https://other.example/",
    "https://example.org/a[1]",
]

BAD = [
    "",
    " ",
    "example.org",
    "www.example.org",
    "//example.org",
    "/path",
    "#a",
    "?a",
    "https",
    "https:",
    "https:/",
    "https://",
    "https:///",
    "https:///example.org",
    "https:/example.org",
    "https:example.org",
    "https:\\\\example.org",
    "https://example.org\\@evil.example",
    "https:/\\example.org",
    "ftp://example.org",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,x",
    "mailto:a@example.org",
    "tel:+351000",
    "blob:https://example.org/1",
    "ws://example.org",
    "https://user@example.org",
    "https://user:word@example.org",
    "https://@example.org",
    "https://good.example@evil.example",
    "https://good.example%2f@evil.example",
    "https://example.org:99999/",
    "https://example.org:0/",
    "https://example.org:-1/",
    "https://example.org:x/",
    "https://example.org:80:80/",
    "https://localhost/",
    "https://intranet/",
    "https://.example.org/",
    "https://example..org/",
    "https://example.org./",
    "https://-example.org/",
    "https://example-.org/",
    "https://_example.org/",
    "https://exam ple.org/",
    "https://exam%70le.org/",
    "https://example.org%00/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[example.org]/",
    "https://[",
    " https://example.org",
    "https://example.org ",
    "https://example.org/a b",
    "https://example.org/\n",
    "https://example.org/a\tb",
    "java\nscript:alert(1)",
    "https://example.org/\x00",
    "https://example.org/\x7f",
    "https://example.org/<b>",
    'https://example.org/"x',
    "https://example.org/`x",
    "https://example.org/a\\b",
    "https://example.org/\u202egpj",
    "https://good\u200b.example/",
    "https://example\u3002org/",
    "https://example\u2024org/",
    "https://evil.example\u2044.example.org/",
    "https://exam\u00adple.org/",
    "https://example.org/" + "a" * 2000,
    "https://" + "a" * 260 + ".example/",
    # Numbers that browsers read as another address than is written.
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://1.2.3/",
    "http://256.1.1.1/",
    # Letters that browsers turn into others.
    "http://①②⑦.0.0.1/",
    "http://ｅxample.org/",
    "https://ℰxample.org/",
    "https://exªmple.org/",
]


def test_the_tables_are_long_enough():
    assert len(set(GOOD)) >= 20
    assert len(set(BAD)) >= 60


@pytest.mark.parametrize("address", GOOD)
def test_a_good_address_is_accepted(address: str):
    assert is_web_address(address)
    validate_web_address(address)


@pytest.mark.parametrize("address", BAD)
def test_a_hostile_address_is_refused(address: str):
    assert not is_web_address(address)
    with pytest.raises(ValidationError):
        validate_web_address(address)


@pytest.mark.parametrize(
    "address", ["mailto:desk@strait.example", "mailto:a.b+c-d@sub.strait.example"]
)
def test_a_plain_mail_link_is_accepted(address: str):
    assert is_mail_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "mailto:",
        "mailto:desk",
        "mailto:desk@strait",
        "mailto:desk@strait.example?subject=a",
        "mailto:desk@strait.example,other@strait.example",
        "mailto:desk@strait.example\n",
        "mailto:desk @strait.example",
        "mailto:" + "a" * 320 + "@strait.example",
        "MAILTO:desk@strait.example%0a",
        "desk@strait.example",
    ],
)
def test_another_mail_link_is_refused(address: str):
    assert not is_mail_address(address)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.Example.org/a", "example.org"),
        ("https://live.example.org", "live.example.org"),
        ("https://wwwexample.org", "wwwexample.org"),
        ("not an address", ""),
        ("https://[", ""),
    ],
)
def test_host_is_lower_case_without_www(address: str, name: str):
    assert host(address) == name
