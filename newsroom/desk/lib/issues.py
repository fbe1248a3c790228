"""Issues by what a person has to do with them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from digest.models import Edition, Folio
from newsroom import journal
from newsroom.models import Byline, Issue


def pressed_texts(at: datetime) -> QuerySet[Edition]:
    """For the issue of an outer query: its Editions that were, are or are going to be live."""
    texts = Edition.objects.began(at) | Edition.objects.armed(at)
    return texts.filter(folio=OuterRef("folio"))


def unpressed() -> QuerySet[Any]:
    """The keys of issues of which nothing was, is or is going to be live.

    Their Folio, where they have one, has no first moment: two indexes find them among any
    number of issues that went out.
    """
    waiting = Folio.objects.filter(first_live_from=None)
    keys = Issue.objects.order_by().values("pk")
    return keys.filter(folio=None).union(keys.filter(folio__in=waiting))


def whose(viewer: User) -> Q:
    """Issues that the viewer signs, was handed, or has saved or pressed last."""
    name = journal.name_of(viewer)
    signed = Byline.objects.filter(issue=OuterRef("pk"), person__staff__account=viewer)
    pressed = Edition.objects.filter(folio=OuterRef("folio"), pressed_by=name)
    later = Edition.objects.filter(folio=OuterRef("folio"), revision__gt=OuterRef("revision"))
    handed = Q(writer=viewer) | Q(editor=viewer)
    return handed | Q(saved_by=name) | Exists(signed) | Exists(pressed.filter(~Exists(later)))
