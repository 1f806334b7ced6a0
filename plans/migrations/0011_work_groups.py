"""Work groups (工作组) and incentives (表彰、奖励)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0009_default_duty_grades"),
        ("plans", "0010_calendar_feeds_same_county"),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkGroup",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("scheme", models.TextField(blank=True, verbose_name="工作方案")),
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
                    "head",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="headed_groups",
                        to="members.membership",
                        verbose_name="组长",
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
                "verbose_name": "工作组",
            },
        ),
        migrations.CreateModel(
            name="WorkGroupMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "group",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="people",
                        to="plans.workgroup",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="groups",
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
                "verbose_name": "工作组成员",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="WorkGroupTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "group",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="tasks",
                        to="plans.workgroup",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="groups",
                        to="plans.plantask",
                        verbose_name="计划任务",
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
                "verbose_name": "工作组任务",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Incentive",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("commend", "表彰"), ("reward", "奖励")],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("decided_by", models.CharField(max_length=60, verbose_name="决定单位")),
                ("document", models.CharField(max_length=100, verbose_name="依据（文件或会议）")),
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
                    "honour",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="incentives",
                        to="members.honour",
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
                "verbose_name": "激励决定",
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="incentive_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "township", "id"), name="incentive_in_township"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "honour"), name="one_decision_an_honour"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="workgroup_in_county"),
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="workgroup_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year", "name"),
                name="one_group_of_a_name",
                violation_error_message="这一年已有同名的工作组。",
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="workgroupmember_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="workgroupmember_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=models.UniqueConstraint(
                fields=("county", "group", "membership"), name="once_in_a_group"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgrouptask",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="workgrouptask_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgrouptask",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="workgrouptask_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgrouptask",
            constraint=models.UniqueConstraint(
                fields=("county", "group", "task"), name="task_taken_on_once"
            ),
        ),
    ]
