"""The list of photos: what each shows, whom to credit, whether it may be used, and where it is."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q, prefetch_related_objects
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from digest.lib import dates
from newsroom.desk.lib.clocks import clock
from newsroom.desk.lib.lists import LearnedList
from newsroom.desk.lib.pictures import address_of
from newsroom.desk.lib.rights import may_see
from newsroom.models import Issue, PhotoUse
from newsroom.models.photos import LICENCES_AHEAD

#: How many issues are named beside a photo.
NAMED = 3


class ReadyFilter(admin.SimpleListFilter):
    """Narrows photos by their picture: made, not made (no sizes yet), or taken down."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("ready", _("ready")), ("not-ready", _("not ready")), ("down", _("taken down"))]

    def queryset(self, request, queryset):
        states = {
            "ready": Q(picture__isnull=False, picture__taken_down_at=None),
            "not-ready": Q(picture=None),
            "down": Q(picture__taken_down_at__isnull=False),
        }
        return queryset.filter(states.get(self.value() or "", Q()))


class LicenceFilter(admin.SimpleListFilter):
    """Narrows photos by the end of their licence: soon, over, or none."""

    title = gettext_lazy("licence")
    parameter_name = "licence"

    def lookups(self, request, model_admin):
        days = LICENCES_AHEAD.days
        soon = ngettext("ends within %d day", "ends within %d days", days) % days
        return [("soon", soon), ("over", _("has ended")), ("endless", _("no end"))]

    def queryset(self, request, queryset):
        at = dates.now()
        states = {
            "soon": Q(rights_until__gt=at, rights_until__lte=at + LICENCES_AHEAD),
            "over": Q(rights_until__lte=at),
            "endless": Q(rights_until=None),
        }
        return queryset.filter(states.get(self.value() or "", Q()))


class PhotoList(LearnedList):
    """The list part of the photos' admin."""

    list_display = ["name", "thumbnail", "credited", "state", "licence", "used_in"]
    list_filter = [ReadyFilter, LicenceFilter]
    list_select_related = ["credit", "picture"]
    search_fields = ["name", "credit__creator", "credit__agency", "credit__line"]
    search_help_text = gettext_lazy("Name or credit")

    def learn(self, rows, viewer):
        prefetch_related_objects(rows, "picture__renditions")
        uses = PhotoUse.objects.standing_in().filter(photo__in=rows)
        by_photo = {row.pk: {} for row in rows}
        for use in uses.select_related("issue", "card__issue").order_by("-pk"):
            if use.card is None or use.card.removed_at is None:
                by_photo[use.photo_id][use.whole.pk] = use.whole
        at = dates.now()
        for row in rows:
            row.at, row.issues = at, list(by_photo[row.pk].values())
            row.may_name = may_see(viewer, Issue)

    @admin.display(description=gettext_lazy("picture"))
    def thumbnail(self, obj):
        first = next(iter(obj.picture.renditions.all()), None) if obj.picture else None
        if first is None:
            return ""
        return format_html(
            '<img class="thumb" src="{}" alt="" width="72" height="48" loading="lazy">',
            address_of(first),
        )

    @admin.display(description=gettext_lazy("credit"))
    def credited(self, obj):
        words = str(getattr(obj, "credit", ""))
        return words or format_html('<span class="finding-count errors">{}</span>', _("none"))

    @admin.display(description=gettext_lazy("state"))
    def state(self, obj):
        if obj.picture is None:
            return _("not ready")
        return _("taken down") if obj.picture.taken_down_at else _("ready")

    @admin.display(description=gettext_lazy("licence"), ordering="rights_until")
    def licence(self, obj):
        if obj.rights_until is None:
            return _("no end")
        if obj.rights_until <= obj.at:
            words = _("ended")
        elif obj.rights_until <= obj.at + LICENCES_AHEAD:
            words = _("ends soon")
        else:
            return clock(obj.rights_until)
        when = clock(obj.rights_until)
        return format_html('<span class="finding-count warnings">{}</span> {}', words, when)

    @admin.display(description=gettext_lazy("used in"))
    def used_in(self, obj):
        if not obj.may_name:
            count = len(obj.issues)
            return ngettext("%d issue", "%d issues", count) % count if count else ""
        links = format_html_join(
            ", ",
            '<a href="{}">{}</a>',
            (
                (reverse("admin:newsroom_issue_change", args=[one.pk]), one)
                for one in obj.issues[:NAMED]
            ),
        )
        more = len(obj.issues) - NAMED
        return format_html("{} {}", links, _("and %d more") % more) if more > 0 else links
