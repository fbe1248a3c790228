"""The workshop copy of an issue, and its sections."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase

from digest.lib import limits
from digest.models import Folio, Series, Topic
from digest.models.plaintext import PlainCharField, PlainTextField
from newsroom.models.labels import Label
from newsroom.models.rules import StandingSection

if TYPE_CHECKING:
    from newsroom.models.analysis import LeadAnalysis
    from newsroom.models.photos import PhotoUse


class IssueTopic(ItemBase):
    """A topic on an issue."""

    content_object = models.ForeignKey(
        "newsroom.Issue", on_delete=models.CASCADE, related_name="issue_topics"
    )
    tag = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="issue_topics", verbose_name=_("topic")
    )

    class Meta:
        default_permissions = ()
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="issue_has_topic_once"),
        ]

    #: By what manager and dump find a row: taggit's own names a field that is not here.
    natural_key_fields = ("content_object_id", "tag__name")

    def natural_key(self) -> tuple[int, str]:
        """The issue's key and the topic's name."""
        return self.content_object_id, self.tag.name

    natural_key.dependencies = ["digest.topic"]  # type: ignore[attr-defined]

    def __str__(self) -> str:
        return gettext("“%(topic)s” on “%(issue)s”") % {
            "topic": self.tag,
            "issue": self.content_object,
        }


class Issue(models.Model):  # type: ignore[django-manager-missing]
    """A draft, for ever: what several people edit, and what the press freezes.

    `version` is that of the title block (with byline, labels and topics);
    `content_version` moves with every change to any part and is the issue's lock;
    `saved_at` and `saved_by` (the account's name) move with it. `writer` and `editor` are
    whom it was handed to; readers are told the byline.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="issues", verbose_name=_("series")
    )
    folio = models.OneToOneField(
        Folio, on_delete=models.PROTECT, null=True, editable=False, related_name="issue"
    )
    title = PlainCharField(
        _("title"), max_length=300, blank=True, help_text=_("Without the series' prefix.")
    )
    show_prefix = models.BooleanField(_("show the series' prefix before the title"), default=True)
    dek = PlainTextField(
        _("dek"), blank=True, help_text=_("One sentence under the title."), limit=limits.DEK
    )
    genre_label = models.ForeignKey(
        Label,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": Label.Kind.GENRE},
        verbose_name=_("genre"),
    )
    section_label = models.ForeignKey(
        Label,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": Label.Kind.SECTION},
        verbose_name=_("section"),
    )
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="writes",
        verbose_name=_("writes"),
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="edits",
        verbose_name=_("edits"),
    )
    topics = TaggableManager(_("topics"), through=IssueTopic, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    content_version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(editable=False, db_index=True)
    saved_at = models.DateTimeField(_("last saved"), editable=False, db_index=True)
    saved_by = PlainCharField(_("last saved by"), max_length=150, blank=True, editable=False)

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("plan_issue", _("Can plan: slots, skipped weeks, and who writes")),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Untitled issue"))

    @property
    def whole(self) -> Issue:
        """The title block is a part of the issue itself."""
        return self

    @property
    def analysis(self) -> LeadAnalysis | None:
        """The lead that stands in the issue."""
        return self.analyses.standing_in().first()

    @property
    def top_picture(self) -> PhotoUse | None:
        """The top picture that stands in the issue."""
        return self.top_pictures.standing_in().first()

    def missing_standing(self) -> models.QuerySet[StandingSection]:
        """The standing sections of the series that do not stand in the issue."""
        there = self.sections.standing_in().filter(standing__isnull=False)
        return self.series.standing_sections.exclude(pk__in=there.values("standing"))

    @property
    def preview_address(self) -> str:
        """Where staff see the draft as readers would."""
        return reverse("desk-preview", args=[self.pk])
