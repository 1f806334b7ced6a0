"""A member's yearly form may only point at rows of its own county and township."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("summaries", "0003_duty_sheets"),
        ("members", "0008_duty_grades"),
    ]

    operations = [
        same_county("summaries_dutysheet", "township_id", "members_township"),
        same_township("summaries_dutysheet", "membership_id", "members_membership"),
        same_county("summaries_dutysheet", "grade_id", "members_dutygrade"),
        same_county("summaries_dutysheetevent", "record_id", "summaries_dutysheet"),
    ]
