"""GET never changes anything: the whole desk is crawled."""

from __future__ import annotations

from django.contrib import admin
from django.test import Client
from django.urls import reverse

from digest.models import Topic
from newsroom.writing.saving import remove_part
from tests.factories import account, label, notice, publication, series, standing, topic
from tests.newsroom.desk.places import changed, rows
from tests.newsroom.desk.rim.addresses import all_addresses, world


def _frame_addresses() -> list[str]:
    """Every screen of the other models."""
    found = [reverse("admin:index"), "/admin/jsi18n/", "/admin/password_change/"]
    for model, model_admin in admin.site._registry.items():
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        found += [reverse(f"admin:{name}_{verb}") for verb in ("changelist", "add")]
        if (row := model._base_manager.first()) is not None:
            for verb in ("change", "history", "delete"):
                found.append(reverse(f"admin:{name}_{verb}", args=[row.pk]))
        for field in model_admin.autocomplete_fields:
            query = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}"
            found.append(f"/admin/autocomplete/?term=a&{query}&field_name={field}")
    return found


def test_every_page_of_the_desk_is_read_and_no_row_is_another(db):
    publication()
    draft = world()
    remove_part(draft.sections.first(), by=account("vera"))
    weekly = series()
    standing(weekly)
    notice(series=weekly)
    client = Client()
    client.force_login(account("owner", is_superuser=True))
    addresses = [asked.address for asked in all_addresses(draft)] + _frame_addresses()
    addresses += [
        f"/admin/newsroom/issue/?q=pilots&series__id__exact={draft.series_id}",
    ]
    label("Essay")
    topic()
    assert Topic.objects.exists()
    before = rows()
    answers = {}
    for address in addresses:
        answers.setdefault(client.get(address).status_code, []).append(address)
    assert set(answers) <= {200, 302, 403, 404, 405}
    assert len(answers[200]) > 90
    assert changed(before) == []
