"""The grades of a member's year (履职等次) as a dictionary of the county."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0007_default_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="DutyGrade",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.county",
                        verbose_name="县",
                    ),
                ),
            ],
            options={
                "verbose_name": "履职等次",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="dutygrade_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="dutygrade_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
    ]
