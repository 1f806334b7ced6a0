"""The codes are rows now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("proposals", "0004_grade_replies")]

    operations = [migrations.RemoveField("reply", "satisfaction_code")]
