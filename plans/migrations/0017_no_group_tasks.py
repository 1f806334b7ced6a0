"""What a work group has taken on has moved to those responsible for a task."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("plans", "0016_groups_become_responsible")]

    operations = [migrations.DeleteModel(name="WorkGroupTask")]
