"""How each task of a plan stands on a day: 未开始, 进行中, 已完成 or 逾期, and what it lacks.

Derived from its figure, its days, its notes of progress and the records that name it; nobody
types it. Every time span is one between two days of the plan (时间节点).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import floor

from django.db import models

from cppcc import figures, periods
from cppcc.periods import month_and_day
from plans.deeds import FEW, Deed, deeds_of, shown_deeds
from plans.models import AnnualPlan, Milestone, PlanTask, Responsible
from plans.progress import TaskProgress, share_of_year

SHORT = 24  # characters of a task in a list
VERBS = {"次": "已办", "%": "已达"}


class State(models.TextChoices):
    """How a task stands; its tone is that of components/status.html."""

    TODO = "idle", "未开始"
    DOING = "doing", "进行中"
    DONE = "done", "已完成"
    LATE = "late", "逾期"


@dataclass(frozen=True)
class Mark:
    """A day of the plan as it stands: kept, missed, or still ahead."""

    on: date
    text: str
    is_kept: bool
    is_past: bool

    @property
    def state(self) -> str:
        return "已办" if self.is_kept else "未办" if self.is_past else "未到"


@dataclass(frozen=True)
class Standing:
    """A task on a day; `lacks` says in plain words what is behind, and is empty when nothing is.

    `is_slow`: not late, but behind the course of the year.
    """

    task: PlanTask
    progress: TaskProgress | None
    state: State
    lacks: str
    is_slow: bool
    marks: tuple[Mark, ...]
    deeds: tuple[Deed, ...]

    @property
    def title(self) -> str:
        text = self.task.text
        return f"{text[:SHORT]}…" if len(text) > SHORT else text

    @property
    def next(self) -> Mark | None:
        """The day that comes next."""
        return next((mark for mark in self.marks if not (mark.is_kept or mark.is_past)), None)

    @property
    def is_behind(self) -> bool:
        return self.state == State.LATE or self.is_slow

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1, for a bar."""
        if self.state == State.DONE:
            return 1.0
        if self.progress:
            return min(1.0, (self.progress.number or 0) / self.task.target)
        return self.kept / max(1, len(self.marks))

    @property
    def reached(self) -> str:
        """How far it has come, in figures: 2 / 4次."""
        if self.progress:
            return f"{self.progress.shown} / {self.task.target}{self.progress.figure.unit}"
        return f"{self.kept} / {len(self.marks)}个节点" if self.marks else ""

    @property
    def kept(self) -> int:
        """How many of its days are kept."""
        return sum(mark.is_kept for mark in self.marks)

    def named(self, deeds: tuple[Deed, ...], most: int = FEW) -> tuple[Deed, ...]:
        """The notes and the latest of its deeds, if its figure leads to the others; else all."""
        first = len(deeds) - most if self.progress else 0
        return tuple(one for place, one in enumerate(deeds) if one.note_pk or place >= first)

    @property
    def few(self) -> tuple[Deed, ...]:
        return self.named(self.deeds)

    @property
    def parties(self) -> list[Responsible]:
        """Who answers for it."""
        return list(self.task.responsibles.all())


def standings(plan: AnnualPlan, user, on: date) -> list[Standing]:
    """Every task of a plan fetched `for_detail()`, in its order, with the deeds that `user` may
    see; the queries do not grow."""
    tasks = [task for section in plan.sections.all() for task in section.tasks.all()]
    year = periods.year(plan.year)
    counted = _counted(tasks, plan.township_id, plan.year)
    deeds = deeds_of(plan, tasks, user)
    return [
        _by_figure(task, *counted[task.figure], deeds[task.pk], on, year)
        if task.figure in counted
        else _by_notes(task, deeds[task.pk], on, on > year.last)
        for task in tasks
    ]


def behind(standings: Iterable[Standing]) -> list[Standing]:
    """The gap list: what is late first, then what is only slow."""
    return sorted((one for one in standings if one.is_behind), key=lambda one: one.is_slow)


def _counted(tasks: list[PlanTask], owner: int, year: int) -> dict[str, tuple]:
    """{figure: (the year's number, those of its quarters, its link)}: one query for all."""
    spans = (periods.year(year), *periods.quarters(year))
    days = [(one.first, one.last) for one in spans]
    keys = {task.figure for task in tasks if task.figure in figures.REGISTRY}
    found = figures.measure_periods(keys, "township", [owner], days)
    return {
        key: (
            numbers[0][owner],
            [of[owner] for of in numbers[1:]],
            figures.link(key, "township", owner, *days[0]),
        )
        for key, numbers in found.items()
    }


