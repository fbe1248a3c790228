"""Which web addresses an editor may link to, and which address a link really means.

Django's URLValidator lets through user names, backslashes and bidirectional
controls, with which an address shows one host and leads to another. Here an
address is http or https, names a host in letters a reader can check, and has
nothing before it. A host is a name of one label or more ("intranet"), or an IP address
in its usual notation.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Controls, blanks, backslashes, quotes and characters that are not seen or reorder text.
_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\\<>\"`\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    r"\u2028-\u202f\u2060-\u206f\u2800\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
#: Blocks of marks that go onto the letters of any script: no name of a host needs them.
_ON_ANY_LETTER = [(0x300, 0x36F), (0x483, 0x489), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF)]
_ON_ANY_LETTER += [(0x20D0, 0x20FF), (0xFE00, 0xFE2F)]
#: Vowel signs and the like, without which nobody writes Hindi or Thai.
_MARKS = "".join(
    chr(one)
    for one in range(0x300, 0x1F000)
    if unicodedata.category(chr(one)) in {"Mn", "Mc"}
    and not any(first <= one <= last for first, last in _ON_ANY_LETTER)
)
_LABEL = rf"\w(?:[\w{_MARKS}-]*[\w{_MARKS}])?"
_HOST = re.compile(rf"(?=.{{1,253}}$)(?!https?$){_LABEL}(?:\.{_LABEL})*\.?")
_IPV6 = re.compile(r"\[([0-9a-f:]+)\](:[0-9]*)?", re.IGNORECASE)


#: Characters of a host (RFC 1035, 2.3.4).
LONGEST_HOST = 253


def is_web_address(value: str) -> bool:
    """Whether `value` is an absolute http(s) address whose host is what it seems."""
    if len(value) > 2000 or _FORBIDDEN.search(value):
        return False
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    return (
        parts.scheme.lower() in {"http", "https"}
        and "@" not in parts.netloc
        and port != 0
        and (
            _is_ipv6(parts.netloc) if "[" in parts.netloc else _is_plain_host(parts.hostname or "")
        )
    )


def _is_ipv6(netloc: str) -> bool:
    """Whether the host is an IPv6 address of its own: no zone, and no IPv4 address inside."""
    found = _IPV6.fullmatch(netloc)
    try:
        return found is not None and ipaddress.IPv6Address(found[1]).ipv4_mapped is None
    except ValueError:
        return False


def _is_plain_host(name: str) -> bool:
    """Whether a browser asks the very host that a reader sees.

    Browsers fold letters by NFKC, and take a name whose last label is a number for an
    IPv4 address, in whatever notation (WHATWG URL, "host parsing").
    """
    if not _HOST.fullmatch(name) or unicodedata.normalize("NFKC", name) != name:
        return False
    if not re.fullmatch(r"\d+|0x[0-9a-f]*", name.removesuffix(".").rsplit(".", 1)[-1]):
        return True
    try:
        return str(ipaddress.IPv4Address(name)) == name
    except ValueError:
        return False


def is_mail_address(value: str) -> bool:
    """Whether `value` is a plain `mailto:` link."""
    return bool(re.fullmatch(r"mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+", value)) and len(value) < 320


def validate_web_address(value: str) -> None:
    """Raise ValidationError unless is_web_address(value)."""
    if not is_web_address(value):
        raise ValidationError(
            _("Write a full web address that begins with https:// and names a site."),
            code="address",
        )


def linkable(address: str) -> str:
    """The address where a page may link to it, else "": whoever stored it, and whenever."""
    return address if is_web_address(address) else ""


def host(address: str) -> str:
    """The host of an address in lower case, without a leading "www."; "" if it has none.

    Without its port, an IPv6 address without its brackets.
    """
    if len(address) > 2000:
        return ""
    try:
        name = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
    return name.removesuffix(".").removeprefix("www.") if len(name) <= LONGEST_HOST else ""


def domains_of(address: str) -> list[str]:
    """The host and the domains it is under, the most precise first; of one label only the host.

    Of "https://live.example.org/": "live.example.org", "example.org".
    """
    name = host(address)
    if not name or is_number(name):
        return [name] if name else []
    labels = name.split(".")
    return [".".join(labels[cut:]) for cut in range(max(1, len(labels) - 1))]


def is_number(name: str) -> bool:
    """Whether a host is an IP address: it has no domain above it, and says no name."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


#: Hosts that only pass on -> their paths (None: any) and where they carry what was meant.
#: static/js/desk/addresses.js has the same list.
_REDIRECTS: list[tuple[re.Pattern[str], set[str] | None, tuple[str, ...]]] = [
    (re.compile(r"(www\.)?google(\.[a-z]{2,3}){1,2}"), {"/url"}, ("q", "url")),
    (re.compile(r"[a-z0-9.-]+\.safelinks\.protection\.outlook\.com"), {"/"}, ("url",)),
    (re.compile(r"(l|lm|www)\.facebook\.com"), {"/l.php"}, ("u",)),
    (re.compile(r"l\.instagram\.com"), {"/"}, ("u",)),
    (re.compile(r"www\.linkedin\.com"), {"/redir/redirect", "/safety/go"}, ("url",)),
    (re.compile(r"(www\.)?youtube\.com"), {"/redirect"}, ("q",)),
    (re.compile(r"out\.reddit\.com"), None, ("url",)),
    (re.compile(r"slack-redir\.net"), {"/link"}, ("url",)),
]


def unwrapped(address: str) -> str:
    """The address that a mailer's or a site's redirecting link stands for; others unchanged.

    Never raises; what is meant must be a web address itself, or the link stays as it is.
    A redirect to a redirect is followed too: what is meant is shorter each time.
    """
    while (meant := _meant_by(address)) is not None and is_web_address(meant):
        address = meant
    return address


def _meant_by(address: str) -> str | None:
    if not is_web_address(address):
        return None
    parts = urlsplit(address)
    for name, paths, parameters in _REDIRECTS:
        if name.fullmatch(parts.hostname or "") and (paths is None or (parts.path or "/") in paths):
            query = parse_qs(parts.query)
            return next((query[one][0] for one in parameters if one in query), None)
    return None


#: Parameters of mailings, advertisers and networks: they say who came from where, and no more.
_TRACKING = re.compile(
    r"utm_.*|[a-z]{1,3}clid|msclkid|gclsrc|[gw]braid|igshid|igsh|mc_[ce]id|_hs(enc|mi)|__hs[a-z]+"
    r"|hsctatracking|mkt_tok|vero_id|oly_(anon|enc)_id|wickedid|ref_(src|url)|cmpid|s_cid"
    r"|ns_(mchannel|source|campaign)|at_(medium|campaign)|xtor|smid",
    re.IGNORECASE,
)


def without_tracking(address: str) -> str:
    """The address without the parameters that only say who came from where.

    The rest stays as it is, letter for letter; an address without any comes back unchanged.
    """
    rest, hash_, fragment = address.partition("#")
    path, mark, query = rest.partition("?")
    parameters = query.split("&")
    kept = [one for one in parameters if not _is_tracking(one)]
    if len(kept) == len(parameters):
        return address
    return path + (mark if kept else "") + "&".join(kept) + hash_ + fragment


def _is_tracking(parameter: str) -> bool:
    return bool(_TRACKING.fullmatch(unquote(parameter.partition("=")[0])))
