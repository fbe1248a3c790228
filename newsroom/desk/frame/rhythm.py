"""The rhythm of a series on its form: from which day on, on which weekdays, at what time."""

from __future__ import annotations

from datetime import date, time

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Series
from newsroom import journal
from newsroom.desk.forms.bounds import BoundedRows
from newsroom.desk.forms.stale import StaleFormSet
from newsroom.desk.forms.zones import ZoneField, ZoneInput
from newsroom.desk.frame import rhythm_words
from newsroom.models import Cadence

FIELDS = ["valid_from", "every", "weekdays", "time", "zone"]


def today(zone: str) -> date:
    """The day on the clock of a zone; of UTC where there is none yet."""
    return dates.local(dates.now(), zone or "UTC").date()


class CadenceForm(forms.ModelForm):
    """One cadence. What has begun is shown in words, and takes nothing from a request."""

    valid_from = forms.DateField(
        label=gettext_lazy("Valid from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": gettext_lazy("Say from which day on it holds.")},
    )
    every = forms.IntegerField(
        label=gettext_lazy("Every how many weeks"),
        min_value=1,
        max_value=52,
        initial=1,
        error_messages={
            "required": gettext_lazy("Say every how many weeks: 1 for each week."),
            "min_value": gettext_lazy("Count from 1: each week is 1, every second week is 2."),
            "max_value": gettext_lazy("At most every 52 weeks."),
        },
    )
    weekdays = forms.MultipleChoiceField(
        label=gettext_lazy("Weekdays"),
        choices=[(str(number + 1), name) for number, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("None: the series pauses from that day on."),
    )
    time = forms.TimeField(
        label=gettext_lazy("Time"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        required=False,
        error_messages={
            "invalid": gettext_lazy("Write the time like 09:00."),
        },
    )
    zone = ZoneField(
        label=gettext_lazy("Time zone"),
        max_length=64,
        required=False,
        widget=ZoneInput(suggests=False),
        help_text=gettext_lazy("A city or a zone. Empty: the zone of the series."),
    )

    class Meta:
        model = Cadence
        fields = FIELDS

    def __init__(self, *args, series: Series, **kwargs):
        super().__init__(*args, **kwargs)
        self.series = series
        self.told: list[str] = []
        self.was_shown = self.gone = self.stays = self.lost = False
        if self.instance._state.adding:
            zone = series.zone if series.pk else ""
            self.initial.setdefault("valid_from", today(zone))
            self.initial.setdefault("zone", zone)
            # Left as it was shown it is no row, whatever day it is by now, in whatever zone.
            for name in ("valid_from", "zone"):
                self.fields[name].show_hidden_initial = True
        self.initial["weekdays"] = list(self.initial.get("weekdays") or "")
        self.begun = not self.instance._state.adding and self.instance.valid_from < today(
            self.instance.zone
        )
        if self.begun:
            for name in FIELDS:
                self.fields[name].disabled = True

    @cached_property
    def was(self) -> str:
        """What it meant before the request, in words; "" for a new one."""
        if self.instance._state.adding and not self.instance.pk:
            return ""
        values = {name: self.initial[name] for name in FIELDS}
        return rhythm_words.meant(Cadence(**{**values, "weekdays": "".join(values["weekdays"])}))

    @property
    def is_stale(self) -> bool:
        """Whether it is not any more what the person was shown who sends it."""
        return self.was_shown and self.data.get(self.add_prefix("seen")) != self.was

    def has_changed(self) -> bool:
        return not (self.begun or self.stays or self.lost) and super().has_changed()

    @property
    def is_as_shown(self) -> bool:
        """Whether the person has left the row as it was when they looked."""
        typed = {name: self.cleaned_data.get(name) for name in FIELDS}
        typed["time"] = typed["time"] or time()
        whole = not self.errors and all(typed[name] for name in ("valid_from", "every"))
        whole = whole and not self.cleaned_data.get(DELETION_FIELD_NAME)
        return whole and rhythm_words.meant(Cadence(**typed)) == self.data.get(
            self.add_prefix("seen")
        )

    def _stay(self):
        """Keep what somebody else has saved, and show it so."""
        self.stays = True
        self.data = self.data.copy()
        for name in FIELDS:
            key, value = self.add_prefix(name), self.initial[name]
            if isinstance(value, list):
                self.data.setlist(key, value)
            else:
                self.data[key] = self.fields[name].widget.format_value(value) or ""

    def clean(self):
        """What somebody else has changed or deleted meanwhile is only overwritten on purpose."""
        if self.is_stale and not self.gone and self.has_changed() and self.is_as_shown:
            self._stay()
        if self.has_changed() and self.is_stale:
            said = _("Somebody has changed this rhythm since you looked. Save again to have yours.")
            if self.gone:
                said = _(
                    "Somebody has deleted this rhythm since you looked. Save again to add it "
                    "anew, or tick Delete."
                )
            self.add_error(None, said)
        if self.cleaned_data.get("time") is None and "time" not in self.errors:
            if self.cleaned_data.get("weekdays"):
                said = _("Write the time at which issues go out, like 09:00.")
                self.add_error("time", said)
            else:
                # Of a pause nobody sees it.
                self.cleaned_data["time"] = time()
        return super().clean()

    def clean_valid_from(self) -> date:
        day = self.cleaned_data["valid_from"]
        if not self.begun and day < today(self.series.zone):
            raise ValidationError(
                _("That day has passed, and the past keeps its own. Choose a later day.")
            )
        return day

    def clean_weekdays(self) -> str:
        return "".join(sorted(self.cleaned_data["weekdays"]))

    def clean_zone(self) -> str:
        return self.cleaned_data["zone"] or self.series.zone


class CadenceFormSet(StaleFormSet):
    """All cadences of a series, in order of their beginning."""

    @cached_property
    def told(self) -> dict[int, list[str]]:
        """What each stored cadence means, in words."""
        stored = list(self.instance.cadences.order_by("valid_from")) if self.instance.pk else []
        at = dates.now()
        return {one.pk: rhythm_words.told(one, stored, at) for one in stored}

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "series": self.instance}

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.told = self.told.get(form.instance.pk, [])
        form.was_shown = self.is_bound and i < self.initial_form_count()
        seen = self.data.get(form.add_prefix("seen"))
        if self.save_as_new and seen and form.add_prefix("valid_from") not in self.data:
            # It had begun: the page has shown it in words, which is all there is of it.
            form.lost, form.told = True, [seen]
        return form

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.begun and DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].disabled = True

    def clean(self):
        """No two from one day, whether stored already or typed just now."""
        going = [form.instance.pk for form in self.forms if self._should_delete_form(form)]
        stored = Cadence.objects.filter(series=self.instance.pk).exclude(pk__in=filter(None, going))
        taken = dict(stored.values_list("valid_from", "pk"))
        seen: set[date] = set()
        for form in self.forms:
            if self._should_delete_form(form):
                continue
            day, own = form.cleaned_data.get("valid_from"), form.instance.pk
            if day in seen or taken.get(day, own) != own:
                form.add_error("valid_from", _("Another rhythm begins on that day already."))
            elif day and (form.has_changed() or not form.instance._state.adding):
                seen.add(day)
        super().clean()


