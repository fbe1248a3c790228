from django.db import migrations

from digest.models.plaintext import clean_rows


def clean(apps, schema_editor):
    # Editions are written once; what they hold is read by the rule.
    clean_rows(apps, "digest", but=["Edition"])


class Migration(migrations.Migration):

    dependencies = [
        ('digest', '0002_skipped_weeks'),
    ]

    operations = [
        migrations.RunPython(clean, migrations.RunPython.noop),
    ]
