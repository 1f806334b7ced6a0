"""The secret addresses of calendars (日历订阅), as hashes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0009_default_duty_grades"),
        ("plans", "0008_quarterly_checks_same_township"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "token_hash",
                    models.UUIDField(primary_key=True, serialize=False, verbose_name="地址摘要"),
                ),
                ("made_on", models.DateField(verbose_name="开通日期")),
                (
                    "appointment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="members.appointment",
                        verbose_name="任职",
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
                "verbose_name": "日历订阅",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "appointment"), name="one_feed_an_appointment"
                    )
                ],
            },
        ),
    ]
