"""What a series asks of its issues."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from digest.lib import limits
from digest.models import Series
from digest.models.plaintext import PlainCharField, PlainTextField
from newsroom.models.labels import Label


class SeriesRules(models.Model):
    """What preflight insists on in a series, how its issues are numbered, how they begin."""

    class Numbering(models.TextChoices):
        """Whether issues have numbers, and when counting begins anew."""

        NONE = "none", _("no numbers")
        RUNNING = "running", _("running")
        BY_YEAR = "by year", _("anew each year")

    series = models.OneToOneField(
        Series, on_delete=models.CASCADE, related_name="rules", verbose_name=_("series")
    )
    dek_required = models.BooleanField(_("every issue has a dek"), default=True)
    byline_required = models.BooleanField(_("every issue has a byline"), default=True)
    sources_required = models.BooleanField(_("every brief has a source"), default=True)
    numbering = PlainCharField(
        _("numbering"), max_length=7, choices=Numbering, default=Numbering.RUNNING
    )
    show_prefix = models.BooleanField(_("issues show the title prefix"), default=True)
    genre_label = models.ForeignKey(
        Label,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": Label.Kind.GENRE},
        verbose_name=_("genre"),
    )
    section_label = models.ForeignKey(
        Label,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": Label.Kind.SECTION},
        verbose_name=_("section"),
    )
    default_photo = models.ForeignKey(
        "newsroom.Photo",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("top picture"),
        help_text=_("Stands in every new issue, without caption, until it is exchanged."),
    )
    default_alt = PlainCharField(
        _("description of the picture"),
        max_length=500,
        blank=True,
        help_text=_("What it shows; empty: it is decorative."),
    )
    repeats_layout = models.BooleanField(
        _("begin with the sections and headings of the issue before"), default=False
    )

    class Meta:
        verbose_name = _("rules of the series")
        verbose_name_plural = _("rules of the series")

    def __str__(self) -> str:
        return str(self.series)


class StandingSection(models.Model):
    """What a series repeats every week."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="standing_sections")
    heading = PlainCharField(_("heading"), max_length=200)
    position = models.PositiveIntegerField(_("order"), default=0)
    required = models.BooleanField(
        _("required"), default=False, help_text=_("Filled, or said to be empty, in every issue.")
    )
    nothing_sentences = PlainTextField(
        _("sentences for an empty week"),
        blank=True,
        help_text=_("One a line; the first is proposed."),
        limit=limits.LISTED,
    )

    class Meta:
        verbose_name = _("standing section")
        verbose_name_plural = _("standing sections")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "heading"], name="standing_section_is_named_once"
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def proposed_sentence(self) -> str:
        """The first sentence for an empty week, or ""."""
        return next(iter(self.nothing_sentences.splitlines()), "")
