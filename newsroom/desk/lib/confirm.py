"""The small page that asks once more: what will happen, why, and one button."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


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
    template: str = "desk/verb.html"
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
