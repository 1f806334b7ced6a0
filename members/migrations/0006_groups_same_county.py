"""A group's people and target sheets point at rows of their own county and township only."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [("members", "0005_county_words")]

    operations = [
        same_county("members_grouppost", "township_id", "members_township"),
        same_county("members_targetsheet", "township_id", "members_township"),
        same_county("members_targetline", "township_id", "members_township"),
        same_township("members_targetline", "sheet_id", "members_targetsheet"),
        same_county("members_targetsheetevent", "record_id", "members_targetsheet"),
    ]
