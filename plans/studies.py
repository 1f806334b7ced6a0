"""The year's plan of studies (年度学习计划), drawn from the plan's study tasks."""

from collections.abc import Iterable, Iterator
from datetime import date

from cppcc import clock, periods
from plans import agenda
from plans.documents.study import StudyText, study_document
from plans.models import AnnualPlan, Function, PlanTask

Row = tuple[date, str, str, str]


def document_of(plan: AnnualPlan, user):
    """The paper of a plan fetched `for_detail()`: its study days, and the studies set down."""
    year = periods.year(plan.year)
    tasks = [
        task
        for section in plan.sections.all()
        for task in section.tasks.all()
        if task.function == Function.STUDY
    ]
    entries = agenda.between(user, year.first, year.last)
    rows = sorted(row for task in tasks for row in _rows(task, entries))
    approval = plan.approval
    return study_document(
        StudyText(
            year=plan.year,
            body_name=plan.township.signature,
            opening=f"根据《{plan.title}》，全年学习安排如下。",
            rows=tuple(rows),
            dated_on=approval.on if approval else clock.today(),
            head=plan.township.head(plan.year),
        )
    )


def _rows(task: PlanTask, entries: Iterable[agenda.Entry]) -> Iterator[Row]:
    """The studies that name the task, and those of its days for which there is none yet."""
    own = [one for one in entries if one.task_id == task.pk]
    yield from ((one.on, one.what, one.who, one.form) for one in own)
    start = date.min
    for day in task.milestones.all():
        if not any(start < one.on <= day.due_on for one in own):
            yield day.due_on, day.text or task.text, "", ""
        start = day.due_on
