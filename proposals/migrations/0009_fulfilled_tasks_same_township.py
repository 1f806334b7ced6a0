"""A proposal or a suggestion may only fulfil a task of its own county and township."""

from django.db import migrations

from cppcc.tenancy import same_township


class Migration(migrations.Migration):
    dependencies = [
        ("proposals", "0008_fulfilled_tasks"),
        ("plans", "0002_same_county"),
    ]

    operations = [
        same_township("proposals_proposal", "task_id", "plans_plantask"),
        same_township("proposals_suggestion", "task_id", "plans_plantask"),
    ]
