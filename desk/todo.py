"""What waits for a person (待办), drawn from all records, whatever year they belong to.

A source is a function of who looks and which day it is; it starts at the gate, asks a fixed number
of queries, and takes at most LIMIT records. Which role has which sources stands at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from activities.models import Activity
from activities.workflow import Action as ActivityAction
from counties.models import Deadline
from counties.roles import Role
from cppcc import periods
from directives.models import Receipt, TargetSheet
from directives.workflow import SheetAction
from matters.models import FollowUp
from plans import lateness
from plans.models import AnnualPlan, Check, Milestone, PlanTask
from plans.models.plan import AUTUMN
from plans.progress import progress_of
from plans.workflow import UNREPORTED
from plans.workflow import Action as PlanAction
from plans.workflow import Status as PlanStatus
from proposals.models import Proposal, Suggestion
from summaries.models import DutySheet, Report
from summaries.workflow import Action as ReportAction
from summaries.workflow import Status as ReportStatus

LIMIT = 50
SOON = timedelta(days=14)
NAMED = 3  # townships in a line
MONTHS_OF_A_QUARTER = 3
SUMMARY_MONTH = 11  # from November on the year-end summary is due


@dataclass(frozen=True)
class Todo:
    """One line: what is to be done and where, since when it waits, until when it must be done."""

    what: str
    url: str
    since: date | None = None
    until: date | None = None
    button: str = "去办理"
    left: int | None = None  # days until then, negative when it has passed


def _todo(on: date, what: str, url: str, *, since=None, until=None, button="去办理") -> Todo:
    left = (until - on).days if until else None
    return Todo(what=what, url=url, since=since, until=until, button=button, left=left)


def waiting_for(user, on: date) -> list[Todo]:
    """All that waits for `user`: by its limit; what has none after that, source by source."""
    found = chain.from_iterable(source(user, on) for source in SOURCES.get(user.acting.role, ()))
    return sorted(found, key=lambda one: one.until or date.max)


def _with_latest_move(records):
    """The records with the action, day and words of the last move of each."""
    events = records.model._meta.get_field("events").related_model.objects.filter(
        county=OuterRef("county"), record=OuterRef("pk")
    )
    latest = events.order_by("-pk")
    return records.annotate(
        moved_by=Subquery(latest.values("action")[:1]),
        moved_on=Subquery(latest.values("on")[:1]),
        moved_why=Subquery(latest.values("note")[:1]),
    )


def _limits(user) -> dict[str, Deadline]:
    return {limit.key: limit for limit in Deadline.objects.visible_to(user)}


def _due(limits: dict[str, Deadline], key: str, start: date | None) -> date | None:
    """The last day of a limit of the county; None where it has none, or nothing has begun."""
    return limits[key].due_on(start) if start and key in limits else None


# ---- the office of a township, and of the county for its own events


def handed_down_to_receive(user, on: date) -> Iterator[Todo]:
    """Targets and papers that the county has handed down and nobody has signed for (签收)."""
    sheets = TargetSheet.objects.visible_to(user).to_receive().select_related("township")
    for sheet in _with_latest_move(sheets).order_by("year")[:LIMIT]:
        url = reverse("townships:sheet_act", args=[sheet.pk, SheetAction.RECEIVE])
        yield _todo(on, f"{sheet}已下达", url, since=sheet.moved_on, button="签收")
    receipts = Receipt.objects.visible_to(user).to_receive().select_related("paper")
    for receipt in receipts.order_by("pk")[:LIMIT]:
        what, url = f"县政协下发《{receipt}》", receipt.get_absolute_url()
        yield _todo(on, what, url, since=receipt.handed_on, button="去签收")


def plans_on_their_way(user, on: date) -> Iterator[Todo]:
    """Plans of the office that have not been reported and published."""
    words = {
        PlanStatus.DRAFT: ("还没有送审", "继续编写"),
        PlanStatus.SUBMITTED: ("已送审，等待审定", "查看"),
        PlanStatus.APPROVED: ("已审定，还没有上报", "去上报"),
        PlanStatus.REPORTED: ("已报县，还没有公布", "去公布"),
    }
    plans = AnnualPlan.objects.visible_to(user).unfinished()
    for plan in _with_latest_move(plans).order_by("year")[:LIMIT]:
        state, button = words[plan.status]
        if plan.status == PlanStatus.DRAFT and plan.moved_by in {
            PlanAction.RETURN,
            PlanAction.SEND_BACK,
        }:
            state, button = f"退回修改：{plan.moved_why[:40]}", "去修改"
        what = f"{plan}{state}" if state[0] != "退" else f"{plan}，{state}"
        url, since = plan.get_absolute_url(), plan.moved_on
        is_owed = plan.status in UNREPORTED and not plan.revision
        until = user.acting.county.plan_due_on(plan.year) if is_owed else None
        yield _todo(on, what, url, since=since, until=until, button=button)


def missing_plans(user, on: date) -> Iterator[Todo]:
    """This year's plan, and from autumn on the next year's, as long as nobody has begun them."""
    for year in AnnualPlan.objects.visible_to(user).years_to_make(on.year, on):
        yield _todo(
            on,
            f"{year}年度工作计划还没有制定",
            f"{reverse('plans:create')}?year={year}",
            since=date(year - 1, AUTUMN, 1),
            until=user.acting.county.plan_due_on(year),
            button="制定计划",
        )


def unrecorded_activities(user, on: date) -> Iterator[Todo]:
    """Activities whose day has passed: were they held?"""
    own = Activity.objects.visible_to(user).organised_by(user)
    for activity in own.unrecorded(on).order_by("on", "pk")[:LIMIT]:
        what = f"{activity}：活动日已过，还没有登记是否举办"
        url = reverse("activities:act", args=[activity.pk, ActivityAction.HOLD])
        yield _todo(on, what, url, since=activity.on, button="登记已举办")


def unreported_activities(user, on: date) -> Iterator[Todo]:
    """Activities that were held: first who came, then the material, within the county's limit."""
    limits = _limits(user)
    own = Activity.objects.visible_to(user).organised_by(user)
    for activity in own.unreported().order_by("on", "pk")[:LIMIT]:
        due_on = _due(limits, Deadline.Key.ACTIVITY_REPORT, activity.on)
        if activity.has_attendance:
            what, button = f"{activity}：活动材料还没有上报", "去上报"
            url = reverse("activities:act", args=[activity.pk, ActivityAction.REPORT])
        else:
            what, button = f"{activity}：还没有登记出席情况", "填写出席"
            url = reverse("activities:attendance", args=[activity.pk])
        yield _todo(on, what, url, since=activity.on, until=due_on, button=button)


