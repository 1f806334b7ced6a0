"""Give every graded reply the row of its county that says the same."""

from django.db import migrations

NAMES = {"satisfied": "满意", "mostly": "基本满意", "unsatisfied": "不满意"}  # as on this day


def grade_replies(apps, schema_editor):
    Reply, Grade = apps.get_model("proposals", "Reply"), apps.get_model("members", "Satisfaction")
    for grade in Grade.objects.filter(name__in=NAMES.values()):
        code = next(code for code, name in NAMES.items() if name == grade.name)
        graded = Reply.objects.filter(county=grade.county_id, satisfaction_code=code)
        graded.update(satisfaction=grade)


class Migration(migrations.Migration):
    dependencies = [("proposals", "0003_satisfaction_of_the_county")]

    operations = [migrations.RunPython(grade_replies, migrations.RunPython.noop)]
