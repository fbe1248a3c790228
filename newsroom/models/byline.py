"""Who signs an issue, and whose account is whose."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from digest.models import Person
from digest.models.plaintext import PlainCharField
from newsroom.models.issues import Issue
from newsroom.models.parts import Placed, placed_once


class Byline(Placed):
    """A person's name on an issue; saved with its title block."""

    class Role(models.TextChoices):
        """What a person did for an issue; the document has the value, pages the words."""

        AUTHOR = "author", _("author")
        EDITOR = "editor", _("editor")
        WITH = "with", _("with")
        ILLUSTRATION = "illustration", _("illustration")

    parent_field = "issue"

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="bylines")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="bylines", verbose_name=_("person")
    )
    role = PlainCharField(_("role"), max_length=12, choices=Role, default=Role.AUTHOR)

    class Meta(Placed.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [
            placed_once("issue", "byline"),
            models.UniqueConstraint(
                fields=["issue", "person", "role"], name="byline_names_a_person_once_a_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"


class Staff(models.Model):
    """Which Person an account is: issues with that byline are among what needs it."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, related_name="staff", verbose_name=_("person")
    )
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="staff",
        verbose_name=_("account"),
    )

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")

    def __str__(self) -> str:
        return str(self.person)
