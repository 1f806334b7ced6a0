"""The codes are rows now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("activities", "0004_name_supervision_forms")]

    operations = [migrations.RemoveField("activity", "form_code")]
