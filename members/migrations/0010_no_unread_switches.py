"""Steps of a proposal that a county may switch on come back with the steps themselves."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("members", "0009_default_duty_grades")]
    operations = [
        migrations.RemoveField("county", name)
        for name in ("is_gated", "has_inner_review", "has_work_report")
    ]
