"""The list of issues: what each is, where it stands, what is wrong with it, who saved last."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.html import format_html
from django.utils.text import smart_split, unescape_string_literal
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Edition
from digest.templatetags.reading import number
from newsroom.desk.lib import issues, states
from newsroom.desk.lib.clocks import clock
from newsroom.desk.lib.lists import LONGEST_SEARCH, LearnedList
from newsroom.models import Byline

#: A cell that lists on phones leave out.
NOTHING = format_html("<span hidden>{}</span>", "")


class StateFilter(admin.SimpleListFilter):
    """Where an issue stands, as its Editions say at this moment."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("draft", _("draft")),
            ("scheduled", _("armed")),
            ("live", _("live")),
            ("ahead", _("live, saved since the press")),
            ("gone", _("withdrawn or expired")),
        ]

    def queryset(self, request, queryset):
        at = dates.now()
        own = Edition.objects.filter(folio=OuterRef("folio"))
        live, armed, begun = own.live(at), own.armed(at), own.began(at)
        states_ = {
            "draft": Q(pk__in=issues.unpressed()),
            "scheduled": Exists(armed),
            "live": Exists(live),
            "ahead": Exists(live)
            & ~Exists(issues.pressed_texts(at).filter(pressed_at__gte=OuterRef("saved_at"))),
            "gone": Exists(begun) & ~Exists(live) & ~Exists(armed),
        }
        wanted = states_.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(wanted)


class WhoseFilter(admin.SimpleListFilter):
    """The issues of the person who looks."""

    title = gettext_lazy("whose")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("mine"))]

    def queryset(self, request, queryset):
        return queryset.filter(issues.whose(request.user)) if self.value() == "mine" else queryset


class IssueList(LearnedList):
    """The list part of the issues' admin."""

    list_display = ["shown_title", "series", "state", "findings", "last_saved"]
    list_filter = [StateFilter, ("series", admin.RelatedOnlyFieldListFilter), WhoseFilter]
    list_select_related = ["series", "folio"]
    search_fields = ["title"]
    search_help_text = gettext_lazy("Title, number or name")

    def learn(self, rows, viewer):
        known = states.of(rows, dates.now())
        for row in rows:
            row.standing = known[row.pk]

    def get_search_results(self, request, queryset, search_term):
        """Every word has to be found; in related rows by subqueries, so that no row is doubled."""
        for bit in smart_split(search_term[:LONGEST_SEARCH]):
            quoted = bit.startswith(('"', "'")) and bit[0] == bit[-1] and len(bit) > 1
            word = unescape_string_literal(bit) if quoted else bit
            signed = Byline.objects.filter(issue=OuterRef("pk"), person__name__icontains=word)
            found = (
                Q(title__icontains=word)
                | Q(dek__icontains=word)
                | Q(folio__slug__icontains=word)
                | Exists(signed)
            )
            if word.isdecimal() and len(word) < 9:
                found |= Q(folio__number=int(word))
            queryset = queryset.filter(found)
        return queryset, False

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def shown_title(self, obj):
        prefix = f"{obj.series.title_prefix}: " if obj.show_prefix and obj.title else ""
        place = number(obj.folio) if obj.folio else ""
        return format_html(
            '<span class="prefix">{}</span>{} <span class="quiet">{}</span>',
            prefix if obj.series.title_prefix else "",
            obj,
            place,
        )

    @admin.display(description=gettext_lazy("state"))
    def state(self, obj):
        return format_html('<span class="state {}">{}</span>', obj.standing.kind, obj.standing)

    @admin.display(description=gettext_lazy("findings"), empty_value="")
    def findings(self, obj):
        """Of a draft that readers have not got."""
        state = obj.standing
        if state.findings is None:
            return NOTHING
        grave = "errors" if state.errors else "warnings" if state.warnings else ""
        return format_html(
            '<span class="finding-count {}">{}</span>', grave, state.spoken_findings()
        )

    @admin.display(description=gettext_lazy("last saved"), ordering="saved_at")
    def last_saved(self, obj):
        return format_html(
            '{} <span class="quiet">{}</span>', clock(obj.saved_at), obj.standing.saver
        )
