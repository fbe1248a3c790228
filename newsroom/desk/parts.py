"""The forms of an issue's parts, each saved by itself with its own version."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom import placing
from newsroom.desk.partforms import PlacedForm, SourceForm, SteadyFormSet, VersionedForm
from newsroom.desk.site import DeskAdmin
from newsroom.models import (
    Issue,
    LeadAnalysis,
    NewsBrief,
    PhotoUse,
    RelatedLink,
    Section,
    Source,
)
from newsroom.saving import (
    NotRestorable,
    Stale,
    add_part,
    move_part,
    remove_part,
    restore_part,
    save_part,
)


class VersionedAdmin(DeskAdmin):
    """Saves through saving.py; a save that lost a race comes back with both texts."""

    form = VersionedForm

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        one = self.only_one(request) if object_id is None else None
        if one is not None:
            # There is one already: it is opened, or what was typed is shown beside it.
            if request.method != "POST":
                return redirect(f"admin:newsroom_{self.opts.model_name}_change", one.pk)
            object_id = str(one.pk)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Stale:
            # The row has moved on since the form was checked; checked again, it says so.
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            # Somebody has added the one part of this kind since only_one() looked.
            if object_id is not None or self.only_one(request) is None:
                raise
            return self.changeform_view(request, None, form_url, extra_context)

    def only_one(self, request):
        """The part that stands where a new one is asked for and only one can stand, or None."""

    def save_formset(self, request, form, formset, change):
        """Rows of a part are saved under the lock its own save has taken; new ones go last."""
        for row in formset.save(commit=False):
            if row.pk is None:
                parent = getattr(row, row.parent_field)
                placing.place(row, after=placing.last_of(row, parent))
            row.save()
        for row in formset.deleted_objects:
            row.delete()


class PartAdmin(VersionedAdmin):
    """A part: not in the menu, begun from its issue, removed and brought back there."""

    change_form_template = "desk/part_form.html"

    #: Query parameter and foreign key -> the model a new part belongs to.
    parents: dict = {"issue": Issue}

    def has_module_permission(self, request):
        return False

    def delete_view(self, request, object_id, extra_context=None):
        # A part is removed, which can be undone; the right to delete is for whole drafts.
        raise PermissionDenied

    def get_actions(self, request):
        return {}

    def _parent(self, request):
        for name, model in self.parents.items():
            if request.GET.get(name, "").isdigit():
                return name, get_object_or_404(model, pk=request.GET[name])
        return None, None

    def add_view(self, request, form_url="", extra_context=None):
        parent = self._parent(request)[1]
        if parent is None:
            raise Http404
        issue = parent if isinstance(parent, Issue) else parent.whole
        return super().add_view(request, form_url, {**(extra_context or {}), "whole": issue})

    def change_view(self, request, object_id, form_url="", extra_context=None):
        part = self.get_object(request, object_id)
        whole = part.whole if part else None
        context = {**(extra_context or {}), "whole": whole, "show_delete": False}
        return super().change_view(request, object_id, form_url, context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        name, parent = self._parent(request) if not change else (None, None)

        class Begun(form):
            """The form of this request: a new part knows its parent before it is checked."""

            def __init__(self, *args, **options):
                if issubclass(form, PlacedForm):
                    options["parent"] = parent
                super().__init__(*args, **options)
                if parent is not None and not self.instance.pk:
                    setattr(self.instance, name, parent)

        return Begun

    def save_model(self, request, obj, form, change):
        if not change:
            after = form.chosen_place() if isinstance(form, PlacedForm) else None
            add_part(obj, after=after, first=after is None)
            return
        save_part(obj, seen=form.cleaned_data["seen"], values=form.values())
        self._move(obj, form)
        obj.refresh_from_db(fields=["removed_at", "removed_by"])
        around = getattr(obj, "section", None) or getattr(obj, "card", None)
        for part in filter(None, [obj, around]):
            if part.removed_at:
                messages.warning(
                    request,
                    _("%(who)s removed “%(part)s”. Your text is kept, and comes back with it.")
                    % {"who": part.removed_by, "part": part},
                )

    def _move(self, obj, form):
        if isinstance(form, PlacedForm) and "after" in form.changed_data:
            move_part(obj, after=form.chosen_place())

    def _to_issue(self, obj):
        address = reverse("admin:newsroom_issue_change", args=[obj.whole.pk])
        return redirect(f"{address}#part-{obj.uid}")

    def response_add(self, request, obj, post_url_continue=None):
        response = super().response_add(request, obj, post_url_continue)
        # The next one has the same parent, which stands in the query.
        return redirect(request.get_full_path()) if "_addanother" in request.POST else response

    def response_post_save_add(self, request, obj):
        return self._to_issue(obj)

    response_post_save_change = response_post_save_add

    def get_urls(self):
        view = self.admin_site.admin_view
        name = f"newsroom_{self.opts.model_name}"
        return [
            path("<int:pk>/remove/", view(require_POST(self.remove)), name=f"{name}_remove"),
            path("<int:pk>/restore/", view(require_POST(self.restore)), name=f"{name}_restore"),
            *super().get_urls(),
        ]

    def remove(self, request, pk):
        """Take the part out of the issue."""
        part = self._part(request, pk)
        remove_part(part, by=request.user)
        messages.success(
            request, _("“%s” is removed. Below you can bring it back for 30 days.") % part
        )
        return self._to_issue(part)

    def restore(self, request, pk):
        """Bring it back."""
        part = self._part(request, pk)
        try:
            restore_part(part, by=request.user)
        except NotRestorable as late:
            messages.error(request, str(late))
        else:
            messages.success(request, _("“%s” is back.") % part)
        return self._to_issue(part)

    def _part(self, request, pk):
        part = get_object_or_404(self.model, pk=pk)
        if not self.has_change_permission(request, part):
            raise PermissionDenied
        return part


@admin.register(LeadAnalysis)
class LeadAnalysisAdmin(PartAdmin):
    fields = ["body", "seen"]

    def only_one(self, request):
        issue = self._parent(request)[1]
        return issue.analysis if issue else None


@admin.register(Section)
class SectionAdmin(PartAdmin):
    form = PlacedForm
    fields = ["heading", "state", "nothing_text", "intro", "after", "seen"]

    def get_changeform_initial_data(self, request):
        """A standing section that the issue lacks is begun with its heading and sentence."""
        standing = self._standing(request)
        if standing is None:
            return {}
        return {"heading": standing.heading, "nothing_text": standing.proposed_sentence}

    def save_model(self, request, obj, form, change):
        if not change:
            obj.standing = self._standing(request)
        super().save_model(request, obj, form, change)

    def _standing(self, request):
        """The standing section asked for, if it is the series' and not in the issue yet."""
        issue = self._parent(request)[1]
        wanted = request.GET.get("standing", "")
        if issue is None or not wanted.isdigit():
            return None
        return issue.missing_standing().filter(pk=wanted).first()


