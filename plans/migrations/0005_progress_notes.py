"""Dated notes of progress (进展记录) of the tasks that no figure counts."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0009_default_duty_grades"),
        ("plans", "0004_revisions_same_county"),
    ]

    operations = [
        migrations.CreateModel(
            name="TaskNote",
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
                ("on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(verbose_name="做了什么")),
                ("evidence", models.TextField(blank=True, verbose_name="佐证")),
                ("is_last", models.BooleanField(default=False, verbose_name="这项任务已全部完成")),
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
                        related_name="notes",
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
                "verbose_name": "进展记录",
                "ordering": ["on", "pk"],
                "indexes": [models.Index(fields=["county", "task", "on"], name="tasknote_by_task")],
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="tasknote_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "township", "id"), name="tasknote_in_township"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_last", False),
                            models.Q(("evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="completion_has_evidence",
                        violation_error_message="全部完成的，请写明佐证：文件、照片、记录放在哪里。",
                    ),
                ],
            },
        ),
    ]
