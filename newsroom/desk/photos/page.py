"""Photos: upload, credit, rights, taking down."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from newsroom import pictures
from newsroom.desk.forms.bounds import BoundedRows
from newsroom.desk.forms.moments import MomentField
from newsroom.desk.forms.stale import StaleForm, StaleFormSet
from newsroom.desk.lib.confirm import Question, ReasonForm, run
from newsroom.desk.lib.pictures import address_of
from newsroom.desk.lib.rights import may_end_licence
from newsroom.desk.photos.list import PhotoList
from newsroom.desk.site import DeskAdmin
from newsroom.models import Photo, PhotoCredit

#: Why somebody cannot set the end of a licence.
SHOWN = gettext_lazy(
    "A pressed issue prints this picture: only a publisher can change how long it may be shown."
)


class PhotoForm(StaleForm):
    """The upload was looked at before the transaction began; see PhotoAdmin.changeform_view.

    Where the end of the licence is not a field, a request that has another one is refused: the
    issue was pressed since the page was opened, or nobody opened one.
    """

    complaint = ""

    class Meta:
        model = Photo
        fields = ["name", "original", "rights_until"]

    def clean_original(self):
        if self.complaint:
            raise ValidationError(self.complaint)
        return self.cleaned_data["original"]

    def clean(self):
        cleaned = super().clean()
        if "rights_until" not in self.fields and self._asks_for_another_end():
            self.add_error(None, SHOWN)
        return cleaned

    def _asks_for_another_end(self):
        field = MomentField(required=False)
        sent = field.widget.value_from_datadict(self.data, self.files, "rights_until")
        stored = self.instance.rights_until
        try:
            return sent != [None, None] and field.clean(sent) != (
                stored and stored.replace(microsecond=0)
            )
        except ValidationError:
            return True


class CreditInline(BoundedRows, admin.StackedInline):
    model = PhotoCredit
    form = StaleForm
    formset = StaleFormSet
    verbose_name = gettext_lazy("Credit: whom readers see named")
    can_delete = False
    min_num = max_num = 1


@admin.register(Photo)
class PhotoAdmin(PhotoList, DeskAdmin):
    form = PhotoForm
    inlines = [CreditInline]
    change_form_template = "desk/photos/form.html"

    def get_readonly_fields(self, request, obj=None):
        return ["shown"] if may_end_licence(request.user, obj) else ["shown", "rights_until"]

    def get_fieldsets(self, request, obj=None):
        meant = _("At that moment the picture leaves every page, old issues too.")
        free = may_end_licence(request.user, obj)
        licence = {"fields": ["rights_until"], "description": meant if free else SHOWN}
        return [
            (None, {"fields": ["name", "original", "shown"]}),
            (_("How long it may be shown"), licence),
        ]

    @admin.display(description=gettext_lazy("picture"))
    def shown(self, obj):
        """The smallest rendition, for staff."""
        first = obj.picture and obj.picture.renditions.first()
        if not first:
            return self.state(obj)
        return format_html(
            '<img src="{}" width="{}" height="{}" alt="">',
            address_of(first),
            first.width,
            first.height,
        )

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        # Decoding takes its time, and Django opens a transaction around what follows.
        request.complaint, request.drawing = "", None
        if upload := request.FILES.get("original"):
            try:
                request.drawing = pictures.draw(upload)
            except pictures.Unusable as unusable:
                request.complaint = str(unusable)
            upload.seek(0)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.complaint = getattr(request, "complaint", "")
        if "rights_until" in form.base_fields:
            form.base_fields["rights_until"].help_text = _(
                "On the clock of %s. Empty: it does not end."
            ) % (timezone.get_current_timezone_name())
        return form

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_at = dates.now()
        until = obj.rights_until
        super().save_model(request, obj, form, change)
        if "rights_until" in form.changed_data:
            pictures.set_rights(obj, until, by=request.user)
        if "original" in form.changed_data:
            pictures.keep(obj, request.drawing)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<row:pk>/take-down/", view(self.take_down), name="newsroom_photo_take_down"),
            *super().get_urls(),
        ]

    def take_down(self, request, pk):
        """Ask for a reason, then take the picture off every page."""
        if not request.user.has_perm("digest.withdraw"):
            raise PermissionDenied
        photo = get_object_or_404(Photo, pk=pk)
        form = ReasonForm(request.POST or None)

        def act() -> HttpResponse:
            pictures.take_down(photo, by=request.user, reason=form.cleaned_data["reason"])
            said = _("The picture is off every page. Copies elsewhere may last five minutes.")
            messages.success(request, said)
            return redirect("admin:newsroom_photo_change", photo.pk)

        question = Question(
            _("Take down “%s”") % photo,
            _("Take the picture down"),
            [
                _("The picture leaves every page at once; the texts around it stay."),
                _("Copies elsewhere may last five minutes."),
                _("It does not come back: to show it again, upload it again."),
            ],
            grave=True,
        )
        back = [
            (_("Photos"), reverse("admin:newsroom_photo_changelist")),
            (str(photo), reverse("admin:newsroom_photo_change", args=[photo.pk])),
        ]
        return run(request, question, form, back, act)
