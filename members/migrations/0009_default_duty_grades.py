"""Give the counties that are already there the usual grades of a member's year."""

from django.db import migrations

GRADES = "优秀 称职 基本称职 不称职".split()  # as on the day of this migration


def add_grades(apps, schema_editor):
    County, DutyGrade = apps.get_model("members", "County"), apps.get_model("members", "DutyGrade")
    DutyGrade.objects.bulk_create(
        DutyGrade(county=county, name=name, position=position)
        for county in County.objects.all()
        for position, name in enumerate(GRADES, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("members", "0008_duty_grades")]

    operations = [migrations.RunPython(add_grades, migrations.RunPython.noop)]
