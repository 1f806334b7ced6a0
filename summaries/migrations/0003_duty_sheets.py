"""The yearly form of a member (履职登记表) and its moves."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0008_duty_grades"),
        ("summaries", "0002_same_county"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DutySheet",
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
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="年度")),
                ("own_summary", models.TextField(verbose_name="本人小结")),
                (
                    "office_opinion",
                    models.TextField(blank=True, editable=False, verbose_name="联工委意见"),
                ),
                (
                    "county_opinion",
                    models.TextField(blank=True, editable=False, verbose_name="县政协意见"),
                ),
                (
                    "counted",
                    models.JSONField(editable=False, null=True, verbose_name="评定时的数字"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "本人填写"),
                            ("submitted", "待联工委签署"),
                            ("signed", "待县政协评定"),
                            ("rated", "已评定"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
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
                    "grade",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.dutygrade",
                        verbose_name="等次",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="sheets",
                        to="members.membership",
                        verbose_name="委员",
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
                "verbose_name": "履职登记表",
            },
        ),
        migrations.CreateModel(
            name="DutySheetEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("action", models.CharField(max_length=20, verbose_name="动作")),
                ("actor_name", models.CharField(max_length=50, verbose_name="录入人姓名")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=50, verbose_name="实际决定人"),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("recorded_at", models.DateTimeField(verbose_name="录入时间")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                (
                    "actor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
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
                    "record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="events",
                        to="summaries.dutysheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "履职登记表流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="dutysheet",
            index=models.Index(fields=["county", "year", "status"], name="dutysheet_by_year"),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="dutysheet_in_county"),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="dutysheet_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.UniqueConstraint(
                fields=("county", "membership", "year"),
                name="one_sheet_a_member_and_year",
                violation_error_message="这位委员本年度的登记表已经有了。",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("grade__isnull", False), ("status", "rated")),
                    models.Q(models.Q(("status", "rated"), _negated=True), ("grade__isnull", True)),
                    _connector="OR",
                ),
                name="rated_sheet_has_grade",
                violation_error_message="评定了的登记表有等次，没有评定的没有。",
            ),
        ),
        migrations.AddIndex(
            model_name="dutysheetevent",
            index=models.Index(fields=["county", "record", "on"], name="dutyevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="dutysheetevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="dutysheetevent_in_county"
            ),
        ),
    ]
