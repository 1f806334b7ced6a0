import django.db.models.deletion
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("counties", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowUp",
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
                ("title", models.CharField(max_length=200, verbose_name="事项")),
                ("unit_name", models.CharField(blank=True, max_length=50, verbose_name="责任单位")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="预计完成")),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("studying", "研究中"),
                            ("planned", "已列入计划"),
                            ("approved_above", "已由上级立项"),
                            ("under_way", "已开工（推进中）"),
                            ("done", "已完成"),
                            ("stopped", "终止"),
                        ],
                        default="studying",
                        max_length=20,
                        verbose_name="进展",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "跟踪落实",
            },
        ),
        migrations.CreateModel(
            name="FollowUpStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("studying", "研究中"),
                            ("planned", "已列入计划"),
                            ("approved_above", "已由上级立项"),
                            ("under_way", "已开工（推进中）"),
                            ("done", "已完成"),
                            ("stopped", "终止"),
                        ],
                        max_length=20,
                        verbose_name="进展",
                    ),
                ),
                ("level", models.CharField(blank=True, max_length=50, verbose_name="立项单位")),
                ("text", models.TextField(blank=True, verbose_name="情况")),
                ("entered_by", models.CharField(max_length=50, verbose_name="录入人")),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="steps",
                        to="matters.followup",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "推进情况",
                "ordering": ["on", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["county", "township", "due_on"], name="followup_by_due"),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="followup_in_county"),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="followup_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="matters_followup_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="followupstep",
            index=models.Index(fields=["county", "follow_up", "on"], name="followupstep_by_day"),
        ),
        migrations.AddConstraint(
            model_name="followupstep",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="followupstep_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="followupstep",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="followupstep_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="followupstep",
            constraint=cppcc.tenancy.SameOwner(
                key="follow_up",
                name="matters_followupstep_follow_up_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="followupstep",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="matters_followupstep_township_id_same_county",
                owners=("county",),
            ),
        ),
    ]
