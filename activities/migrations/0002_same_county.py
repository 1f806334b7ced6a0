"""A row may only point at rows of its own county and township: the composite keys."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0001_initial"),
        ("members", "0002_same_county"),
        ("plans", "0002_same_county"),
    ]

    operations = [
        same_county("activities_activity", "township_id", "members_township"),
        same_county("activities_activity", "kind_id", "members_activitykind"),
        same_township("activities_activity", "task_id", "plans_plantask"),
        same_county("activities_activity", "task_id", "plans_plantask"),
        same_county("activities_activityevent", "record_id", "activities_activity"),
        same_county("activities_attendance", "township_id", "members_township"),
        same_county("activities_attendance", "activity_id", "activities_activity"),
        same_township("activities_attendance", "membership_id", "members_membership"),
        same_county("activities_followup", "township_id", "members_township"),
        same_county("activities_followupstep", "township_id", "members_township"),
        same_township("activities_followupstep", "follow_up_id", "activities_followup"),
        same_county("activities_finding", "township_id", "members_township"),
        same_township("activities_finding", "activity_id", "activities_activity"),
        same_township("activities_finding", "follow_up_id", "activities_followup"),
        same_county("activities_studynote", "township_id", "members_township"),
        same_township("activities_studynote", "membership_id", "members_membership"),
        same_county("activities_studynote", "activity_id", "activities_activity"),
        same_county("activities_visit", "township_id", "members_township"),
        same_township("activities_visit", "membership_id", "members_membership"),
        same_county("activities_article", "township_id", "members_township"),
        same_county("activities_attention", "township_id", "members_township"),
        same_county("activities_priorconsultation", "township_id", "members_township"),
        same_county("activities_researchreport", "township_id", "members_township"),
        same_county("activities_researchreport", "activity_id", "activities_activity"),
    ]
