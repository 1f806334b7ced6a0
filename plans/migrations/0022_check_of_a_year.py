"""A check names its year by itself: a revision of the plan takes the place, not the check."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0021_plan_scans_same_township"),
    ]

    operations = [
        migrations.AddField(
            model_name="check",
            name="year",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="年度"),
        ),
    ]
