"""Make the rows derived from documents anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from digest.mentions import forget, mention
from digest.models import Edition


class Command(BaseCommand):
    """`manage.py reindex`: what mentions whom, read again from every Edition."""

    help = "Make the rows derived from published documents anew."

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        for edition in Edition.objects.order_by("pk").iterator(chunk_size=200):
            with transaction.atomic():
                forget(edition)
                mention(edition)
            count += 1
            if count % 500 == 0:
                self.stdout.write(f"{count} editions")
        self.stdout.write(self.style.SUCCESS(f"{count} editions read again."))
