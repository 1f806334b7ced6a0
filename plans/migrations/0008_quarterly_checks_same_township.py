"""A check and its lines may only point at rows of their own township."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0007_quarterly_checks"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("plans_check", "township_id", "members_township"),
        same_township("plans_check", "plan_id", "plans_annualplan"),
        same_county("plans_checkline", "township_id", "members_township"),
        same_township("plans_checkline", "check_of_id", "plans_check"),
        same_township("plans_checkline", "task_id", "plans_plantask"),
    ]
