"""What waits about plans: missing, on their way, to read, to check."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from cppcc import periods
from desk.todo.entry import LIMIT, NAMED, SOON, Todo, entry, with_latest_move
from plans import lateness
from plans.models import AnnualPlan, Check, Milestone, PlanTask
from plans.models.plan import AUTUMN
from plans.progress import progress_of
from plans.workflow import UNREPORTED
from plans.workflow import Action as PlanAction
from plans.workflow import Status as PlanStatus

MONTHS_OF_A_QUARTER = 3


def plans_on_their_way(user, on: date) -> Iterator[Todo]:
    """Plans of the office that have not been reported and published."""
    words = {
        PlanStatus.DRAFT: ("还没有送审", "继续编写"),
        PlanStatus.SUBMITTED: ("已送审，等待审定", "查看"),
        PlanStatus.APPROVED: ("已审定，还没有上报", "去上报"),
        PlanStatus.REPORTED: ("已报县，还没有公布", "去公布"),
    }
    plans = AnnualPlan.objects.visible_to(user).unfinished()
    for plan in with_latest_move(plans).order_by("year")[:LIMIT]:
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
        yield entry(on, what, url, since=since, until=until, button=button)


def missing_plans(user, on: date) -> Iterator[Todo]:
    """This year's plan, and from autumn on the next year's, as long as nobody has begun them."""
    for year in AnnualPlan.objects.visible_to(user).years_to_make(on.year, on):
        yield entry(
            on,
            f"{year}年度工作计划还没有制定",
            f"{reverse('plans:create')}?year={year}",
            since=date(year - 1, AUTUMN, 1),
            until=user.acting.county.plan_due_on(year),
            button="制定计划",
        )


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
            yield entry(on, what, url, until=milestone.due_on, button="看计划")


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
        yield entry(on, what, url, since=missed[0].last + timedelta(days=1), button="去自查")


def plans_to_read(user, on: date) -> Iterator[Todo]:
    """Plans that were reported and are not public yet: until then the county may return them."""
    plans = AnnualPlan.objects.visible_to(user).at_county()
    for plan in with_latest_move(plans).order_by("year", "township__name")[:LIMIT]:
        url = plan.get_absolute_url()
        yield entry(on, f"{plan}已上报，还没有公布", url, since=plan.moved_on, button="去审阅")


def townships_without_plan(user, on: date) -> Iterator[Todo]:
    """From a fortnight before the county's day on: who has not reported this year's plan."""
    due_on = user.acting.county.plan_due_on(on.year)
    missing = lateness.missing(user, on.year, on) if on >= due_on - SOON else []
    if missing:
        names = "、".join(one.township.name for one in missing[:NAMED])
        etc = f"等{len(missing)}个乡镇" if len(missing) > NAMED else ""
        what = f"{names}{etc}还没有上报{on.year}年度工作计划"
        yield entry(on, what, reverse("plans:index"), until=due_on, button="去看看")


def plans_to_approve(user, on: date) -> Iterator[Todo]:
    plans = with_latest_move(AnnualPlan.objects.visible_to(user).to_approve())
    for plan in plans.order_by("year")[:LIMIT]:
        url = plan.get_absolute_url()
        yield entry(on, f"{plan}等待审定", url, since=plan.moved_on, button="去审定")
