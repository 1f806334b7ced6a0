"""Give the counties that are already there the targets that were constants until now."""

from django.db import migrations

# as on the day of this migration
DEFAULT = (
    ("body", "studies", 4),
    ("body", "lessons", 12),
    ("body", "inspections", 2),
    ("member", "studies_attended", 4),
    ("member", "proposals", 2),
    ("member", "visits", 1),
    ("member", "pairings", 1),
)
YEAR = 2026


def set_default_targets(apps, schema_editor):
    County, Target = apps.get_model("members", "County"), apps.get_model("members", "Target")
    for county in County.objects.filter(target=None):
        Target.objects.bulk_create(
            Target(county=county, year=YEAR, scope=scope, figure=figure, number=number)
            for scope, figure, number in DEFAULT
        )


class Migration(migrations.Migration):
    dependencies = [("members", "0003_yearly_targets")]

    operations = [migrations.RunPython(set_default_targets, migrations.RunPython.noop)]
