"""A row may only point at rows of its own county and township: the composite keys."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0001_initial"),
    ]

    operations = [
        same_county("members_membership", "township_id", "members_township"),
        same_county("members_membership", "member_id", "members_member"),
        same_county("members_membership", "term_id", "members_term"),
        same_county("members_membership", "sector_id", "members_sector"),
        same_county("members_honour", "township_id", "members_township"),
        same_township("members_honour", "membership_id", "members_membership"),
        same_county("members_pairing", "township_id", "members_township"),
        same_township("members_pairing", "membership_id", "members_membership"),
        same_county("members_engagement", "township_id", "members_township"),
        same_township("members_engagement", "membership_id", "members_membership"),
        same_county("members_appointment", "township_id", "members_township"),
        same_county("members_appointment", "unit_id", "members_unit"),
    ]