def drafts_for_members(user, on: date) -> Iterator[Todo]:
    """Drafts that the office has written down for members."""
    drafts = Proposal.objects.visible_to(user).drafts().by_office()
    for proposal in drafts.select_related("proposer__member").order_by("pk")[:LIMIT]:
        what = f"提案《{proposal}》（{proposal.proposer.member.name}）还没有提交"
        yield _todo(on, what, proposal.get_absolute_url(), button="去提交")


def replies_awaiting_feedback(user, on: date) -> Iterator[Todo]:
    """Replies that members of the township have not judged."""
    proposals = Proposal.objects.visible_to(user).awaiting_feedback()
    yield from _feedback(user, on, proposals, "请提醒或代录")


def unanswered_suggestions(user, on: date) -> Iterator[Todo]:
    """Papers of advice with items that the town has not answered."""
    papers = Suggestion.objects.visible_to(user).unanswered()
    for paper in papers.order_by("on", "pk")[:LIMIT]:
        what = f"《{paper}》还有{paper.waiting_count}条没有答复"
        yield _todo(on, what, paper.get_absolute_url(), since=paper.on, button="登记答复")


def overdue_follow_ups(user, on: date) -> Iterator[Todo]:
    """Promised things that are not done though their day has passed."""
    overdue = FollowUp.objects.visible_to(user).overdue(on).for_list()
    sources = ("proposals", "suggestion_items", "findings__activity")
    for one in overdue.prefetch_related(*sources)[:LIMIT]:
        of_any = chain(one.proposals.all(), one.suggestion_items.all(), one.findings.all())
        source = next(of_any, None)
        url = source.get_absolute_url() if source else reverse("proposals:followups")
        what = f"跟踪落实：{one.title[:40]}（{one.unit_name or '责任单位未定'}）"
        yield _todo(on, what, url, until=one.due_on, button="更新进展")


