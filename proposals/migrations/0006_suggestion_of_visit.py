"""A suggestion may come of what a member asked for in a visit."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0007_contacts_and_talents_same_county"),
        ("proposals", "0005_drop_satisfaction_code"),
    ]

    operations = [
        migrations.AddField(
            model_name="suggestion",
            name="visit",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="suggestions",
                to="activities.visit",
                verbose_name="来源走访",
            ),
        ),
    ]
