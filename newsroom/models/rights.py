"""Who may do what: the rights of each group, and nothing else says so.

The migrations make the groups with what stood here then; `manage.py set_rights` brings those of a
database to what stands here now.
"""

from __future__ import annotations

LOOK = [
    "digest.view_edition",
    "digest.view_folio",
    "digest.view_notice",
    "digest.view_outlet",
    "digest.view_outletdomain",
    "digest.view_person",
    "digest.view_publication",
    "digest.view_series",
    "digest.view_skippedweek",
    "digest.view_topic",
    "newsroom.view_cadence",
    "newsroom.view_issue",
    "newsroom.view_journalentry",
    "newsroom.view_label",
    "newsroom.view_photo",
    "newsroom.view_photocredit",
    "newsroom.view_seriesrules",
    "newsroom.view_staff",
    "newsroom.view_standingsection",
]


def _all(*models: str) -> list[str]:
    return [
        f"{app}.{verb}_{model}"
        for app, model in (one.split(".") for one in models)
        for verb in ("add", "change", "delete", "view")
    ]


WRITER = [
    *LOOK,
    "newsroom.add_issue",
    "newsroom.change_issue",
    "digest.add_outlet",
    "digest.add_outletdomain",
    "digest.add_person",
    "digest.add_topic",
    "newsroom.add_photo",
    "newsroom.change_photo",
    "newsroom.add_photocredit",
    "newsroom.change_photocredit",
]
EDITOR = [
    *WRITER,
    "newsroom.delete_issue",
    "newsroom.plan_issue",
    "digest.disarm",
    *_all(
        "digest.outlet",
        "digest.outletdomain",
        "digest.person",
        "digest.topic",
        "newsroom.cadence",
        "newsroom.label",
        "newsroom.photo",
        "newsroom.photocredit",
        "newsroom.seriesrules",
        "newsroom.standingsection",
    ),
    "digest.change_series",
]
PUBLISHER = [
    *EDITOR,
    "digest.arm",
    "digest.withdraw",
    "digest.suppress",
    *_all(
        "digest.notice",
        "digest.publication",
        "digest.series",
        "digest.socialaddress",
        "newsroom.staff",
    ),
]
GROUPS = {"Writer": WRITER, "Editor": EDITOR, "Publisher": PUBLISHER}
