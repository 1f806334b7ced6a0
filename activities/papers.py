"""Which papers an activity has, who may print them, and their words from its records."""

import re
from collections.abc import Callable

from activities.documents.before import (
    notice_document,
    rating_document,
    scheme_document,
    sign_in_document,
)
from activities.documents.report import inspection_document, minutes_document, report_document
from activities.documents.words import ActivityText, FindingText, PersonText
from activities.models import Activity, Attendance, Finding
from activities.workflow import DONE, Action, Paper, Status
from counties.models import ActivityKind
from counties.roles import Role
from cppcc import clock
from cppcc.documents.prose import stem
from cppcc.documents.tree import Document
from members.models import Membership

READERS = {Role.COUNTY, Role.STAFF, Role.LEADER}
MAKERS: dict[Paper, Callable[[ActivityText], Document]] = {
    Paper.NOTICE: notice_document,
    Paper.SCHEME: scheme_document,
    Paper.SIGN_IN: sign_in_document,
    Paper.RATING: rating_document,
    Paper.MINUTES: minutes_document,
    Paper.REPORT: report_document,
    Paper.INSPECTION: inspection_document,
}


def papers_of(activity: Activity) -> list[Paper]:
    """The papers of an activity of this kind, as far as it has come."""
    if activity.status == Status.CANCELLED:
        return []
    papers = [Paper.NOTICE]
    if activity.takes_findings:
        papers.append(Paper.SCHEME)
    papers.append(Paper.SIGN_IN)
    if activity.kind.feeds == ActivityKind.Feeds.SUPERVISION:
        papers.append(Paper.RATING)
    if activity.status in DONE:
        papers.append(Paper.MINUTES)
        if activity.township_id:  # the county reports to nobody
            papers.append(Paper.INSPECTION if activity.takes_findings else Paper.REPORT)
    return papers


def may_print(activity: Activity, paper: Paper, user) -> bool:
    """Whether `user`, who sees the activity, may print this paper: everybody the notice, the rest
    who organises it or reads the work of the body."""
    return paper == Paper.NOTICE or activity.role_here(user) in READERS


def document_of(activity: Activity, paper: Paper) -> Document:
    return MAKERS[paper](text_of(activity))


def text_of(activity: Activity) -> ActivityText:
    """The activity in words; read with `for_list()`."""
    body = activity.township or activity.county
    signature = activity.township.signature if activity.township else body.body_name
    came = _attendance(activity)
    return ActivityText(
        body_name=body.body_name,
        signature=signature,
        county_body=activity.county.body_name,
        kind=activity.kind.name,
        theme=activity.theme,
        on=activity.on,
        noticed_on=_day_of(activity, Action.NOTIFY),
        reported_on=_day_of(activity, Action.REPORT),
        place=stem(activity.place),
        host=stem(activity.host),
        guests=tuple(filter(None, map(str.strip, re.split("[、，,；;\n]", stem(activity.guests))))),
        purpose=activity.purpose,
        content=activity.content,
        record=activity.record_text,
        outcome=activity.outcome,
        handouts=activity.handouts,
        check_of_effect=activity.check_of_effect,
        is_planned=activity.task_id is not None,
        present=came[Attendance.Status.PRESENT],
        excused=came[Attendance.Status.EXCUSED],
        absent=came[Attendance.Status.ABSENT],
        roster=tuple(_roster(activity)),
        head=body.head(activity.on.year),
        findings=tuple(map(_finding, activity.findings.for_list())),
    )


def _day_of(activity: Activity, action: Action):
    """The day of a move; before it, today."""
    days = (event.on for event in activity.events.all() if event.action == action)
    return max(days, default=clock.today())


def _attendance(activity: Activity) -> dict[str, tuple[str, ...]]:
    rows = activity.attendances.for_list()
    return {
        status: tuple(row.membership.member.name for row in rows if row.status == status)
        for status in Attendance.Status.values
    }


def _roster(activity: Activity):
    """Who is to come: the members serving on the day, of its township or of the whole county."""
    serving = Membership.objects.filter(county=activity.county_id).serving(activity.on, activity.on)
    if activity.township_id:
        serving = serving.in_township(activity.township_id)
    for one in serving.for_list():
        township = "" if activity.township_id else one.township.name
        yield PersonText(one.member.name, one.sector.name, one.post, township)


def _finding(finding: Finding) -> FindingText:
    follow_up = finding.follow_up
    if follow_up is None:
        return FindingText(finding.text)
    progress = follow_up.get_progress_display()
    return FindingText(
        finding.text, follow_up.unit_name, follow_up.due_on, progress, not follow_up.is_open
    )