class SourceInline(admin.TabularInline):
    model = Source
    formset = SteadyFormSet
    form = SourceForm
    extra = 1
    autocomplete_fields = ["outlet"]


class BriefForm(PlacedForm):
    """A brief also goes to another section of its issue, and stands last there."""

    shown_rows = ["sources"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "section" in self.fields:
            field = self.fields["section"]
            field.show_hidden_initial = True
            field.queryset = Section.objects.filter(issue=self.instance.section.issue_id)

    def clean_section(self):
        section = self.cleaned_data["section"]
        if section.removed_at and "section" in self.changed_data:
            raise ValidationError(_("That section was removed. Choose another one."))
        return section

    def values(self):
        values = super().values()
        values.pop("section", None)
        return values


@admin.register(NewsBrief)
class NewsBriefAdmin(PartAdmin):
    form = BriefForm
    parents = {"section": Section}
    inlines = [SourceInline]

    def get_fields(self, request, obj=None):
        own = ["title", "body", "after", "seen"]
        return ["section", *own] if obj else own

    def _move(self, obj, form):
        if "section" in form.changed_data:
            section = form.cleaned_data["section"]
            move_part(obj, after=placing.last_of(obj, section), parent=section)
        else:
            super()._move(obj, form)


@admin.register(RelatedLink)
class RelatedLinkAdmin(PartAdmin):
    form = PlacedForm
    autocomplete_fields = ["folio"]
    fields = ["folio", "address", "label", "title", "dek", "opening", "after", "seen"]


@admin.register(PhotoUse)
class PhotoUseAdmin(PartAdmin):
    parents = {"issue": Issue, "card": RelatedLink}
    autocomplete_fields = ["photo"]
    fields = ["photo", "alt", "decorative", "caption", "seen"]

    def only_one(self, request):
        name, parent = self._parent(request)
        return PhotoUse.objects.standing_in().filter(**{name: parent}).first() if name else None