def _by_figure(task, number, quarters, url, deeds, on, year) -> Standing:
    """A task with a target: reached, or short of what its days ask by now."""
    is_over = on > year.last
    figure, days = figures.REGISTRY[task.figure], list(task.milestones.all())
    progress = TaskProgress(task=task, figure=figure, number=number, url=url)
    have, past = number or 0, sum(one.due_on < on for one in days)
    spans = _spans(days) if figure.additive else [None] * len(days)
    empty = [span is not None and not sum(quarters[q] or 0 for q in span) for span in spans]
    is_done = progress.is_reached and (is_over or not figure.must_hold)
    late = have < _asked(progress, past, len(days), is_over)
    marks = tuple(
        Mark(
            on=day.due_on,
            text=day.text,
            is_kept=is_kept and (day.due_on < on or not figure.must_hold),
            is_past=day.due_on < on,
        )
        for day, is_kept in zip(days, _kept(task.target, have, empty), strict=True)
    )
    missed = [_span_name(spans[i]) for i, mark in enumerate(marks) if empty[i] and mark.is_past]
    is_slow = figure.additive and have < floor(task.target * share_of_year(year, on))
    is_behind = not progress.is_reached and (late or is_slow or missed)
    lacks = _told(progress, missed) if is_behind else ""
    state = _state(is_done, late, bool(have or deeds))
    return Standing(
        task, progress, state, lacks, bool(lacks) and not late, marks, shown_deeds(deeds)
    )


def _kept(target: int, have: int, empty: list[bool]) -> Iterator[bool]:
    """Whether each day has its share of the target; two of one quarter do not fill another's."""
    for number, nothing in enumerate(empty, 1):
        yield not nothing and have >= max(1, floor(target * number / len(empty)))


def _by_notes(task, deeds, on, is_over) -> Standing:
    """A task without a figure: each of its days asks for a note or an activity of its span."""
    days = list(task.milestones.all())
    is_closed = any(note and note.is_last for note, _ in deeds)
    noted = {note.for_day for note, _ in deeds if note} & {day.due_on for day in days}
    left = sorted(deed.on for note, deed in deeds if not (note and note.for_day in noted))
    marks, start = [], date.min
    for day in days:
        fitting = [at for at in left if at > start and day.due_on not in noted]
        if fitting:
            left.remove(fitting[0])
        is_kept = is_closed or day.due_on in noted or bool(fitting)
        marks.append(Mark(day.due_on, day.text, is_kept, day.due_on < on))
        start = day.due_on
    missed = [mark for mark in marks if mark.is_past and not mark.is_kept]
    all_kept = bool(marks) and all(mark.is_kept for mark in marks)
    done = is_closed or all_kept or (is_over and not days and bool(deeds))
    late = bool(missed) or (is_over and not days and not deeds)
    words = "、".join(
        f"{month_and_day(mark.on)}{mark.text and f'“{mark.text}”'}" for mark in missed
    )
    lacks = "" if done or not late else f"{words}没有记录" if missed else "全年没有记录"
    state = _state(done, late, bool(deeds))
    return Standing(task, None, state, lacks, False, tuple(marks), shown_deeds(deeds))


def _asked(progress: TaskProgress, past: int, days: int, is_over: bool) -> int:
    """How much is due by now: what the days gone ask, all of it once the year is over.

    A share or a roster is asked for at the last of its days only; a rate that must hold always,
    because what has fallen is behind at once, but not where there was nothing to come to.
    """
    figure, target = progress.figure, progress.task.target
    if figure.must_hold:
        return 0 if progress.number is None else target
    if is_over:
        return target
    if not days or (not figure.additive and past < days):
        return 0
    return floor(target * past / days)


def _state(done: bool, late: bool, begun: bool) -> State:
    if done:
        return State.DONE
    return State.LATE if late else State.DOING if begun else State.TODO


def _spans(days: list[Milestone]) -> list[range | None]:
    """The quarters that belong to each day: those after the day before it, up to its own."""
    ends = [-1, *(periods.quarter_of(day.due_on) for day in days)]
    return [range(a + 1, b + 1) if b > a else None for a, b in pairwise(ends)]


def _span_name(span: range) -> str:
    halves = {range(2): "上半年", range(2, 4): "下半年", range(4): "全年"}
    return halves.get(span) or "、".join(periods.QUARTERS[quarter] for quarter in span)


def _told(progress: TaskProgress, missed: list[str]) -> str:
    """计划集中学习4次，已办2次；第三季度未办."""
    figure, target = progress.figure, progress.task.target
    plan = f"计划{figures.quantity(figure, target)}"
    have = f"{VERBS.get(figure.unit, '已有')}{progress.shown}{figure.unit}"
    if progress.number is None:
        have = "还不能计算"
    told = f"；{'、'.join(missed)}未办" if missed else ""
    return f"{plan}，{have}{told}"
