"""Revisions of an approved plan, what was kept of it, and what a task asks for as evidence."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0010_no_unread_switches"),
        ("plans", "0002_same_county"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.JSONField(verbose_name="内容")),
            ],
            options={
                "verbose_name": "计划留存稿",
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="annualplan",
            name="one_plan_a_year",
        ),
        migrations.AddField(
            model_name="annualplan",
            name="approval_paper",
            field=models.CharField(
                blank=True, editable=False, max_length=100, verbose_name="审定文件"
            ),
        ),
        migrations.AddField(
            model_name="annualplan",
            name="meeting",
            field=models.CharField(
                blank=True, editable=False, max_length=60, verbose_name="审定会议"
            ),
        ),
        migrations.AddField(
            model_name="annualplan",
            name="reason",
            field=models.TextField(blank=True, verbose_name="调整原因"),
        ),
        migrations.AddField(
            model_name="annualplan",
            name="revises",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="revisions",
                to="plans.annualplan",
                verbose_name="原计划",
            ),
        ),
        migrations.AddField(
            model_name="annualplan",
            name="revision",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="第几次调整"
            ),
        ),
        migrations.AddField(
            model_name="plansection",
            name="origin",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="copies",
                to="plans.plansection",
            ),
        ),
        migrations.AddField(
            model_name="plantask",
            name="evidence",
            field=models.CharField(blank=True, max_length=100, verbose_name="应留依据"),
        ),
        migrations.AddField(
            model_name="plantask",
            name="is_carried",
            field=models.BooleanField(default=False, verbose_name="上年结转"),
        ),
        migrations.AddField(
            model_name="plantask",
            name="origin",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="copies",
                to="plans.plantask",
            ),
        ),
        migrations.AlterField(
            model_name="annualplan",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "起草"),
                    ("submitted", "送审"),
                    ("approved", "审定"),
                    ("reported", "已报县"),
                    ("published", "已公布"),
                    ("withdrawn", "调整已撤销"),
                ],
                default="draft",
                editable=False,
                max_length=20,
                verbose_name="状态",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year", "revision"),
                name="one_plan_a_year",
                violation_error_message="本年度的计划已经有了，请在原计划上修改。",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "withdrawn"), _negated=True),
                fields=("county", "revises"),
                name="one_revision_at_a_time",
                violation_error_message="这份计划正在调整，请在那份调整上修改。",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revises", None), ("revision", 0)),
                    models.Q(("revises__isnull", False), ("revision__gt", 0)),
                    _connector="OR",
                ),
                name="revision_names_what_it_revises",
            ),
        ),
        migrations.AddField(
            model_name="plancopy",
            name="county",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                to="members.county",
                verbose_name="县",
            ),
        ),
        migrations.AddField(
            model_name="plancopy",
            name="event",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="copies",
                to="plans.planevent",
            ),
        ),
        migrations.AddField(
            model_name="plancopy",
            name="plan",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="copies",
                to="plans.annualplan",
            ),
        ),
        migrations.AddField(
            model_name="plancopy",
            name="township",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                to="members.township",
                verbose_name="乡镇",
            ),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="plancopy_in_county"),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="plancopy_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=models.UniqueConstraint(
                fields=("county", "plan", "event"), name="one_copy_an_event"
            ),
        ),
    ]
