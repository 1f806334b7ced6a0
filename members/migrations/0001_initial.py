import uuid

import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy
import members.models.days


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "这个账号已有人使用。"},
                        max_length=30,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="账号",
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="姓名")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        error_messages={"unique": "这个手机号已有人用来登录。"},
                        max_length=11,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "1\\d{10}\\Z", "请填写11位手机号码。"
                            )
                        ],
                        verbose_name="登录手机号",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="电子邮箱")),
                ("is_active", models.BooleanField(default=True, verbose_name="启用")),
            ],
            options={
                "verbose_name": "用户",
            },
        ),
        migrations.CreateModel(
            name="County",
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
                    "name",
                    models.CharField(
                        error_messages={"unique": "已有同名的县。"},
                        max_length=30,
                        unique=True,
                        verbose_name="县名",
                    ),
                ),
                ("body_name", models.CharField(max_length=50, verbose_name="县政协全称")),
                (
                    "short_name",
                    models.CharField(default="县政协", max_length=20, verbose_name="简称"),
                ),
                (
                    "red_head",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="发文机关标志（红头）"
                    ),
                ),
                (
                    "number_code",
                    models.CharField(blank=True, max_length=20, verbose_name="机关代字"),
                ),
                (
                    "supervisor",
                    models.CharField(
                        blank=True,
                        default="县委、县政府督查室",
                        max_length=40,
                        verbose_name="提案督办单位",
                    ),
                ),
                (
                    "proposal_year_from",
                    members.models.days.DayOfYearField(
                        default="12-01", max_length=5, verbose_name="提案年度起始日"
                    ),
                ),
                (
                    "proposals_counted",
                    models.CharField(
                        choices=[("submitted", "提交了就算"), ("filed", "立案了才算")],
                        default="submitted",
                        max_length=20,
                        verbose_name="每人应交的提案怎样算",
                    ),
                ),
                (
                    "plan_due",
                    members.models.days.DayOfYearField(
                        default="01-01", max_length=5, verbose_name="年度计划上报截止日"
                    ),
                ),
                (
                    "late_entries_until",
                    members.models.days.DayOfYearField(
                        default="01-31", max_length=5, verbose_name="上年补录截止日"
                    ),
                ),
                (
                    "allows_long_login",
                    models.BooleanField(
                        default=False, verbose_name="允许委员在本人手机上30天免登录"
                    ),
                ),
                (
                    "second_factor_roles",
                    models.JSONField(
                        blank=True, default=list, verbose_name="必须使用手机验证码的身份"
                    ),
                ),
            ],
            options={
                "verbose_name": "县",
            },
        ),
        migrations.CreateModel(
            name="LoginSession",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("user_id", models.BigIntegerField(db_index=True, null=True)),
                ("device", models.CharField(blank=True, max_length=50, verbose_name="设备")),
                ("address", models.CharField(blank=True, max_length=45, verbose_name="网络地址")),
                ("is_remembered", models.BooleanField(default=False, verbose_name="30天免登录")),
                ("began_at", models.DateTimeField(verbose_name="登录时间")),
                ("seen_at", models.DateTimeField(verbose_name="最近使用")),
            ],
            options={
                "verbose_name": "登录设备",
            },
        ),
        migrations.CreateModel(
            name="CountyPaper",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("key_points", "工作要点"), ("notice", "通知"), ("other", "其他")],
                        default="notice",
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                ("dated_on", models.DateField(verbose_name="成文日期")),
                ("text", models.TextField(blank=True, verbose_name="正文")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "拟稿"),
                            ("handed_down", "已下发"),
                            ("withdrawn", "已撤回"),
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
                    "replaces",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="successors",
                        to="members.countypaper",
                        verbose_name="代替的文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "上级文件",
            },
        ),
        migrations.CreateModel(
            name="CountyPaperEvent",
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
                        to="members.countypaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "上级文件流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Deadline",
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
                    models.CharField(
                        choices=[
                            ("reply", "提案答复"),
                            ("extension", "提案延期答复"),
                            ("return", "申退"),
                            ("co_opinion", "会办意见"),
                            ("feedback", "委员反馈"),
                            ("township_comment", "联工委提出意见"),
                            ("activity_report", "活动材料上报"),
                        ],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                (
                    "amount",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(366),
                        ],
                        verbose_name="期限",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("days", "天"), ("working_days", "个工作日"), ("months", "个月")],
                        max_length=20,
                        verbose_name="单位",
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
            ],
            options={
                "verbose_name": "期限",
            },
        ),
        migrations.CreateModel(
            name="DutyGrade",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
            ],
            options={
                "verbose_name": "履职等次",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GuidingText",
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
                ("plan_text", models.TextField(blank=True, verbose_name="计划指导思想")),
                ("summary_text", models.TextField(blank=True, verbose_name="总结开头语")),
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
            ],
            options={
                "verbose_name": "年度指导思想",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("expires_at", models.DateTimeField(verbose_name="有效期至")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="用过或作废")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "登录链接",
            },
        ),
        migrations.CreateModel(
            name="KeyPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("heading", models.CharField(blank=True, max_length=60, verbose_name="所属部分")),
                ("text", models.TextField(verbose_name="要点")),
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
                    "paper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="points",
                        to="members.countypaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作要点条目",
                "ordering": ["position"],
            },
        ),
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
                        to="members.county",
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
                        to="members.county",
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
            name="PaperFile",
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
                    "paper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="files",
                        to="members.countypaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "上级文件附件",
                "ordering": ["pk"],
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
                        to="members.county",
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
        migrations.CreateModel(
            name="ProposalCategory",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
            ],
            options={
                "verbose_name": "提案类别",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Receipt",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "拟定中"),
                            ("handed_down", "已下达"),
                            ("received", "已签收"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                ("handed_on", models.DateField(editable=False, verbose_name="下发日期")),
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
                    "paper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="receipts",
                        to="members.countypaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "文件签收",
            },
        ),
        migrations.CreateModel(
            name="ReceiptEvent",
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
                        to="members.receipt",
                    ),
                ),
            ],
            options={
                "verbose_name": "文件签收经过",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code_hash", models.CharField(max_length=64)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recovery_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "备用码",
            },
        ),
        migrations.CreateModel(
            name="RefusalReason",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
            ],
            options={
                "verbose_name": "不予立案理由",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Satisfaction",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
                    ),
                ),
                (
                    "is_satisfied",
                    models.BooleanField(default=True, verbose_name="评为这一等的，提案办结"),
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
            ],
            options={
                "verbose_name": "满意度",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Sector",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
            ],
            options={
                "verbose_name": "界别",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupervisionForm",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
            ],
            options={
                "verbose_name": "监督形式",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Target",
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
                (
                    "scope",
                    models.CharField(
                        choices=[("body", "整个机构"), ("member", "每名委员")],
                        max_length=20,
                        verbose_name="由谁完成",
                    ),
                ),
                ("figure", models.SlugField(db_index=False, verbose_name="指标")),
                ("number", models.PositiveSmallIntegerField(verbose_name="目标数")),
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
            ],
            options={
                "verbose_name": "年度目标",
            },
        ),
        migrations.CreateModel(
            name="TargetSheet",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "拟定中"),
                            ("handed_down", "已下达"),
                            ("received", "已签收"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                ("text", models.TextField(blank=True, verbose_name="其他要求")),
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
            ],
            options={
                "verbose_name": "年度目标任务书",
            },
        ),
        migrations.CreateModel(
            name="TargetSheetEvent",
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
                        to="members.targetsheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "目标任务书流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Term",
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
                ("name", models.CharField(max_length=20, verbose_name="届次")),
                ("first_on", models.DateField(verbose_name="开始日期")),
                ("last_on", models.DateField(verbose_name="结束日期")),
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
            ],
            options={
                "verbose_name": "届次",
                "ordering": ["-first_on"],
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
                        to="members.county",
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
                        to="members.sector",
                        verbose_name="界别",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.term",
                        verbose_name="届次",
                    ),
                ),
            ],
            options={
                "verbose_name": "委员",
            },
        ),
        migrations.CreateModel(
            name="Township",
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
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("body_name", models.CharField(max_length=50, verbose_name="机构简称")),
                ("full_name", models.CharField(blank=True, max_length=50, verbose_name="机构全称")),
                (
                    "head_title",
                    models.CharField(default="主任", max_length=20, verbose_name="负责人职务"),
                ),
                (
                    "committee_name",
                    models.CharField(default="镇党委", max_length=30, verbose_name="党委名称"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("township", "乡镇（街道）"), ("sector_group", "县直界别活动组")],
                        default="township",
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                (
                    "red_head",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="发文机关标志（红头）"
                    ),
                ),
                (
                    "number_code",
                    models.CharField(blank=True, max_length=20, verbose_name="机关代字"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="办公电话")),
                ("address", models.CharField(blank=True, max_length=60, verbose_name="办公地点")),
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
            ],
            options={
                "verbose_name": "乡镇",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="targetsheet",
            name="township",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                to="members.township",
                verbose_name="乡镇",
            ),
        ),
        migrations.CreateModel(
            name="TargetLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("body", "整个机构"), ("member", "每名委员")],
                        max_length=20,
                        verbose_name="由谁完成",
                    ),
                ),
                ("figure", models.SlugField(db_index=False, verbose_name="指标")),
                ("number", models.PositiveSmallIntegerField(verbose_name="目标数")),
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
                    "sheet",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="lines",
                        to="members.targetsheet",
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
                "verbose_name": "下达的目标",
                "ordering": ["scope", "pk"],
            },
        ),
        migrations.AddField(
            model_name="receipt",
            name="township",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                to="members.township",
                verbose_name="乡镇",
            ),
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
                "verbose_name": "帮扶",
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
                        to="members.county",
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
                        to="members.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "旧资料",
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="township",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                to="members.township",
                verbose_name="乡镇",
            ),
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
                "verbose_name": "事迹与荣誉",
            },
        ),
        migrations.CreateModel(
            name="GroupPost",
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
                            ("a_head", "负责人"),
                            ("b_clerk", "工作人员"),
                            ("c_liaison", "联系县领导"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="姓名")),
                ("post", models.CharField(blank=True, max_length=50, verbose_name="职务")),
                ("first_on", models.DateField(verbose_name="开始日期")),
                ("last_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
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
                "verbose_name": "机构人员",
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
                "verbose_name": "聘任",
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
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
            ],
            options={
                "verbose_name": "承办单位",
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("county", "县政协工作人员"),
                            ("staff", "联工委工作人员"),
                            ("member", "政协委员"),
                            ("unit", "承办单位"),
                            ("leader", "镇党委领导"),
                            ("system", "系统管理员"),
                            ("security", "安全管理员"),
                            ("audit", "审计管理员"),
                        ],
                        max_length=20,
                        verbose_name="身份",
                    ),
                ),
                ("post", models.CharField(blank=True, max_length=30, verbose_name="职务")),
                ("first_on", models.DateField(verbose_name="开始日期")),
                ("last_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                ("is_stopped", models.BooleanField(default=False, verbose_name="已停用")),
                (
                    "stopped_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("county", "县政协工作人员"),
                            ("staff", "联工委工作人员"),
                            ("member", "政协委员"),
                            ("unit", "承办单位"),
                            ("leader", "镇党委领导"),
                            ("system", "系统管理员"),
                            ("security", "安全管理员"),
                            ("audit", "审计管理员"),
                        ],
                        max_length=20,
                        verbose_name="由谁停用",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
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
                    "township",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.township",
                        verbose_name="乡镇",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.unit",
                        verbose_name="承办单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "任职",
            },
        ),
        migrations.CreateModel(
            name="AnswerClass",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
                    ),
                ),
                ("letter", models.CharField(max_length=1, verbose_name="字母")),
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
            ],
            options={
                "verbose_name": "答复类别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="answerclass_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="answerclass_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdoptionLevel",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
            ],
            options={
                "verbose_name": "采用级别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "id"), name="adoptionlevel_in_county"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="adoptionlevel_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActivityKind",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
                    ),
                ),
                (
                    "feeds",
                    models.CharField(
                        choices=[
                            ("study", "集中学习"),
                            ("training", "讲座培训"),
                            ("lesson", "机关学习"),
                            ("inspection", "视察"),
                            ("research", "调研考察"),
                            ("supervision", "民主监督"),
                            ("consultation", "协商议事"),
                            ("attended", "列席会议"),
                            ("exchange", "联谊交流"),
                            ("culture", "文化活动"),
                            ("welfare", "服务公益"),
                            ("county", "县政协活动"),
                        ],
                        max_length=20,
                        verbose_name="计入指标",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        default="通知、签到表、照片、活动记录、简报",
                        max_length=200,
                        verbose_name="应备材料",
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
            ],
            options={
                "verbose_name": "活动类别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="activitykind_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="activitykind_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="countypaper",
            index=models.Index(fields=["county", "-year"], name="countypaper_by_year"),
        ),
        migrations.AddConstraint(
            model_name="countypaper",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="countypaper_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="countypaper",
            constraint=models.UniqueConstraint(
                fields=("county", "replaces"), name="paper_replaced_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="countypaper",
            constraint=cppcc.tenancy.SameOwner(
                key="replaces",
                name="members_countypaper_replaces_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="countypaperevent",
            index=models.Index(fields=["county", "record", "on"], name="paperevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="countypaperevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="countypaperevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="countypaperevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="members_countypaperevent_record_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="deadline_in_county"),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(fields=("county", "key"), name="deadline_set_once"),
        ),
        migrations.AddConstraint(
            model_name="dutygrade",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="dutygrade_in_county"),
        ),
        migrations.AddConstraint(
            model_name="dutygrade",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="dutygrade_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
        migrations.AddConstraint(
            model_name="guidingtext",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="guidingtext_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="guidingtext",
            constraint=models.UniqueConstraint(
                fields=("county", "year"), name="one_guiding_text_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="keypoint",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="keypoint_in_county"),
        ),
        migrations.AddConstraint(
            model_name="keypoint",
            constraint=models.UniqueConstraint(
                fields=("county", "paper", "position"), name="point_position_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="keypoint",
            constraint=cppcc.tenancy.SameOwner(
                key="paper", name="members_keypoint_paper_id_same_county", owners=("county",)
            ),
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
        migrations.AddConstraint(
            model_name="paperfile",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="paperfile_in_county"),
        ),
        migrations.AddConstraint(
            model_name="paperfile",
            constraint=cppcc.tenancy.SameOwner(
                key="paper", name="members_paperfile_paper_id_same_county", owners=("county",)
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
        migrations.AddConstraint(
            model_name="proposalcategory",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="proposalcategory_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposalcategory",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="proposalcategory_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
        migrations.AddIndex(
            model_name="receiptevent",
            index=models.Index(fields=["county", "record", "on"], name="receiptevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="receiptevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="receiptevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="receiptevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record", name="members_receiptevent_record_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="refusalreason",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="refusalreason_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="refusalreason",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="refusalreason_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
        migrations.AddConstraint(
            model_name="satisfaction",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="satisfaction_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="satisfaction",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="satisfaction_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
        migrations.AddConstraint(
            model_name="sector",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="sector_in_county"),
        ),
        migrations.AddConstraint(
            model_name="sector",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="sector_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionform",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="supervisionform_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionform",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="supervisionform_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="target_in_county"),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                fields=("county", "year", "scope", "figure"),
                name="one_target_a_figure",
                violation_error_message="这个指标在这一年已有目标。",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0)),
                name="target_is_a_number_to_reach",
                violation_error_message="目标数要大于零；不设目标的，把它删掉。",
            ),
        ),
        migrations.AddIndex(
            model_name="targetsheetevent",
            index=models.Index(fields=["county", "record", "on"], name="sheetevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="targetsheetevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="targetsheetevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheetevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="members_targetsheetevent_record_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="term_in_county"),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="term_name_used_once",
                violation_error_message="本县已有同名的届次。",
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_on__gt", models.F("first_on"))),
                name="term_ends_after_it_begins",
                violation_error_message="届次的结束日期必须晚于开始日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="township",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="township_in_county"),
        ),
        migrations.AddConstraint(
            model_name="township",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="township_name_used_once",
                violation_error_message="本县已有同名的乡镇。",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="targetsheet_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="targetsheet_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year"),
                name="one_target_sheet_a_year",
                violation_error_message="这个乡镇这一年已有目标任务书。",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="members_targetsheet_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="targetline_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="targetline_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.UniqueConstraint(
                fields=("county", "sheet", "scope", "figure"), name="one_line_a_figure"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0)), name="line_is_a_number_to_reach"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=cppcc.tenancy.SameOwner(
                key="sheet",
                name="members_targetline_sheet_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="members_targetline_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="receipt_in_county"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="receipt_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("county", "paper", "township"), name="one_receipt_a_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="members_receipt_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=cppcc.tenancy.SameOwner(
                key="paper", name="members_receipt_paper_id_same_county", owners=("county",)
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
                key="member", name="members_membership_member_id_same_county", owners=("county",)
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
            model_name="grouppost",
            index=models.Index(fields=["county", "township", "kind"], name="grouppost_by_kind"),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="grouppost_in_county"),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="grouppost_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_on__isnull", True),
                    ("last_on__gte", models.F("first_on")),
                    _connector="OR",
                ),
                name="group_post_ends_after_it_begins",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="members_grouppost_township_id_same_county", owners=("county",)
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
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="unit_in_county"),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="unit_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["county", "user"], name="appointment_by_user"),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="appointment_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="appointment_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role__in", ["leader", "member", "staff"]), _negated=True),
                    ("township__isnull", False),
                    _connector="OR",
                ),
                name="township_role_has_township",
                violation_error_message="这个身份必须属于一个乡镇。",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role", "unit"), _negated=True),
                    ("unit__isnull", False),
                    _connector="OR",
                ),
                name="unit_role_has_unit",
                violation_error_message="承办单位身份必须指明单位。",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_on__isnull", True),
                    ("last_on__gte", models.F("first_on")),
                    _connector="OR",
                ),
                name="appointment_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("last_on__isnull", True), ("role__in", ["audit", "security", "system"])
                ),
                fields=("county", "user"),
                name="administrator_of_one_kind",
                violation_error_message="三种管理员互相排斥，一个人只能担任一种。",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="members_appointment_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=cppcc.tenancy.SameOwner(
                key="unit", name="members_appointment_unit_id_same_county", owners=("county",)
            ),
        ),
    ]
