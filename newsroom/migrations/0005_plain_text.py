from django.db import migrations

from digest.models.plaintext import clean_rows


def clean(apps, schema_editor):
    # The journal is written once; what it holds is read by the rule.
    clean_rows(apps, "newsroom", but=["JournalEntry"])


class Migration(migrations.Migration):

    dependencies = [
        ('digest', '0003_plain_text'),
        ('newsroom', '0004_tray'),
    ]

    operations = [
        migrations.RunPython(clean, migrations.RunPython.noop),
    ]
