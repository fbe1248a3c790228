"""How the desk says things on its pages and in its lists."""

from __future__ import annotations

from django import template
from django.utils.text import Truncator

from digest.lib import html
from newsroom.desk.lib import clocks
from newsroom.desk.lib.people import called, named
from newsroom.desk.site import plain_media, with_nonce

register = template.Library()
for _filter in (clocks.clock, clocks.weekday, clocks.weekday_clock, called, named):
    register.filter(_filter)


@register.simple_tag(takes_context=True)
def pastes(context: template.Context) -> object:
    """Script and style for pastes into plain fields, for a page without an editor."""
    return with_nonce(plain_media(), context["request"])


@register.filter
def opening(text: str) -> str:
    """The first words of a rich text, for a list."""
    return Truncator(html.plain(text)).words(12)
