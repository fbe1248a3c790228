"""Whose reporting is cited."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from digest.lib import addresses, limits
from digest.models.plaintext import PlainCharField, PlainTextField


class OutletQuerySet(models.QuerySet["Outlet"]):
    """Outlets by an address or a name that somebody typed; never more than one."""

    def for_address(self, address: str) -> Outlet | None:
        """The outlet whose domain is the address's host or one of its parents, or None.

        The most precise domain wins: "live.example.org" before "example.org".
        """
        domains = addresses.domains_of(address)
        found = {
            row.domain: row.outlet
            for row in OutletDomain.objects.filter(domain__in=domains).select_related("outlet")
        }
        return next((found[domain] for domain in domains if domain in found), None)

    def named(self, name: str) -> Outlet | None:
        """The outlet of that name, else the first that has it among its other names."""
        wanted = name.strip()
        if not wanted:
            return None
        found = self.filter(models.Q(name__iexact=wanted) | models.Q(aliases__icontains=wanted))
        called = [one for one in found if one.is_called(wanted)]
        by_name = [one for one in called if one.name.casefold() == wanted.casefold()]
        return next(iter(by_name + called), None)


class Outlet(models.Model):
    """A newspaper, agency or site, as it is named when cited."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = PlainCharField(_("name"), max_length=120, unique=True)
    aliases = PlainTextField(
        _("other names"),
        blank=True,
        help_text=_("One a line; searched, never printed."),
        limit=limits.LISTED,
    )

    objects = OutletQuerySet.as_manager()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """An outlet is found by its name in capitals or not: two that differ in them are one."""
        super().clean()
        there = Outlet.objects.filter(name__iexact=self.name).exclude(pk=self.pk).first()
        if there is not None:
            said = _("“%(name)s” is there already.") % {"name": there.name}
            raise ValidationError({"name": said})

    def is_called(self, name: str) -> bool:
        """Whether this is its name, or one of its other names, in capitals or not."""
        names = [self.name, *self.aliases.splitlines()]
        return name.casefold() in {one.strip().casefold() for one in names}


class OutletDomain(models.Model):
    """A domain by which an outlet is recognised in a pasted address."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="domains")
    domain = PlainCharField(
        _("domain"), max_length=253, unique=True, help_text=_("Such as example.org, without www.")
    )

    class Meta:
        verbose_name = _("domain")
        verbose_name_plural = _("domains")
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain
