"""The scan (扫描件) of what the Party committee decided on paper."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0014_supervisor"),
        ("plans", "0017_no_group_tasks"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanScan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="存放编号"),
                ),
                (
                    "file_name",
                    models.CharField(editable=False, max_length=100, verbose_name="文件名"),
                ),
                ("kind", models.CharField(editable=False, max_length=4, verbose_name="格式")),
                ("size", models.PositiveIntegerField(editable=False, verbose_name="大小")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="SHA-256")),
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
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="scans",
                        to="plans.planevent",
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
                "verbose_name": "计划扫描件",
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="planscan_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "township", "id"), name="planscan_in_township"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "event"),
                        name="one_scan_an_event",
                        violation_error_message="这一步的扫描件已经有了。",
                    ),
                ],
            },
        ),
    ]
