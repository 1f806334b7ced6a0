"""Staff and groups that are responsible for a task are of its own township."""

from django.db import migrations

from cppcc.tenancy import same_township


class Migration(migrations.Migration):
    dependencies = [("plans", "0014_responsible_party")]

    operations = [
        same_township("plans_responsible", "appointment_id", "members_appointment"),
        same_township("plans_responsible", "group_id", "plans_workgroup"),
    ]
