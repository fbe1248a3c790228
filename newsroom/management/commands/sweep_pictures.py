"""Files of pictures that no row names: what a killed upload leaves behind."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.files.storage import Storage, storages
from django.core.management.base import BaseCommand, CommandParser

from digest.lib import dates
from digest.models import Edition, Rendition
from newsroom import pictures
from newsroom.models import Photo

#: Younger files may belong to an upload that is still under way.
YOUNGEST = timedelta(days=1)


class Command(BaseCommand):
    """`manage.py sweep_pictures`: says what it would take; with --remove it takes it."""

    help = "Say which files of pictures no row names; with --remove, remove those."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="Remove them, too.")

    def handle(self, *args: Any, remove: bool, **options: Any) -> None:
        # Files first: what is taken in meanwhile is named by the time that rows are read.
        found = {
            place: sorted(_old_files(storages[place])) for place in ("originals", "renditions")
        }
        pressed = {use.key for one in Edition.objects.iterator() for use in one.text.pictures()}
        named = {
            "originals": set(Photo.objects.values_list("original", flat=True)),
            "renditions": set(Rendition.objects.values_list("file", flat=True)),
        }
        count = 0
        for place, names in found.items():
            for name in names:
                if name in named[place] or name.partition("/")[0] in pressed:
                    continue
                count += 1
                self.stdout.write(f"{place}/{name}")
                if remove:
                    pictures.remove(storages[place], name)
        for photo in Photo.objects.filter(picture=None):
            self.stderr.write(f"Photo {photo.pk} ({photo}) has no picture: upload its file again.")
        said = "removed" if remove else "to remove: run again with --remove"
        self.stdout.write(self.style.SUCCESS(f"{count} files {said}."))


def _old_files(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files in a storage that have lain there for a day, below `folder`."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    before = dates.now() - YOUNGEST
    for one in names:
        name = f"{folder}/{one}".lstrip("/")
        if storage.get_modified_time(name) < before:
            yield name
    for one in folders:
        yield from _old_files(storage, f"{folder}/{one}".lstrip("/"))
