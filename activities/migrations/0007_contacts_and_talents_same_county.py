"""Contacts and talents may only point at rows of their own county and township."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0006_contacts_and_talents"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("activities_contact", "township_id", "members_township"),
        same_township("activities_contact", "membership_id", "members_membership"),
        same_county("activities_talent", "township_id", "members_township"),
    ]
