"""A task may take up a point of the county's (县工作要点)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0017_county_papers_same_county"),
        ("plans", "0023_note_for_a_day"),
    ]

    operations = [
        migrations.AddField(
            model_name="plantask",
            name="point",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="tasks",
                to="members.keypoint",
                verbose_name="县工作要点",
            ),
        ),
    ]
