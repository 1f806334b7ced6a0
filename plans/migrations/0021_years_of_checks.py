"""Each check is of the year of its plan."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def name_the_year(apps, schema_editor):
    plans = apps.get_model("plans", "AnnualPlan").objects.filter(pk=OuterRef("plan"))
    checks = apps.get_model("plans", "Check").objects.filter(year=None)
    checks.update(year=Subquery(plans.values("year")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0020_check_of_a_year"),
    ]

    operations = [
        migrations.RunPython(name_the_year, migrations.RunPython.noop),
    ]
