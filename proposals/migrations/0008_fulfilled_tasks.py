"""Proposals and suggestions may name the task they fulfil."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0012_work_groups_same_township"),
        ("proposals", "0007_suggestion_of_visit_same_township"),
    ]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="task",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                to="plans.plantask",
                verbose_name="对应计划任务",
            ),
        ),
        migrations.AddField(
            model_name="suggestion",
            name="task",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                to="plans.plantask",
                verbose_name="对应计划任务",
            ),
        ),
    ]
