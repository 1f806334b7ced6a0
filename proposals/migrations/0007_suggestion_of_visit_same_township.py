"""A suggestion may only come of a visit of its own county and township."""

from django.db import migrations

from cppcc.tenancy import same_township


class Migration(migrations.Migration):
    dependencies = [
        ("proposals", "0006_suggestion_of_visit"),
        ("activities", "0002_same_county"),
    ]

    operations = [same_township("proposals_suggestion", "visit_id", "activities_visit")]
