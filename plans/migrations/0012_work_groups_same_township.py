"""Work groups and incentives may only point at rows of their own township."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0011_work_groups"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("plans_workgroup", "township_id", "members_township"),
        same_township("plans_workgroup", "head_id", "members_membership"),
        same_county("plans_workgroupmember", "township_id", "members_township"),
        same_township("plans_workgroupmember", "group_id", "plans_workgroup"),
        same_township("plans_workgroupmember", "membership_id", "members_membership"),
        same_county("plans_workgrouptask", "township_id", "members_township"),
        same_township("plans_workgrouptask", "group_id", "plans_workgroup"),
        same_township("plans_workgrouptask", "task_id", "plans_plantask"),
        same_county("plans_incentive", "township_id", "members_township"),
        same_township("plans_incentive", "honour_id", "members_honour"),
    ]
