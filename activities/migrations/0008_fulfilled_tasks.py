"""Activities, visits and lines of other registers may name the task they fulfil."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0007_contacts_and_talents_same_county"),
        ("plans", "0012_work_groups_same_township"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
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
            model_name="attention",
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
            model_name="contact",
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
            model_name="priorconsultation",
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
            model_name="researchreport",
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
            model_name="talent",
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
            model_name="visit",
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
        migrations.AlterField(
            model_name="activity",
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
