import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("counties", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Member",
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
                ("name", models.CharField(max_length=50, verbose_name="姓名")),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="全县不重复，换届、调动都不变；没有的不填。",
                        max_length=20,
                        verbose_name="委员编号",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("m", "男"), ("f", "女")],
                        max_length=1,
                        verbose_name="性别",
                    ),
                ),
                ("nation", models.CharField(blank=True, max_length=20, verbose_name="民族")),
                (
                    "born_in",
                    models.CharField(
                        blank=True, help_text="如 1965-08", max_length=7, verbose_name="出生年月"
                    ),
                ),
                ("party", models.CharField(blank=True, max_length=20, verbose_name="政治面貌")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="联系电话")),
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
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="members",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登录账号",
                    ),
                ),
            ],
            options={
                "verbose_name": "委员（个人）",
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("before", models.CharField(blank=True, max_length=20, verbose_name="原来")),
                ("after", models.CharField(blank=True, max_length=20, verbose_name="更正为")),
                ("actor_name", models.CharField(max_length=50, verbose_name="更正人")),
                ("corrected_at", models.DateTimeField(verbose_name="时间")),
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
                    "member",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="corrections",
                        to="members.member",
                        verbose_name="委员",
                    ),
                ),
            ],
            options={
                "verbose_name": "更正记录",
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                ("post", models.CharField(blank=True, max_length=100, verbose_name="单位及职务")),
                ("joined_on", models.DateField(verbose_name="任职日期")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="离任日期")),
                ("left_why", models.CharField(blank=True, max_length=100, verbose_name="离任原因")),
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
                    "member",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="memberships",
                        to="members.member",
                        verbose_name="委员",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.sector",
                        verbose_name="界别",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.term",
                        verbose_name="届次",
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
                "verbose_name": "委员",
            },
        ),
        migrations.CreateModel(
            name="Honour",
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
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("text", models.TextField(blank=True, verbose_name="事迹")),
                (
                    "is_award",
                    models.BooleanField(default=False, verbose_name="是荣誉（有授予单位）"),
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
            ],
            options={
                "verbose_name": "事迹与荣誉",
            },
        ),
        migrations.CreateModel(
            name="Engagement",
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
                ("on", models.DateField(verbose_name="聘任日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                ("appointing_body", models.CharField(max_length=50, verbose_name="聘任单位")),
                ("post", models.CharField(max_length=50, verbose_name="聘任职务")),
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
            ],
            options={
                "verbose_name": "聘任",
            },
        ),
        migrations.CreateModel(
            name="OldPaper",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("summary", "年终总结"),
                            ("plan", "工作计划"),
                            ("ledger", "台账、登记表"),
                            ("report", "简报、调研报告"),
                            ("other", "其他"),
                        ],
                        default="summary",
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("text", models.TextField(blank=True, editable=False, verbose_name="文字")),
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
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "旧资料",
            },
        ),
        migrations.CreateModel(
            name="Pairing",
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
                        choices=[
                            ("needy", "困难户"),
                            ("specialised", "专业户"),
                            ("enterprise", "企业"),
                        ],
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("on", models.DateField(verbose_name="结对日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                ("household", models.CharField(max_length=50, verbose_name="帮扶对象")),
                ("text", models.TextField(blank=True, verbose_name="帮扶内容")),
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
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "帮扶",
            },
        ),
        migrations.CreateModel(
            name="Portrait",
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
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="portraits",
                        to="members.member",
                        verbose_name="委员",
                    ),
                ),
            ],
            options={
                "verbose_name": "委员照片",
            },
        ),
        migrations.AddIndex(
            model_name="member",
            index=models.Index(fields=["county", "name"], name="member_by_name"),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="member_in_county"),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(fields=("county", "user"), name="one_member_a_user"),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("county", "number"),
                name="member_number_used_once",
                violation_error_message="这个委员编号已经用在别的委员身上。",
            ),
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(
                fields=["county", "member", "corrected_at"], name="correction_by_member"
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="correction_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=cppcc.tenancy.SameOwner(
                key="member", name="members_correction_member_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(
                fields=["county", "township", "joined_on"], name="membership_roster"
            ),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["county", "member"], name="membership_by_person"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="membership_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="membership_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_on__isnull", True)),
                fields=("county", "term", "member", "township"),
                name="membership_once_a_term",
                violation_error_message="这位委员在本届本乡镇已经登记。",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_on__isnull", True),
                    ("left_on__gte", models.F("joined_on")),
                    _connector="OR",
                ),
                name="membership_ends_after_it_begins",
                violation_error_message="离任日期不能早于任职日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=cppcc.tenancy.SameOwner(
                key="term", name="members_membership_term_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=cppcc.tenancy.SameOwner(
                key="sector", name="members_membership_sector_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="members_membership_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=cppcc.tenancy.SameOwner(
                key="member", name="members_membership_member_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="honour",
            index=models.Index(fields=["county", "township", "-on"], name="honour_by_day"),
        ),
        migrations.AddConstraint(
            model_name="honour",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="honour_in_county"),
        ),
        migrations.AddConstraint(
            model_name="honour",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="honour_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="honour",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="members_honour_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="honour",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="members_honour_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="engagement",
            index=models.Index(fields=["county", "township", "-on"], name="engagement_by_day"),
        ),
        migrations.AddConstraint(
            model_name="engagement",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="engagement_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="engagement",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="engagement_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="engagement",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="members_engagement_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="engagement",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="members_engagement_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="oldpaper",
            index=models.Index(fields=["county", "township", "-year"], name="oldpaper_by_year"),
        ),
        migrations.AddConstraint(
            model_name="oldpaper",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="oldpaper_in_county"),
        ),
        migrations.AddConstraint(
            model_name="oldpaper",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="members_oldpaper_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="pairing",
            index=models.Index(fields=["county", "township", "-on"], name="pairing_by_day"),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="pairing_in_county"),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="pairing_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="members_pairing_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="members_pairing_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="portrait",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="portrait_in_county"),
        ),
        migrations.AddConstraint(
            model_name="portrait",
            constraint=models.UniqueConstraint(
                fields=("county", "member"), name="one_portrait_a_member"
            ),
        ),
        migrations.AddConstraint(
            model_name="portrait",
            constraint=cppcc.tenancy.SameOwner(
                key="member", name="members_portrait_member_id_same_county", owners=("county",)
            ),
        ),
    ]