def milestones_ahead(user, on: date) -> Iterator[Todo]:
    """Days of the plan within a fortnight, except where the task has reached its target."""
    ahead = Milestone.objects.visible_to(user).in_force().due_within(on, on + SOON)
    milestones = list(ahead.select_related("task__section__plan").order_by("due_on", "pk")[:LIMIT])
    year = periods.year(on.year)
    tasks = [one.task for one in milestones if one.task.section.plan.year == on.year]
    counted = progress_of(tasks, user.acting.township_id, year.first, year.last)
    reached = {one.task.pk for one in counted if one.is_reached}
    for milestone in milestones:
        if milestone.task_id not in reached:
            what = f"计划节点：{milestone.text or milestone.task}"
            url = milestone.task.get_absolute_url()
            yield _todo(on, what, url, until=milestone.due_on, button="看计划")


def quarters_to_check(user, on: date) -> Iterator[Todo]:
    """The quarters gone whose check (季度自查) nobody has finished: this year's, and until the
    first of them has ended all of last year's."""
    year = on.year if on.month > MONTHS_OF_A_QUARTER else on.year - 1
    checks = Check.objects.visible_to(user).finished().filter(year=year)
    done = set(checks.values_list("quarter", flat=True))
    gone = [one for one in enumerate(periods.quarters(year), 1) if one[1].last < on]
    missed = [quarter for number, quarter in gone if number not in done]
    promising = PlanTask.objects.visible_to(user).values("section__plan")
    plans = AnnualPlan.objects.visible_to(user).carried_out()
    for plan in plans.filter(year=year, pk__in=promising)[: LIMIT if missed else 0]:
        names = "、".join(quarter.name for quarter in missed)
        what = f"{year}年{names}的计划还没有自查"
        url = reverse("plans:checks", args=[plan.pk])
        yield _todo(on, what, url, since=missed[0].last + timedelta(days=1), button="去自查")


def year_end_summary(user, on: date) -> Iterator[Todo]:
    """The summary that nobody has drafted: this year's from November, else that of last year."""
    year = on.year if on.month >= SUMMARY_MONTH else on.year - 1
    whole = periods.year(year)
    if Report.objects.visible_to(user).filter(year=year).exists():
        return
    held = Activity.objects.visible_to(user).organised_by(user).held(whole.first, whole.last)
    if year == on.year or held.exists():
        yield _todo(
            on,
            f"{year}年年终总结还没有起草",
            reverse("summaries:index"),
            until=whole.last,
            button="去起草",
        )


def summaries_at_home(user, on: date) -> Iterator[Todo]:
    """Summaries that the township has not reported, or that the county has returned."""
    reports = _with_latest_move(Report.objects.visible_to(user).unreported())
    for report in reports.order_by("year")[:LIMIT]:
        if report.status == ReportStatus.SIGNED:
            state, button = "已签发，还没有上报", "去上报"
        elif report.moved_by == ReportAction.SEND_BACK:
            state, button = f"县政协退回修改：{report.moved_why[:40]}", "去修改"
        else:
            state, button = "起草了，还没有签发", "继续修改"
        yield _todo(
            on,
            f"{report}：{state}",
            report.get_absolute_url(),
            since=report.moved_on,
            until=periods.year(report.year).last,
            button=button,
        )


