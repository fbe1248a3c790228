"""Which addresses lead where they seem to lead."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from digest.lib.addresses import (
    domains_of,
    host,
    is_mail_address,
    is_web_address,
    unwrapped,
    validate_web_address,
    without_tracking,
)
from tests.tables import each

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
    # A network of one's own.
    "https://intranet/",
    "https://intranet:8080/b",
    "https://localhost/",
    "https://_tide.example.org/",
    "https://harbour_office.example/",
    "https://example.org./",
    "https://intranet./b",
    "https://[2001:db8::1]:8443/a",
    "https://[2001:DB8::1]/",
    "https://[2001:db8:0:0:0:0:0:1]?q=1",
    "http://[::1]/",
    "https://[fe80::1]",
    "https://[64:ff9b::c000:20a]/",
    "https://example.org/" + "a" * 1900,
    "https://xn--e1afmkfd.example:81/",
    "https://bücher.example:8443/",
    # Vowel signs and tone marks, and the joiners of a path.
    "https://नेटवर्क.भारत/",
    "https://ตัวอย่าง.example/",
    "https://உதாரணம்.example/",
    "https://example.org/فارسی/می\u200cروم",
]

BAD = [
    "",
    "https://https://example.org/",
    "https://e\u0336xample.org/",
    "https://می\u200cروم.example/",
    "https://example.org/\u2800",
    "https://example.org/\U000e0041",
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
    "https://.example.org/",
    "https://example..org/",
    "https://-example.org/",
    "https://example-.org/",
    "https://exam ple.org/",
    "https://exam%70le.org/",
    "https://example.org%00/",
    "https://[::ffff:127.0.0.1]/",
    "https://[example.org]/",
    "https://[",
    "https://[]/",
    "https://[fe80::1%25eth0]/",
    "https://[fe80::1%eth0]/",
    "https://[::ffff:7f00:1]/",
    "https://[0:0:0:0:0:ffff:192.0.2.1]/",
    "https://[::1.2.3.4]/",
    "https://[1::2::3]/",
    "https://[12345::1]/",
    "https://[::1]evil.example/",
    "https://[::1].evil.example/",
    "https://[::1]:0/",
    "https://[::1]:99999/",
    "https://[::1]:8x/",
    "https://user@[::1]/",
    "https://[v1.a]/",
    "https://2001:db8::1/",
    "https://[２001:db8::1]/",
    "https://example.org../",
    "https://./",
    "https://-/",
    "https://1/",
    "https://127.0.0.1./",
    "https://example.١٢٣/",
    "https://example\u115f.org/",
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


@each("address", GOOD)
def test_a_good_address_is_accepted(address: str):
    assert is_web_address(address)
    validate_web_address(address)


@each("address", BAD)
def test_a_hostile_address_is_refused(address: str):
    assert not is_web_address(address)
    with pytest.raises(ValidationError):
        validate_web_address(address)


@each("address", ["mailto:desk@strait.example", "mailto:a.b+c-d@sub.strait.example"])
def test_a_plain_mail_link_is_accepted(address: str):
    assert is_mail_address(address)


@each(
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


@each(
    ("address", "name"),
    [
        ("https://www.Example.org/a", "example.org"),
        ("https://live.example.org", "live.example.org"),
        ("https://wwwexample.org", "wwwexample.org"),
        ("https://intranet:8080/b", "intranet"),
        ("https://www.example.org.:8443/", "example.org"),
        ("https://[2001:DB8::1]:8443/a", "2001:db8::1"),
        ("not an address", ""),
        ("https://[", ""),
    ],
)
def test_host_is_lower_case_without_www(address: str, name: str):
    assert host(address) == name


@each(
    ("address", "domains"),
    [
        ("https://live.example.org/", ["live.example.org", "example.org"]),
        ("https://www.example.org/", ["example.org"]),
        ("https://intranet:8080/b", ["intranet"]),
        ("https://192.0.2.10/report", ["192.0.2.10"]),
        ("https://[2001:db8::1]:8443/a", ["2001:db8::1"]),
        ("not an address", []),
    ],
)
def test_domains_of_an_address(address: str, domains: list[str]):
    assert domains_of(address) == domains


PAGE = "https://ledger.example/a?b=c&d=%C3%A9"
WRITTEN = "https%3A%2F%2Fledger.example%2Fa%3Fb%3Dc%26d%3D%25C3%25A9"

#: What is on a clipboard or in a mail -> what was meant.
WRAPPED = [
    (f"https://www.google.com/url?q={WRITTEN}&sa=D&source=editors&ust=1&usg=x", PAGE),
    (f"https://www.google.com/url?sa=t&url={WRITTEN}", PAGE),
    (f"https://www.google.com/url?sa=t&q=&url={WRITTEN}", PAGE),
    (f"https://google.co.uk/url?q={WRITTEN}", PAGE),
    (f"HTTP://WWW.GOOGLE.COM/url?q={WRITTEN}", PAGE),
    (f"https://eur03.safelinks.protection.outlook.com/?url={WRITTEN}&data=05%7C02%7C", PAGE),
    (f"https://eur03.safelinks.protection.outlook.com?url={WRITTEN}", PAGE),
    (f"https://l.facebook.com/l.php?u={WRITTEN}&h=AT0", PAGE),
    (f"https://lm.facebook.com/l.php?h=AT0&u={WRITTEN}", PAGE),
    (f"https://l.instagram.com/?u={WRITTEN}&e=AT0", PAGE),
    (f"https://www.linkedin.com/redir/redirect?url={WRITTEN}&urlhash=x", PAGE),
    (f"https://www.youtube.com/redirect?event=x&q={WRITTEN}", PAGE),
    (f"https://out.reddit.com/t3_x?url={WRITTEN}", PAGE),
    (f"https://slack-redir.net/link?url={WRITTEN}", PAGE),
    # A redirect to a redirect.
    (
        "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3F"
        "q%3Dhttps%253A%252F%252Fledger.example%252Fa",
        "https://ledger.example/a",
    ),
]

#: What only looks like it, and what must not be had from it.
NOT_WRAPPED = [
    PAGE,
    f"https://ledger.example/url?q={WRITTEN}",
    f"https://google.example/url?q={WRITTEN}",
    f"https://notgoogle.com/url?q={WRITTEN}",
    f"https://www.google.com.evil.example/url?q={WRITTEN}",
    f"https://www.google.com/search?q={WRITTEN}",
    f"https://safelinks.protection.outlook.com.evil.example/?url={WRITTEN}",
    f"https://www.facebook.com/sharer?u={WRITTEN}",
    "https://www.google.com/url?q=pilots",
    "https://www.google.com/url?q=javascript%3Aalert(1)",
    "https://www.google.com/url?q=data%3Atext%2Fhtml%2Cx",
    "https://www.google.com/url?q=%2F%2Fevil.example",
    "https://www.google.com/url?q=https%3A%2F%2Fgood.example%40evil.example%2F",
    "https://www.google.com/url?q=https%3A%2F%2Fledger.example%2F%E2%80%AEgpj",
    "https://www.google.com/url?q=%FF%FE",
    "https://www.google.com/url?q=",
    "https://www.google.com/url",
    "https://www.google.com/url?",
    "mailto:desk@strait.example",
    "javascript:alert(1)",
    "/url?q=https://ledger.example",
    "https://[",
    "",
]


@each(("written", "meant"), WRAPPED)
def test_redirecting_link_is_unwrapped(written: str, meant: str):
    assert unwrapped(written) == meant
    assert unwrapped(meant) == meant


@each("address", NOT_WRAPPED)
def test_any_other_link_is_left_alone(address: str):
    assert unwrapped(address) == address


_WRAPPERS = st.sampled_from(
    [
        "https://www.google.com/url?q=",
        "https://l.facebook.com/l.php?u=",
        "https://x.safelinks.protection.outlook.com/?url=",
        "https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D",
        "https://ledger.example/?u=",
        "&q=",
        "%26",
        "#",
    ]
)


@given(st.lists(_WRAPPERS | st.text(max_size=8), max_size=12).map("".join))
def test_unwrapping_never_raises_and_once_is_enough(address: str):
    once = unwrapped(address)
    assert unwrapped(once) == once
    assert once == address or is_web_address(once)


def test_long_chain_of_redirects_is_followed_to_its_end():
    chain = "https://l.instagram.com/?u=" * 70 + "https://ledger.example/"
    assert unwrapped(chain) == "https://ledger.example/"


TRACKED = [
    ("https://a.example/x?utm_source=mail&utm_medium=web", "https://a.example/x"),
    ("https://a.example/x?id=7&utm_source=mail", "https://a.example/x?id=7"),
    ("https://a.example/x?utm_source=mail&id=7#top", "https://a.example/x?id=7#top"),
    ("https://a.example/x?fbclid=IwAR0#top", "https://a.example/x#top"),
    ("https://a.example/x?a=1&gclid=z&b=2", "https://a.example/x?a=1&b=2"),
    ("https://a.example/x?mc_cid=1&mc_eid=2", "https://a.example/x"),
    ("https://a.example/x?igshid=1", "https://a.example/x"),
    ("https://a.example/x?ref_src=twsrc%5Etfw", "https://a.example/x"),
    ("https://a.example/x?CMPID=1&_hsenc=2", "https://a.example/x"),
    ("https://a.example/x?UTM_Source=1", "https://a.example/x"),
    ("https://a.example/x?utm%5Fsource=1", "https://a.example/x"),
    ("https://a.example/x?utm_source", "https://a.example/x"),
]

UNTRACKED = [
    "https://a.example/x",
    "https://a.example/x?",
    "https://a.example/x?&",
    "https://a.example/x?a=1&&b=%20+2",
    "https://a.example/x?a=utm_source&utm=1",
    "https://a.example/utm_source=1",
    "https://a.example/x#utm_source=1",
    "https://a.example/x?q=a?utm_source",
    "https://a.example/x?ref=home&source=rss",
    "mailto:desk@strait.example",
    "nothing of the kind",
    "",
]


@each(("address", "kept"), TRACKED)
def test_tracking_parameters_go(address: str, kept: str):
    assert without_tracking(address) == kept


@each("address", UNTRACKED)
def test_everything_else_of_an_address_stays_letter_for_letter(address: str):
    assert without_tracking(address) == address


@given(st.text("ax?&=#%5F_utm.:/é", max_size=40) | st.text(max_size=20))
def test_what_is_left_of_an_address_stood_in_it_before(address: str):
    kept = without_tracking(address)
    assert without_tracking(kept) == kept
    left = iter(address)
    assert all(letter in left for letter in kept)
