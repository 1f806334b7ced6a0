"""One check a quarter of a township's year, whatever was revised between."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0021_years_of_checks"),
    ]

    operations = [
        migrations.AlterField(
            model_name="check",
            name="year",
            field=models.PositiveSmallIntegerField(verbose_name="年度"),
        ),
        migrations.RemoveConstraint(model_name="check", name="one_check_a_quarter"),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year", "quarter"),
                name="one_check_a_quarter",
                violation_error_message="这个季度已经自查过了。",
            ),
        ),
    ]
