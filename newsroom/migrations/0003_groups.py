"""The groups Writer, Editor and Publisher, with what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

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


def _all(*models):
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


def make(apps, schema_editor):
    """Make the groups; a group of that name that is there already gets what it lacks."""
    for label in ("digest", "newsroom"):
        # Permissions come after all migrations; these are needed now.
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
        config.models_module = None
    permission, group = apps.get_model("auth", "Permission"), apps.get_model("auth", "Group")
    known = {
        f"{one.content_type.app_label}.{one.codename}": one
        for one in permission.objects.select_related("content_type")
    }
    for name, rights in GROUPS.items():
        group.objects.get_or_create(name=name)[0].permissions.add(
            *(known[right] for right in rights)
        )


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0002_slots"),
        ("digest", "0002_skipped_weeks"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
