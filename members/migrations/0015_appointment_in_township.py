"""A row may name an appointment of its own township: what its composite key points at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0014_supervisor")]

    operations = [
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="appointment_in_township"
            ),
        ),
    ]
