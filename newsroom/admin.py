"""Where Django looks for the desk's screens."""

from django.contrib import admin
from taggit.models import Tag

from newsroom.desk import issues
from newsroom.desk.frame import accounts, notices, outlets, people, publication, series, topics
from newsroom.desk.journal import page as journal
from newsroom.desk.photos import page as photos

# Our topics are taggit's tags; its own model is not used.
admin.site.unregister(Tag)

__all__ = [
    "accounts",
    "issues",
    "journal",
    "notices",
    "outlets",
    "people",
    "photos",
    "publication",
    "series",
    "topics",
]
