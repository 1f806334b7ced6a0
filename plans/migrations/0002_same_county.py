"""A row may only point at rows of its own county and township: the composite keys."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("plans_annualplan", "township_id", "members_township"),
        same_county("plans_planevent", "record_id", "plans_annualplan"),
        same_county("plans_plansection", "township_id", "members_township"),
        same_township("plans_plansection", "plan_id", "plans_annualplan"),
        same_county("plans_plantask", "township_id", "members_township"),
        same_township("plans_plantask", "section_id", "plans_plansection"),
        same_county("plans_milestone", "township_id", "members_township"),
        same_township("plans_milestone", "task_id", "plans_plantask"),
        same_county("plans_responsible", "township_id", "members_township"),
        same_township("plans_responsible", "task_id", "plans_plantask"),
        same_township("plans_responsible", "membership_id", "members_membership"),
    ]
