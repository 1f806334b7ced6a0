"""What waits for a person (待办), drawn from all records, whatever year they belong to.

A source is a function of who looks and which day it is; it starts at the gate, asks a fixed number
of queries, and takes at most LIMIT records. Which role has which sources stands at the end.
"""

from datetime import date
from itertools import chain

from counties.roles import Role
from desk.todo import activities, directives, matters, plans, proposals, reports
from desk.todo.entry import Todo


def waiting_for(user, on: date) -> list[Todo]:
    """All that waits for `user`: by its limit; what has none after that, source by source."""
    found = chain.from_iterable(source(user, on) for source in SOURCES.get(user.acting.role, ()))
    return sorted(found, key=lambda one: one.until or date.max)


SOURCES = {
    Role.STAFF: (
        directives.handed_down_to_receive,
        plans.missing_plans,
        plans.plans_on_their_way,
        activities.unrecorded_activities,
        activities.unreported_activities,
        proposals.drafts_for_members,
        proposals.replies_awaiting_feedback,
        proposals.unanswered_suggestions,
        matters.overdue_follow_ups,
        plans.milestones_ahead,
        plans.quarters_to_check,
        reports.year_end_summary,
        reports.summaries_at_home,
        reports.duty_sheets_to_sign,
    ),
    Role.COUNTY: (
        plans.plans_to_read,
        plans.townships_without_plan,
        reports.summaries_to_accept,
        reports.duty_sheets_to_rate,
        proposals.proposals_to_examine,
        proposals.proposals_to_assign,
        proposals.overdue_replies,
        activities.unrecorded_activities,
        activities.unreported_activities,
    ),
    Role.MEMBER: (
        proposals.own_drafts,
        proposals.own_replies,
        reports.own_duty_sheets,
        activities.activities_ahead,
    ),
    Role.UNIT: (proposals.proposals_to_sign, proposals.proposals_to_reply),
    Role.LEADER: (plans.plans_to_approve, proposals.suggestions_to_note),
}
