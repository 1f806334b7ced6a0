"""The kernel's tables, and what the database itself refuses whoever asks.

Runs before those of Django's own apps, so that the web's database role gets its rights on their
tables, too; those made earlier are covered by ON ALL TABLES. The audit trail is only ever added to:
by right for the web's role, by trigger for every role.
"""

import uuid

import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from cppcc.database import app_privileges_sql, quoted

APPEND_ONLY = """
CREATE FUNCTION cppcc_audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON cppcc_auditevent
    FOR EACH ROW EXECUTE FUNCTION cppcc_audit_is_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON cppcc_auditevent
    FOR EACH STATEMENT EXECUTE FUNCTION cppcc_audit_is_append_only();
ALTER TABLE cppcc_auditevent ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE cppcc_auditevent ENABLE ALWAYS TRIGGER no_truncate;
"""
BACK = """
DROP TRIGGER append_only ON cppcc_auditevent;
DROP TRIGGER no_truncate ON cppcc_auditevent;
DROP FUNCTION cppcc_audit_is_append_only();
"""


def for_app(sql: str) -> migrations.RunSQL:
    return migrations.RunSQL(sql, migrations.RunSQL.noop)


class Migration(migrations.Migration):
    initial = True

    dependencies = []
    run_before = [
        ("contenttypes", "0001_initial"),
        ("auth", "0001_initial"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        for_app(app_privileges_sql(settings.DATABASE_APP_ROLE)),
        migrations.CreateModel(
            name="HandledForm",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("user_id", models.BigIntegerField()),
                ("location", models.CharField(blank=True, max_length=500)),
                (
                    "handled_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "verbose_name": "已处理表单",
            },
        ),
        migrations.CreateModel(
            name="HeldSheet",
            fields=[
                ("key", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("user_id", models.BigIntegerField(verbose_name="人员")),
                ("appointment_id", models.BigIntegerField(verbose_name="身份")),
                ("importer", models.CharField(max_length=30, verbose_name="导入")),
                ("name", models.CharField(max_length=100, verbose_name="文件名")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("table", models.JSONField(verbose_name="单元格")),
                ("answers", models.JSONField(default=dict, verbose_name="答复")),
                ("held_at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "待确认的表格",
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("county_id", models.BigIntegerField(null=True, verbose_name="县")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="时间"
                    ),
                ),
                ("actor_id", models.BigIntegerField(null=True, verbose_name="人员")),
                ("actor_name", models.CharField(blank=True, max_length=50, verbose_name="姓名")),
                ("role", models.CharField(blank=True, max_length=20, verbose_name="身份")),
                ("township_id", models.BigIntegerField(null=True, verbose_name="乡镇")),
                ("action", models.CharField(max_length=50, verbose_name="动作")),
                (
                    "object_type",
                    models.CharField(blank=True, max_length=50, verbose_name="对象类型"),
                ),
                ("object_id", models.BigIntegerField(null=True, verbose_name="对象编号")),
                ("on", models.DateField(null=True, verbose_name="事实日期")),
                ("succeeded", models.BooleanField(default=True, verbose_name="成功")),
                ("detail", models.JSONField(default=dict, verbose_name="详情")),
            ],
            options={
                "verbose_name": "审计记录",
                "indexes": [
                    models.Index(fields=["county_id", "-recorded_at"], name="audit_by_time"),
                    models.Index(
                        fields=["county_id", "object_type", "object_id"], name="audit_by_object"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("address", models.CharField(max_length=300)),
                ("fields", models.JSONField()),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "草稿",
                "constraints": [
                    models.UniqueConstraint(fields=("user_id", "address"), name="one_draft_a_form")
                ],
            },
        ),
        migrations.RunSQL(APPEND_ONLY, BACK),
        for_app(
            f"REVOKE UPDATE, DELETE ON cppcc_auditevent FROM {quoted(settings.DATABASE_APP_ROLE)}"
        ),
    ]
