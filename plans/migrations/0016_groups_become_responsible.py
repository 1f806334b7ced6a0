"""Whatever tasks a work group has taken on, the plan itself says from now on.

The revisions on their road too: else their publication would take the group out of the plan.
"""

from django.db import migrations


def name_groups(apps, schema_editor):
    WorkGroupTask = apps.get_model("plans", "WorkGroupTask")
    PlanTask = apps.get_model("plans", "PlanTask")
    Responsible = apps.get_model("plans", "Responsible")
    for taken in WorkGroupTask.objects.order_by("pk"):
        tasks = [taken.task_id]
        while tasks:
            for task in tasks:
                Responsible.objects.get_or_create(
                    county_id=taken.county_id,
                    township_id=taken.township_id,
                    task_id=task,
                    group_id=taken.group_id,
                )
            copies = PlanTask.objects.filter(county=taken.county_id, origin__in=tasks)
            tasks = list(copies.values_list("pk", flat=True))


class Migration(migrations.Migration):
    dependencies = [("plans", "0015_responsible_party_same_township")]

    operations = [migrations.RunPython(name_groups, migrations.RunPython.noop)]