# ---- the county


def plans_to_read(user, on: date) -> Iterator[Todo]:
    """Plans that were reported and are not public yet: until then the county may return them."""
    plans = AnnualPlan.objects.visible_to(user).at_county()
    for plan in _with_latest_move(plans).order_by("year", "township__name")[:LIMIT]:
        url = plan.get_absolute_url()
        yield _todo(on, f"{plan}已上报，还没有公布", url, since=plan.moved_on, button="去审阅")


def townships_without_plan(user, on: date) -> Iterator[Todo]:
    """From a fortnight before the county's day on: who has not reported this year's plan."""
    due_on = user.acting.county.plan_due_on(on.year)
    missing = lateness.missing(user, on.year, on) if on >= due_on - SOON else []
    if missing:
        names = "、".join(one.township.name for one in missing[:NAMED])
        etc = f"等{len(missing)}个乡镇" if len(missing) > NAMED else ""
        what = f"{names}{etc}还没有上报{on.year}年度工作计划"
        yield _todo(on, what, reverse("plans:index"), until=due_on, button="去看看")


def summaries_to_accept(user, on: date) -> Iterator[Todo]:
    reports = _with_latest_move(Report.objects.visible_to(user).waiting_at_county())
    for report in reports.order_by("year", "township__name")[:LIMIT]:
        url = report.get_absolute_url()
        yield _todo(on, f"{report}已上报，等待接收", url, since=report.moved_on, button="去审阅")


def duty_sheets_to_sign(user, on: date) -> Iterator[Todo]:
    yield from _duty_sheets(user, on, DutySheet.objects.visible_to(user).to_sign(), "签署意见")


def duty_sheets_to_rate(user, on: date) -> Iterator[Todo]:
    yield from _duty_sheets(user, on, DutySheet.objects.visible_to(user).to_rate(), "评定等次")


def own_duty_sheets(user, on: date) -> Iterator[Todo]:
    """The member's own yearly form: begun and not handed in, or returned with a reason."""
    yield from _duty_sheets(user, on, DutySheet.objects.visible_to(user).drafts(), "提交")


def _duty_sheets(user, on: date, sheets, step: str) -> Iterator[Todo]:
    waiting = _with_latest_move(sheets).select_related("membership__member")
    for sheet in waiting.order_by("year", "pk")[:LIMIT]:
        why = f"（退回：{sheet.moved_why}）" if sheet.moved_why else ""
        what = f"{sheet}等待{step}{why}"
        yield _todo(on, what, sheet.get_absolute_url(), since=sheet.moved_on, button="去办理")


def proposals_to_examine(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).to_examine()
    for proposal in proposals.order_by("submitted_on", "pk")[:LIMIT]:
        what, url = f"提案《{proposal}》等待审查立案", proposal.get_absolute_url()
        yield _todo(on, what, url, since=proposal.submitted_on, button="去审查")


def proposals_to_assign(user, on: date) -> Iterator[Todo]:
    proposals = _with_latest_move(Proposal.objects.visible_to(user).to_assign())
    for proposal in proposals.order_by("moved_on", "pk")[:LIMIT]:
        what, url = f"提案《{proposal}》已立案，还没有交办", proposal.get_absolute_url()
        yield _todo(on, what, url, since=proposal.moved_on, button="去交办")


def overdue_replies(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).overdue(on).select_related("handler")
    for proposal in proposals.order_by("due_on", "pk")[:LIMIT]:
        yield _todo(
            on,
            f"提案《{proposal}》{proposal.handler}逾期未答复",
            proposal.get_absolute_url(),
            since=proposal.assigned_on,
            until=proposal.due_on,
            button="去催办",
        )


# ---- members, units, leaders