class CadenceInline(BoundedRows, admin.StackedInline):
    """The rhythm on the form of a series."""

    model = Cadence
    form = CadenceForm
    formset = CadenceFormSet
    template = "desk/frame/rhythm.html"
    ordering = ["valid_from"]
    fields = FIELDS
    verbose_name = gettext_lazy("rhythm")
    verbose_name_plural = gettext_lazy("Rhythm: when its issues go out")

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj and obj.cadences.exists() else 1

    def get_formset(self, request, obj=None, **kwargs):
        # The admin would exchange the fields for its own widgets.
        return super().get_formset(request, obj, formfield_callback=_as_it_is, **kwargs)


def _as_it_is(db_field, **kwargs):
    return db_field.formfield(**kwargs)


def record(formset: CadenceFormSet, act, *, by) -> None:
    """Save the rows with `act()`; what each was and is stands in the journal of the series."""
    at = dates.now()
    for form in formset.deleted_forms:
        if form.instance.pk:
            _record("frame.deleted", form.instance, by, at, **{"from": form.was})
    before = {form.instance.pk: form.was for form in formset.initial_forms}
    act()
    for one in formset.new_objects:
        _record("frame.added", one, by, at, to=rhythm_words.meant(one))
    for one, fields in formset.changed_objects:
        words = {"from": before[one.pk], "to": rhythm_words.meant(one)}
        _record("frame.changed", one, by, at, fields=fields, **words)


def _record(verb, one, by, at, **detail):
    journal.record(verb, one.series, by=by, at=at, name=str(one), **detail)


def tell_readers(series: Series, *, by) -> None:
    """Fill in what readers see of the rhythm, where nothing stands there and it is simple."""
    if series.rhythm:
        return
    at = dates.now()
    series.rhythm = rhythm_words.for_readers(list(series.cadences.order_by("valid_from")), at)
    if series.rhythm:
        Series.objects.filter(pk=series.pk).update(rhythm=series.rhythm)
        journal.record(
            "frame.changed",
            series,
            by=by,
            at=at,
            name=str(series),
            fields=["rhythm"],
            **{"from": "", "to": series.rhythm},
        )
