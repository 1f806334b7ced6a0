import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("counties", "0001_initial"),
    ]

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
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.unit",
                        verbose_name="承办单位",
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
            ],
            options={
                "verbose_name": "任职",
                "indexes": [models.Index(fields=["county", "user"], name="appointment_by_user")],
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="appointment_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "township", "id"), name="appointment_in_township"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role__in", ["leader", "member", "staff"]), _negated=True),
                            ("township__isnull", False),
                            _connector="OR",
                        ),
                        name="township_role_has_township",
                        violation_error_message="这个身份必须属于一个乡镇。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "unit"), _negated=True),
                            ("unit__isnull", False),
                            _connector="OR",
                        ),
                        name="unit_role_has_unit",
                        violation_error_message="承办单位身份必须指明单位。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_on__isnull", True),
                            ("last_on__gte", models.F("first_on")),
                            _connector="OR",
                        ),
                        name="appointment_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("last_on__isnull", True), ("role__in", ["audit", "security", "system"])
                        ),
                        fields=("county", "user"),
                        name="administrator_of_one_kind",
                        violation_error_message="三种管理员互相排斥，一个人只能担任一种。",
                    ),
                    cppcc.tenancy.SameOwner(
                        key="township",
                        name="accounts_appointment_township_id_same_county",
                        owners=("county",),
                    ),
                    cppcc.tenancy.SameOwner(
                        key="unit",
                        name="accounts_appointment_unit_id_same_county",
                        owners=("county",),
                    ),
                ],
            },
        ),
    ]
