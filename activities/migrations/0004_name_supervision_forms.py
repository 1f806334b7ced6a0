"""Give every activity of a form of supervision the row of its county that says the same."""

from django.db import migrations

NAMES = {  # as on the day of this migration
    "meeting": "会议监督",
    "inspection": "视察监督",
    "on_site": "现场监督",
    "opinion": "舆论监督",
    "proposal": "提案监督",
    "special": "专项监督",
    "review": "民主评议",
}


def name_supervision_forms(apps, schema_editor):
    Activity = apps.get_model("activities", "Activity")
    SupervisionForm = apps.get_model("members", "SupervisionForm")
    for form in SupervisionForm.objects.filter(name__in=NAMES.values()):
        code = next(code for code, name in NAMES.items() if name == form.name)
        Activity.objects.filter(county=form.county_id, form_code=code).update(form=form)


class Migration(migrations.Migration):
    dependencies = [("activities", "0003_supervision_form_of_the_county")]

    operations = [migrations.RunPython(name_supervision_forms, migrations.RunPython.noop)]
