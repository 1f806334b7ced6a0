"""A reply is graded by a row of the county's own scale (满意度)."""

import django.db.models.deletion
from django.db import migrations, models

from cppcc.tenancy import same_county


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0007_default_words"),
        ("proposals", "0002_same_county"),
    ]

    operations = [
        migrations.RenameField("reply", "satisfaction", "satisfaction_code"),
        migrations.AddField(
            "reply",
            "satisfaction",
            models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                to="members.satisfaction",
                verbose_name="委员反馈",
            ),
        ),
        same_county("proposals_reply", "satisfaction_id", "members_satisfaction"),
    ]
