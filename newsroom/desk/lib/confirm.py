"""The small page that asks once more: what will happen, why, and one button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.refusals import Refused


@dataclass(frozen=True)
class Question:
    """What such a page says. `grave`: readers lose something at once.

    A page with other text has its own `template`, and `more` for it. Without a button
    there is only the way back.
    """

    title: str
    button: str
    sentences: list[str] = field(default_factory=list)
    grave: bool = False
    template: str = "desk/confirm.html"
    more: dict[str, Any] = field(default_factory=dict)


def ask(
    request: HttpRequest, question: Question, form: forms.Form, back: list[tuple[str, str]]
) -> HttpResponse:
    """The page; `back` are names and addresses of the pages above it, the last one for Cancel."""
    context = {
        **admin.site.each_context(request),
        **question.more,
        "title": question.title,
        "question": question,
        "form": form,
        "back": back,
        "cancel": back[-1][1],
    }
    return TemplateResponse(request, question.template, context)


def run(
    request: HttpRequest,
    question: Question | Callable[[], Question],
    form: Any,
    back: list[tuple[str, str]],
    act: Callable[[], HttpResponse],
    *,
    anew: Callable[[], dict[str, Any]] = dict,
    look: Callable[[], list[str]] | None = None,
) -> HttpResponse:
    """Ask; do what was asked for; where that is refused say so where the person is.

    `act` does it, and answers with the way on; it raises Refused, which is said beside the field
    it names, or above them, and nothing typed is lost. `anew` has what the form carries of how
    things are now, for the next try. With `look` the form is answered first by what would happen,
    which `look` says; the button that acts comes with it, and `form.said()` tells whether what is
    asked is what was looked at.
    """
    more: dict[str, Any] = {"looks": True} if look else {}
    sentences = None
    if request.method == "POST" and form.is_valid():
        try:
            if look is None or _was_looked_at(request, form):
                return act()
            sentences = look()
            more = {"said": form.said()}
        except Refused as refusal:
            form.add_error(refusal.name if refusal.name in form.fields else None, str(refusal))
            form.data = form.data.copy()
            form.data.update(anew())
    asked = question() if callable(question) else question
    if sentences is not None:
        asked = replace(asked, sentences=sentences)
    if asked.button:
        asked = replace(asked, more={**asked.more, **more})
    return ask(request, asked, form, back)


def _was_looked_at(request: HttpRequest, form: Any) -> bool:
    return request.POST.get("step") == "press" and request.POST.get("said") == form.said()


#: Reasons for taking something back that need no more words.
TAKING_BACK = {
    "wrong": gettext_lazy("It is wrong in substance"),
    "court": gettext_lazy("A court or a lawyer asks for it"),
    "named": gettext_lazy("It names or shows somebody who must not be"),
    "rights": gettext_lazy("The rights have ended, or were never ours"),
    "mistake": gettext_lazy("It was published by mistake"),
}


#: Reasons for another time, or none.
WAITING = {
    "unready": gettext_lazy("It is not ready"),
    "facts": gettext_lazy("A fact has to be checked first"),
    "time": gettext_lazy("Another time is better"),
}


class ReasonForm(forms.Form):
    """Why; people will ask. One of the quick reasons, words of one's own, or both.

    The cleaned reason is the words themselves, as they stand in the journal.
    """

    quick = forms.ChoiceField(
        label=gettext_lazy("reason"), required=False, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("in your own words"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=gettext_lazy("Stands in the journal with your name; readers do not see it."),
    )

    def __init__(
        self,
        *args: Any,
        reasons: dict[str, Any] | None = None,
        reason_needed: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.reason_needed = reason_needed
        field: Any = self.fields["quick"]
        field.choices = list((reasons or TAKING_BACK).items())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        field: Any = self.fields["quick"]
        quick = dict(field.choices).get(cleaned.get("quick", ""), "")
        words = cleaned.get("reason", "").strip()
        cleaned["reason"] = ": ".join(filter(None, [str(quick), words]))
        if self.reason_needed and not cleaned["reason"]:
            self.add_error("reason", _("Choose a reason, or give one in your own words."))
        return cleaned
