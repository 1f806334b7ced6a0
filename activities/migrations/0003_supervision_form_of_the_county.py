"""An activity names its form of supervision by a row of the county's own list (监督形式)."""

import django.db.models.deletion
from django.db import migrations, models

from cppcc.tenancy import same_county


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0007_default_words"),
        ("activities", "0002_same_county"),
    ]

    operations = [
        migrations.RenameField("activity", "form", "form_code"),
        migrations.AddField(
            "activity",
            "form",
            models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                to="members.supervisionform",
                verbose_name="监督形式",
            ),
        ),
        same_county("activities_activity", "form_id", "members_supervisionform"),
    ]
