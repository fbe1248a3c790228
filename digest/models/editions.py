"""Published texts and the time in which each is live."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digest.document import Document, PictureUse
from digest.lib import limits
from digest.models.folios import Folio
from digest.models.immutable import ImmutableModel, ImmutableQuerySet
from digest.models.plaintext import PlainCharField, PlainTextField

#: The columns of the range: all that ever changes in an Edition.
RANGE_COLUMNS = frozenset(
    ["expires_at", "withdrawn_at", "disarmed_at", "suppressed_at", "live_until", "end_cause"]
)


class EditionQuerySet(ImmutableQuerySet):
    """What a reader may have, said once: live() and versions(). A range is [from, until)."""

    def began(self, at: datetime) -> EditionQuerySet:
        """Editions whose range is not empty and has begun at `at`, ended or not."""
        return self.filter(Q(live_until=None) | Q(live_until__gt=F("live_from")), live_from__lte=at)

    def live(self, at: datetime) -> EditionQuerySet:
        """The one current text of each issue that is public at `at`."""
        return self.filter(Q(live_until=None) | Q(live_until__gt=at), live_from__lte=at)

    def versions(self, at: datetime) -> EditionQuerySet:
        """Earlier texts, not suppressed, of issues that have a live text at `at`."""
        current = Edition.objects.live(at).filter(folio=OuterRef("folio"))
        return self.began(at).filter(
            Q(suppressed_at=None) | Q(suppressed_at__gt=at),
            Exists(current),
            live_until__lte=at,
        )

    def armed(self, at: datetime) -> EditionQuerySet:
        """Editions whose range is not empty and begins after `at`: at most one a Folio."""
        return self.filter(Q(live_until=None) | Q(live_until__gt=F("live_from")), live_from__gt=at)

    def newest_first(self) -> EditionQuerySet:
        """By the first moment of the issue, so that a correction does not climb."""
        return self.order_by("-folio__first_live_from", "-folio__pk")

    def listed(self) -> EditionQuerySet:
        """For lists: with folio and series, without the document."""
        return self.select_related("folio__series").defer("document")

    def pictured(self) -> EditionQuerySet:
        """For lists that show the top picture: whose it is stands in the document."""
        return self.select_related("folio__series")

    def move_range(self, edition: Edition, columns: Mapping[str, Any]) -> None:
        """Write range columns of one Edition, in the row and in the object.

        The one exception to immutability; only newsroom/press/door.py calls it, holding
        the locks of the Issue and the Folio.
        """
        if not columns.keys() <= RANGE_COLUMNS:
            raise TypeError(f"not range columns: {sorted(columns.keys() - RANGE_COLUMNS)}")
        models.QuerySet.update(self.filter(pk=edition.pk), **columns)
        for name, value in columns.items():
            setattr(edition, name, value)


class Edition(ImmutableModel):
    """Revision n of a Folio: an immutable document and the range in which it is public."""

    class Kind(models.TextChoices):
        """What an Edition of an issue that was already live is to the text before it."""

        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")
        UPDATE = "update", _("update")
        MINOR = "minor", _("minor change")

    class EndCause(models.TextChoices):
        """Which act or instant ends a range; "" while it has no end."""

        NEXT = "next", _("replaced")
        EXPIRY = "expiry", _("expired")
        WITHDRAWAL = "withdrawal", _("withdrawn")
        DISARM = "disarm", _("disarmed")

    folio = models.ForeignKey(Folio, on_delete=models.PROTECT, related_name="editions")
    revision = models.PositiveIntegerField()
    document = models.TextField()
    fingerprint = PlainCharField(max_length=64)
    kind = PlainCharField(max_length=13, choices=Kind, blank=True)
    note = PlainTextField(blank=True, limit=limits.NOTE)

    title = PlainCharField(max_length=400)
    dek = PlainTextField(blank=True)
    kicker = PlainCharField(max_length=200, blank=True)
    byline = PlainTextField(blank=True)
    picture_key = PlainCharField(max_length=32, blank=True)
    words = models.PositiveIntegerField()

    pressed_at = models.DateTimeField()
    pressed_by = PlainCharField(max_length=150)

    live_from = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    disarmed_at = models.DateTimeField(null=True, blank=True)
    suppressed_at = models.DateTimeField(null=True, blank=True)
    live_until = models.DateTimeField(null=True, blank=True)
    end_cause = PlainCharField(max_length=10, choices=EndCause, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["folio", "revision"]
        indexes = [
            models.Index(fields=["live_from", "live_until"], name="edition_range"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["folio", "revision"], name="edition_revision_is_unique"
            ),
            models.UniqueConstraint(
                fields=["folio"],
                condition=Q(live_until__isnull=True),
                name="edition_open_range_is_one_a_folio",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="edition_ends_not_before_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["correction", "clarification", "update"]) | ~Q(note=""),
                name="edition_kind_has_its_note",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True, end_cause="")
                | (Q(live_until__isnull=False) & ~Q(end_cause="")),
                name="edition_end_has_its_cause",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(folio)s, revision %(number)d") % {
            "folio": self.folio,
            "number": self.revision,
        }

    @cached_property
    def text(self) -> Document:
        """The document, read and brought up to today's version and rule for plain text."""
        return Document.from_json(self.document).plain()

    @cached_property
    def picture(self) -> PictureUse | None:
        """The top picture as it was printed, for lists read with pictured()."""
        return Document.picture_in(self.document)

    def is_empty(self) -> bool:
        """Whether the range holds no instant: disarmed before it began."""
        return self.live_until is not None and self.live_until <= self.live_from

    def has_begun(self, at: datetime) -> bool:
        """Of a row that was read: whether it is among began(at)."""
        return self.live_from <= at and not self.is_empty()

    def is_live(self, at: datetime) -> bool:
        """Of a row that was read: whether it is among live(at)."""
        return self.live_from <= at and (self.live_until is None or self.live_until > at)

    def is_armed(self, at: datetime) -> bool:
        """Of a row that was read: whether it is among armed(at)."""
        return self.live_from > at and not self.is_empty()

    @property
    def prints_note(self) -> bool:
        """Whether readers see a note with it; that of a minor change is a line among versions."""
        return bool(self.note) and self.kind != self.Kind.MINOR

    def get_absolute_url(self) -> str:
        return self.folio.get_absolute_url()

    def get_version_url(self) -> str:
        """The address at which the text stands once it is an earlier version."""
        return reverse(
            "reader:version", args=[self.folio.series.slug, self.folio.slug, self.revision]
        )
