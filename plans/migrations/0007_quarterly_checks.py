"""The quarterly checks (季度自查) of a plan, with every task as it stood."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0009_default_duty_grades"),
        ("plans", "0006_progress_notes_same_township"),
    ]

    operations = [
        migrations.CreateModel(
            name="Check",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
                ),
                ("quarter", models.PositiveSmallIntegerField(verbose_name="季度")),
                ("opened_on", models.DateField(verbose_name="数据截至")),
                ("finished_on", models.DateField(blank=True, null=True, verbose_name="完成日期")),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="checks",
                        to="plans.annualplan",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "季度自查",
            },
        ),
        migrations.CreateModel(
            name="CheckLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="任务")),
                ("reached", models.CharField(blank=True, max_length=40, verbose_name="完成情况")),
                ("state", models.CharField(max_length=10, verbose_name="状态")),
                ("lacks", models.CharField(blank=True, max_length=200, verbose_name="落后情况")),
                ("problem", models.TextField(blank=True, verbose_name="存在问题")),
                ("measure", models.TextField(blank=True, verbose_name="整改措施")),
                ("new_due_on", models.DateField(blank=True, null=True, verbose_name="新的期限")),
                (
                    "check_of",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="lines",
                        to="plans.check",
                        verbose_name="自查",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="check_lines",
                        to="plans.plantask",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "自查项目",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="check_in_county"),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="check_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(
                fields=("county", "plan", "quarter"),
                name="one_check_a_quarter",
                violation_error_message="这个季度已经自查过了。",
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(("quarter__range", (1, 4))), name="quarter_is_of_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="checkline_in_county"),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="checkline_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=models.UniqueConstraint(
                fields=("county", "check_of", "task"), name="task_checked_once"
            ),
        ),
    ]
