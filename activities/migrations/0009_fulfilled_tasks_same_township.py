"""A line of a register may only fulfil a task of its own county and township."""

from django.db import migrations

from cppcc.tenancy import same_township

KINDS = "article attention contact priorconsultation researchreport talent visit".split()


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0008_fulfilled_tasks"),
        ("plans", "0002_same_county"),
    ]

    operations = [
        same_township(f"activities_{kind}", "task_id", "plans_plantask") for kind in KINDS
    ]
