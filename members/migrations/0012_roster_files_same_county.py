"""Corrections, portraits and old papers point into their own county only."""

from django.db import migrations

from cppcc.tenancy import same_county


class Migration(migrations.Migration):
    dependencies = [("members", "0011_roster_files")]

    operations = [
        same_county("members_correction", "member_id", "members_member"),
        same_county("members_portrait", "member_id", "members_member"),
        same_county("members_oldpaper", "township_id", "members_township"),
    ]