def own_drafts(user, on: date) -> Iterator[Todo]:
    drafts = Proposal.objects.visible_to(user).proposed_by(user).drafts()
    for proposal in drafts.order_by("pk")[:LIMIT]:
        what, url = f"提案《{proposal}》还是草稿", proposal.get_absolute_url()
        yield _todo(on, what, url, button="继续写")


def own_replies(user, on: date) -> Iterator[Todo]:
    """Replies to the person's own proposals, to be judged within the county's limit."""
    proposals = Proposal.objects.visible_to(user).proposed_by(user).awaiting_feedback()
    yield from _feedback(user, on, proposals, "请您反馈")


def _feedback(user, on: date, proposals, ask: str) -> Iterator[Todo]:
    limits = _limits(user)
    for proposal in _with_latest_move(proposals).order_by("moved_on", "pk")[:LIMIT]:
        yield _todo(
            on,
            f"提案《{proposal}》已答复，{ask}",
            proposal.get_absolute_url(),
            since=proposal.moved_on,
            until=_due(limits, Deadline.Key.FEEDBACK, proposal.moved_on),
            button="去反馈",
        )


def activities_ahead(user, on: date) -> Iterator[Todo]:
    """Activities of the next fortnight that the person is called to."""
    ahead = Activity.objects.visible_to(user).announced(on, on + SOON)
    for activity in ahead.order_by("on", "pk")[:LIMIT]:
        what = f"参加活动：{activity}" + (f"（{activity.place}）" if activity.place else "")
        yield _todo(on, what, activity.get_absolute_url(), until=activity.on, button="查看")


def proposals_to_sign(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).to_sign()
    yield from _to_handle(on, proposals, "已交办，等待签收", "去签收")


def proposals_to_reply(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).to_reply()
    yield from _to_handle(on, proposals, "等待答复", "填写答复")


def _to_handle(on: date, proposals, state: str, button: str) -> Iterator[Todo]:
    for proposal in proposals.order_by("due_on", "pk")[:LIMIT]:
        yield _todo(
            on,
            f"提案《{proposal}》{state}",
            proposal.get_absolute_url(),
            since=proposal.assigned_on,
            until=proposal.due_on,
            button=button,
        )


def plans_to_approve(user, on: date) -> Iterator[Todo]:
    plans = _with_latest_move(AnnualPlan.objects.visible_to(user).to_approve())
    for plan in plans.order_by("year")[:LIMIT]:
        url = plan.get_absolute_url()
        yield _todo(on, f"{plan}等待审定", url, since=plan.moved_on, button="去审定")


def suggestions_to_note(user, on: date) -> Iterator[Todo]:
    papers = Suggestion.objects.visible_to(user).to_note()
    for paper in papers.order_by("on", "pk")[:LIMIT]:
        what = f"《{paper}》有{paper.waiting_count}条等待批示"
        yield _todo(on, what, paper.get_absolute_url(), since=paper.on, button="去批示")


SOURCES = {
    Role.STAFF: (
        handed_down_to_receive,
        missing_plans,
        plans_on_their_way,
        unrecorded_activities,
        unreported_activities,
        drafts_for_members,
        replies_awaiting_feedback,
        unanswered_suggestions,
        overdue_follow_ups,
        milestones_ahead,
        quarters_to_check,
        year_end_summary,
        summaries_at_home,
        duty_sheets_to_sign,
    ),
    Role.COUNTY: (
        plans_to_read,
        townships_without_plan,
        summaries_to_accept,
        duty_sheets_to_rate,
        proposals_to_examine,
        proposals_to_assign,
        overdue_replies,
        unrecorded_activities,
        unreported_activities,
    ),
    Role.MEMBER: (own_drafts, own_replies, own_duty_sheets, activities_ahead),
    Role.UNIT: (proposals_to_sign, proposals_to_reply),
    Role.LEADER: (plans_to_approve, suggestions_to_note),
}
