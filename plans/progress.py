"""How far the tasks of a plan have come: each target against its figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import floor

from cppcc import figures, periods
from cppcc.documents.prose import numeral
from plans.models import AnnualPlan, PlanSection, PlanTask

TONES = {"done": ("✓", "已达标"), "soon": ("△", "慢于进度"), "late": ("✕", "未达标")}


def share_of_year(period: periods.Period, on: date) -> float:
    """How much of the year has passed by `on`, from 0 to 1."""
    whole = (period.last - period.first).days + 1
    return min(1.0, max(0.0, ((on - period.first).days + 1) / whole))


def tone(number: figures.Number, target: int | None, share: float | None) -> str:
    """Reached; or behind the course of the year, in full steps; or the year is over."""
    if target is None or share is None or number is None:
        return ""
    if number >= target:
        return "done"
    if share == 1:
        return "late"
    return "soon" if number < floor(target * share) else ""


@dataclass(frozen=True)
class TaskProgress:
    """A task's target (目标数) beside what its figure counts so far."""

    task: PlanTask
    figure: figures.Figure | figures.Ratio
    number: figures.Number
    url: str

    @property
    def is_reached(self) -> bool:
        return (self.number or 0) >= self.task.target

    @property
    def gap(self) -> str:
        """What is still missing, in words; empty when the target is reached."""
        if self.is_reached:
            return ""
        missing = round(self.task.target - (self.number or 0), 1)
        return f"还差{figures.show(missing)}{self.figure.unit}"

    @property
    def promised(self) -> str:
        """The target in words: 集中学习4次."""
        return figures.quantity(self.figure, self.task.target)

    @property
    def value(self) -> figures.Number:
        """The number for a bar; a ratio of 2.0 is 2."""
        whole = isinstance(self.number, float) and self.number.is_integer()
        return int(self.number) if whole else self.number

    @property
    def shown(self) -> str:
        return figures.show(self.number)


def progress_of(
    tasks: Iterable[PlanTask], township_id: int, first: date, last: date
) -> list[TaskProgress]:
    """The progress of one township's tasks that have a target: one query a figure."""
    tasks = [task for task in tasks if task.figure in figures.REGISTRY]
    keys = {task.figure for task in tasks}
    numbers = figures.measure(keys, "township", [township_id], first, last)
    return [
        TaskProgress(
            task=task,
            figure=figures.REGISTRY[task.figure],
            number=numbers[task.figure][township_id],
            url=figures.link(task.figure, "township", township_id, first, last),
        )
        for task in tasks
    ]


@dataclass(frozen=True)
class Promise:
    """A task as it stands on the page: with its progress, if it has a target."""

    task: PlanTask
    progress: TaskProgress | None


@dataclass(frozen=True)
class Chapter:
    """A section of a plan as it stands on the page: its number (一、二、三) and its tasks."""

    numeral: str
    section: PlanSection
    promises: tuple[Promise, ...]


def outline(plan: AnnualPlan, counted: Iterable[TaskProgress]) -> list[Chapter]:
    """A plan fetched `for_detail()`, each task with its progress if it was counted."""
    of_task = {one.task.pk: one for one in counted}
    return [
        Chapter(
            numeral=numeral(number),
            section=section,
            promises=tuple(Promise(task, of_task.get(task.pk)) for task in section.tasks.all()),
        )
        for number, section in enumerate(plan.sections.all(), 1)
    ]
