"""A row may only point at rows of its own county and township: the composite keys."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("summaries", "0001_initial"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("summaries_report", "township_id", "members_township"),
        same_county("summaries_reportevent", "record_id", "summaries_report"),
        same_county("summaries_reportsection", "township_id", "members_township"),
        same_township("summaries_reportsection", "report_id", "summaries_report"),
        same_county("summaries_reportedcopy", "township_id", "members_township"),
        same_township("summaries_reportedcopy", "report_id", "summaries_report"),
        same_county("summaries_frozenfigure", "township_id", "members_township"),
        same_township("summaries_frozenfigure", "copy_id", "summaries_reportedcopy"),
    ]
