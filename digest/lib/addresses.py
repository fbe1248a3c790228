"""Which web addresses an editor may link to.

Django's URLValidator lets through user names, backslashes and bidirectional
controls, with which an address shows one host and leads to another. Here an
address is http or https, names a host in letters a reader can check, and has
nothing before it.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Controls, blanks, backslashes, quotes and the invisible characters that reorder text.
_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\\<>\"`\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]"
)
_HOST = re.compile(r"^(?=.{1,253}$)[^\W_]([\w-]*[^\W_])?(\.[^\W_]([\w-]*[^\W_])?)+$", re.UNICODE)


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
        and _is_plain_host(parts.hostname or "")
    )


def _is_plain_host(name: str) -> bool:
    """Whether a browser asks the very host that a reader sees.

    Browsers fold letters by NFKC, and take a name whose last label is a number for an
    IPv4 address, in whatever notation (WHATWG URL, "host parsing").
    """
    if not _HOST.match(name) or unicodedata.normalize("NFKC", name) != name:
        return False
    if not re.fullmatch(r"\d+|0x[0-9a-f]*", name.rsplit(".", 1)[-1]):
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


def host(address: str) -> str:
    """The host of an address in lower case, without a leading "www."; "" if it has none."""
    try:
        name = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
    return name.removeprefix("www.")
