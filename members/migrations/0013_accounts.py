"""Accounts that are opened by invitation, sessions that know their device, administrators."""

import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0012_roster_files_same_county"),
    ]

    operations = [
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
            ],
            options={
                "verbose_name": "登录链接",
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
            name="RecoveryCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code_hash", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "备用码",
            },
        ),
        migrations.AddField(
            model_name="appointment",
            name="is_stopped",
            field=models.BooleanField(default=False, verbose_name="已停用"),
        ),
        migrations.AddField(
            model_name="county",
            name="allows_long_login",
            field=models.BooleanField(default=False, verbose_name="允许委员在本人手机上30天免登录"),
        ),
        migrations.AddField(
            model_name="county",
            name="second_factor_roles",
            field=models.JSONField(
                blank=True, default=list, verbose_name="必须使用手机验证码的身份"
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="email",
            field=models.EmailField(blank=True, max_length=254, verbose_name="电子邮箱"),
        ),
        migrations.AddField(
            model_name="user",
            name="phone",
            field=models.CharField(
                blank=True,
                error_messages={"unique": "这个手机号已有人用来登录。"},
                max_length=11,
                null=True,
                unique=True,
                validators=[
                    django.core.validators.RegexValidator("1\\d{10}\\Z", "请填写11位手机号码。")
                ],
                verbose_name="登录手机号",
            ),
        ),
        migrations.AlterField(
            model_name="appointment",
            name="role",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="user",
            name="username",
            field=models.CharField(
                error_messages={"unique": "这个账号已有人使用。"},
                max_length=30,
                unique=True,
                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                verbose_name="账号",
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
        migrations.AddField(
            model_name="invitation",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="invitations",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recoverycode",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="recovery_codes",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
