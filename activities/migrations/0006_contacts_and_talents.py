"""Contacts with the masses (联系群众) and the talent list (人才名册)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0005_drop_form_code"),
        ("members", "0002_same_county"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
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
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("call", "入户走访"),
                            ("talk", "座谈"),
                            ("reception", "接待来访"),
                            ("phone", "电话、网络"),
                            ("service", "帮办实事"),
                        ],
                        default="call",
                        max_length=20,
                        verbose_name="形式",
                    ),
                ),
                ("whom", models.CharField(max_length=100, verbose_name="联系对象")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("demand", models.TextField(blank=True, verbose_name="群众反映")),
                ("result", models.TextField(blank=True, verbose_name="办理情况")),
                ("is_done", models.BooleanField(default=False, verbose_name="已办结")),
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
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="%(class)ss",
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
                "verbose_name": "联系群众",
                "indexes": [
                    models.Index(fields=["county", "township", "-on"], name="contact_by_day")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="contact_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "township", "id"), name="contact_in_township"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Talent",
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
                ("name", models.CharField(max_length=50, verbose_name="姓名")),
                ("trade", models.CharField(max_length=100, verbose_name="行业专长")),
                ("contact", models.CharField(blank=True, max_length=50, verbose_name="联系方式")),
                ("recommended_for", models.CharField(max_length=100, verbose_name="推荐用途")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="移出日期")),
                ("text", models.TextField(blank=True, verbose_name="主要情况")),
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
                "verbose_name": "人才名册",
                "indexes": [
                    models.Index(fields=["county", "township", "-on"], name="talent_by_day")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="talent_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "township", "id"), name="talent_in_township"
                    ),
                ],
            },
        ),
    ]
