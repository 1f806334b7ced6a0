"""A scan may only belong to a move of its own county's plans, and to its own township."""

from django.db import migrations

from cppcc.tenancy import same_county


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0018_plan_scans"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("plans_planscan", "township_id", "members_township"),
        same_county("plans_planscan", "event_id", "plans_planevent"),
    ]
