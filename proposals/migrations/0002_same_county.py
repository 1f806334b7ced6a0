"""A row may only point at rows of its own county and township: the composite keys."""

from django.db import migrations

from cppcc.tenancy import same_county, same_township


class Migration(migrations.Migration):
    dependencies = [
        ("proposals", "0001_initial"),
        ("activities", "0002_same_county"),
        ("members", "0002_same_county"),
    ]

    operations = [
        same_county("proposals_proposal", "township_id", "members_township"),
        same_township("proposals_proposal", "proposer_id", "members_membership"),
        same_county("proposals_proposal", "category_id", "members_proposalcategory"),
        same_county("proposals_proposal", "suggested_unit_id", "members_unit"),
        same_county("proposals_proposal", "handler_id", "members_unit"),
        same_county("proposals_proposal", "refusal_id", "members_refusalreason"),
        same_township("proposals_proposal", "follow_up_id", "activities_followup"),
        same_county("proposals_proposalevent", "record_id", "proposals_proposal"),
        same_county("proposals_cosigner", "proposal_id", "proposals_proposal"),
        same_county("proposals_cosigner", "membership_id", "members_membership"),
        same_county("proposals_reply", "township_id", "members_township"),
        same_township("proposals_reply", "proposal_id", "proposals_proposal"),
        same_county("proposals_reply", "unit_id", "members_unit"),
        same_county("proposals_reply", "answer_class_id", "members_answerclass"),
        same_county("proposals_suggestion", "township_id", "members_township"),
        same_county("proposals_suggestion", "source_id", "activities_activity"),
        same_county("proposals_suggestionitem", "township_id", "members_township"),
        same_township("proposals_suggestionitem", "suggestion_id", "proposals_suggestion"),
        same_township("proposals_suggestionitem", "follow_up_id", "activities_followup"),
        same_county("proposals_suggestionitemevent", "record_id", "proposals_suggestionitem"),
    ]
