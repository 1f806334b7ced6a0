"""A task may only take up a point of its own county."""

from django.db import migrations

from cppcc.tenancy import same_county


class Migration(migrations.Migration):
    dependencies = [("plans", "0024_county_points")]

    operations = [same_county("plans_plantask", "point_id", "members_keypoint")]
