"""A check names its year, and a line the place of its task (一、1), by themselves: a revision
takes the place of the plan, and orders it anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0019_plan_scans_same_township"),
    ]

    operations = [
        migrations.AddField(
            model_name="check",
            name="year",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="年度"),
        ),
        migrations.AddField(
            model_name="checkline",
            name="place",
            field=models.CharField(blank=True, max_length=20, verbose_name="序号"),
        ),
    ]
