"""Bring the groups to what newsroom/models/rights.py says."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from newsroom.models.rights import GROUPS


class Command(BaseCommand):
    """Say what each group lacks and has beside; give and take it with --apply."""

    help = "Say how the groups differ from the table of rights; bring them there with --apply."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="Give and take these rights.")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        known = {
            f"{one.content_type.app_label}.{one.codename}": one
            for one in Permission.objects.select_related("content_type")
        }
        said = [line for name in GROUPS for line in self._group(name, known, options["apply"])]
        if not said:
            self.stdout.write("Every group has the rights of the table, and no other.")
        for line in said:
            self.stdout.write(line)
        if said and not options["apply"]:
            self.stdout.write("Nothing was changed. Once more with --apply does it.")

    def _group(self, name: str, known: dict[str, Permission], apply: bool) -> list[str]:
        wanted = set(GROUPS[name])
        if unknown := wanted - known.keys():
            raise CommandError(f"No such right: {', '.join(sorted(unknown))}. Run migrate first.")
        group = Group.objects.get_or_create(name=name)[0] if apply else None
        group = group or Group.objects.filter(name=name).first()
        held = set()
        if group is not None:
            rows = group.permissions.values_list("content_type__app_label", "codename")
            held = {f"{app}.{codename}" for app, codename in rows}
        if apply and group is not None:
            group.permissions.set([known[right] for right in wanted])
        return [
            *(f"{name}: + {right}" for right in sorted(wanted - held)),
            *(f"{name}: - {right}" for right in sorted(held - wanted)),
        ]
