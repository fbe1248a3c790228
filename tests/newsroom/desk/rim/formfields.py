"""Every field of every form of the desk, found and not listed: form -> names."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import RequestFactory

from newsroom import desk
from newsroom.desk.screen.forms import PartForm
from newsroom.desk.screen.kinds import KINDS
from newsroom.models import Issue


def of_admins(viewer: User) -> dict[str, set[str]]:
    """Those of Django's admin for somebody who may do all: the model's, and of rows in it."""
    request = RequestFactory().get("/admin/")
    request.user = viewer
    found = {}
    for model, one in admin.site._registry.items():
        row = model._base_manager.order_by("pk").first()
        names: set[str] = set()
        for shown in (None, row):
            form = one.get_form(request, shown, change=shown is not None)
            names |= {*form.base_fields, *one.get_readonly_fields(request, shown)}
        found[model._meta.label] = names
        for inline in one.inlines:
            formset = inline(model, admin.site).get_formset(request, row)
            label = f"{model._meta.label} > {inline.model._meta.label}"
            found[label] = {*formset.form.base_fields, "DELETE"}
    return found


def of_screen(*issues: Issue) -> dict[str, set[str]]:
    """Those of the parts of issues, by kind."""
    found: dict[str, set[str]] = {f"screen {name}": set() for name in KINDS}
    for issue in issues:
        for kind in KINDS.values():
            for part in kind.rows(issue):
                found[f"screen {kind.name}"] |= set(kind.form(part).fields)
    return found


def of_pages() -> dict[str, set[str]]:
    """Those of all other forms, by the module that says them, with those it adds to a form."""
    found: dict[str, set[str]] = {}
    for info in pkgutil.walk_packages(desk.__path__, f"{desk.__name__}."):
        module = importlib.import_module(info.name)
        names = _added(module)
        for _name, one in inspect.getmembers(module, inspect.isclass):
            own = one.__module__ == module.__name__ and issubclass(one, forms.BaseForm)
            if own and not issubclass(one, forms.BaseModelForm | PartForm):
                names |= _fields(one)
        if names:
            found[info.name.removeprefix("newsroom.desk.")] = names
    return found


def _fields(form: Any) -> set[str]:
    try:
        return set(form().fields)
    except TypeError:
        # It asks for more than the page; what it adds is found in the source.
        return set(form.base_fields)


def _added(module: Any) -> set[str]:
    """The names in `form.fields["name"] = …`."""
    found = set()
    for node in ast.walk(ast.parse(Path(module.__file__).read_text())):
        for target in node.targets if isinstance(node, ast.Assign) else []:
            is_named = isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant)
            if is_named and ast.unparse(target.value).endswith(".fields"):
                found.add(str(target.slice.value))
    return found
