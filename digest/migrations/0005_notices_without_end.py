"""A notice may stand until further notice; a call is one to readers."""

import digest.lib.dates
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("digest", "0004_addresses")]

    operations = [
        migrations.RemoveConstraint("notice", "notice_ends_after_it_starts"),
        migrations.AlterField(
            "notice",
            "ends_at",
            models.DateTimeField(
                blank=True,
                help_text="Empty: until further notice.",
                null=True,
                validators=[digest.lib.dates.validate_year],
                verbose_name="until",
            ),
        ),
        migrations.AlterField(
            "notice",
            "kind",
            models.CharField(
                choices=[
                    ("appeal", "appeal"),
                    ("call", "call to readers"),
                    ("sponsor", "sponsor line"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            "notice",
            models.CheckConstraint(
                condition=models.Q(("ends_at", None))
                | models.Q(("ends_at__gt", models.F("starts_at"))),
                name="notice_ends_after_it_starts",
                violation_error_message="The notice has to end after it starts.",
            ),
        ),
    ]
