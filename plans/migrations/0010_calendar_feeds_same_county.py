"""A calendar may only be that of an appointment of its own county."""

from django.db import migrations

from cppcc.tenancy import same_county


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0009_calendar_feeds"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("plans_calendarfeed", "appointment_id", "members_appointment"),
    ]
