"""The audit trail is only ever added to: by right for the web's role, by trigger for every role."""

from django.conf import settings
from django.db import migrations

from cppcc.database import quoted

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


class Migration(migrations.Migration):
    dependencies = [("cppcc", "0001_initial")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, BACK),
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON cppcc_auditevent FROM " + quoted(settings.DATABASE_APP_ROLE),
            migrations.RunSQL.noop,
        ),
    ]
