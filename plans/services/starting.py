"""How a plan begins: from the standard tasks, last year's, a neighbour's, or empty."""

from datetime import date

from django.db import models, transaction

from counties.models import GuidingText
from cppcc import periods
from plans.leftovers import leftovers_of
from plans.models import AnnualPlan, Function, PlanSection, PlanTask, Responsible, WorkGroup
from plans.services.points import take_up_points
from plans.services.revising import worded
from plans.services.standard import add_asked_tasks, add_standard_tasks, goals_of
from plans.standing import State, standings

CARRIED = "上年结转事项"
ASKED = "完成县政协下达的目标"


class Source(models.TextChoices):
    """Where a new plan begins."""

    STANDARD = "standard", "标准任务：全年的规定动作和县里下达的目标数"
    COUNTY = "county", "县政协本年度工作要点和下达的目标"
    LAST_YEAR = "last_year", "上年计划：没有完成的任务和答复承诺标明“上年结转”"
    NEIGHBOUR = "neighbour", "本县其他乡镇已公布的计划"
    EMPTY = "empty", "空白：自己逐条添加"


def models_for(user):
    """The plans of the county's other townships that are published: anybody there may read them."""
    others = AnnualPlan.objects.published_in(user.acting.county_id).in_force()
    return others.exclude(township=user.acting.township_id).for_list()


def begin(plan: AnnualPlan, *, by, source: str, model: AnnualPlan | None = None) -> AnnualPlan:
    """Enter a new plan with the county's own words of the year, filled from its source."""
    guiding = GuidingText.objects.filter(county=plan.county_id, year=plan.year).first()
    plan.guiding = plan.guiding or (guiding.plan_text if guiding else "")
    plan.title = plan.title or f"{plan.township.body_name}{plan.year}年度工作计划"
    with transaction.atomic():
        plan.enter(by=by)
        match source:
            case Source.STANDARD:
                add_standard_tasks(plan, by=by)
            case Source.COUNTY:
                take_up_points(plan, by=by)
                add_asked_tasks(plan, ASKED)
            case Source.LAST_YEAR:
                _carry_over(plan, by=by)
            case Source.NEIGHBOUR:
                _take_over(plan, model, goals=goals_of(plan))
    return plan


def last_year_of(plan: AnnualPlan) -> AnnualPlan | None:
    """The plan in force of the year before."""
    own = AnnualPlan.objects.filter(county=plan.county_id, township=plan.township_id)
    return own.filter(year=plan.year - 1).in_force().for_detail().first()


def _carry_over(plan: AnnualPlan, *, by) -> None:
    """Last year's sections and tasks; what is not done by its records, as if the year were over,
    is marked, and so is what is still owed."""
    last = last_year_of(plan)
    if last is not None:
        found = standings(last, by, periods.year(plan.year).first)
        unfinished = {one.task.pk for one in found if one.state != State.DONE}
        _take_over(plan, last, goals={}, carried=unfinished)
    owed = leftovers_of(plan.township)
    if not owed:
        return
    section = PlanSection.append(plan, CARRIED, "上年答复、采纳时承诺的事项，继续跟踪到办完。")
    for place, one in enumerate(owed, 1):
        task = PlanTask.objects.create(
            **plan.tenant,
            section=section,
            position=place,
            is_carried=True,
            text=f"跟踪落实：{one.what}",
            function=Function.SUPERVISION,
            helpers=one.who,
        )
        if one.due_on and one.due_on.year == plan.year:
            task.set_milestones([(one.due_on, "应办结")])


def _take_over(plan: AnnualPlan, model: AnnualPlan, *, goals: dict, carried=frozenset()) -> None:
    """The model's sections and tasks with their days in the new year; one's own people, too. A
    number that the county asks of this body (`goals`) takes the place of theirs."""
    is_own = model.township_id == plan.township_id
    heirs = _heirs(plan, model) if is_own else {}
    for old in model.sections.all():
        section = PlanSection.append(plan, old.heading, old.text)
        for task in old.tasks.prefetch_related("milestones", "responsibles"):
            words = worded(task)
            words["target"] = goals.get(task.figure, task.target)
            made = PlanTask.objects.create(
                **plan.tenant,
                section=section,
                position=task.position,
                is_carried=task.pk in carried,
                **words,
            )
            days = {_in_year(one.due_on, plan.year): one.text for one in task.milestones.all()}
            made.set_milestones(days.items())
            named = (heirs.get(one.key) for one in task.responsibles.all())
            made.set_responsibles(party for party in named if party)


def _heirs(plan: AnnualPlan, model: AnnualPlan) -> dict:
    """{key: who of the model's people answers in the new year}: whoever has not left; for a work
    group, which is of one year, that of the same name."""
    named = Responsible.objects.filter(county=plan.county_id, task__section__plan=model)
    left = set(named.left_before(periods.year(plan.year).first).values_list("pk", flat=True))
    groups = WorkGroup.objects.filter(**plan.tenant, year=plan.year)
    by_name = {group.name: group for group in groups}
    return {
        one.key: by_name.get(one.name) if one.group_id else one.party
        for one in named
        if one.pk not in left
    }


def _in_year(on: date, year: int) -> date:
    """The same day of another year; 29 February is the 28th where there is none."""
    return periods.add_months(on, (year - on.year) * 12)
