"""Load the invented publication."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from digest.lib import dates
from newsroom.demo.load import Unfit, load


class Command(BaseCommand):
    """`manage.py demo`: the demo's story, into an empty database."""

    help = "Load the invented publication of the demo into an empty database."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = load(now=dates.now(), say=self._say)
        except Unfit as unfit:
            raise CommandError(str(unfit)) from unfit
        words = "The demo is loaded." if done else "The demo is already loaded; nothing was done."
        self.stdout.write(self.style.SUCCESS(words))

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()
