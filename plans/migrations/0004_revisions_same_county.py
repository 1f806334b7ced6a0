"""A copy, a revision and its parts may only point at rows of their own county and township."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_revisions")]

    operations = [
        same_township("plans_annualplan", "revises_id", "plans_annualplan"),
        same_township("plans_plansection", "origin_id", "plans_plansection"),
        same_township("plans_plantask", "origin_id", "plans_plantask"),
        same_county("plans_plancopy", "township_id", "members_township"),
        same_township("plans_plancopy", "plan_id", "plans_annualplan"),
        same_county("plans_plancopy", "event_id", "plans_planevent"),
    ]
