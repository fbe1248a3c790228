"""Where Django looks for the desk's screens."""

from django.contrib import admin
from taggit.models import Tag

from newsroom.desk import accounts, frame, issues, journal, material, notices, photos

# Our topics are taggit's tags; its own model is not used.
admin.site.unregister(Tag)

__all__ = ["accounts", "frame", "issues", "journal", "material", "notices", "photos"]
