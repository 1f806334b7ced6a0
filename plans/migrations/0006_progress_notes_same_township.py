"""A note of progress may only point at a task of its own township."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0005_progress_notes"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("plans_tasknote", "township_id", "members_township"),
        same_township("plans_tasknote", "task_id", "plans_plantask"),
    ]
