"""How far the tasks of a plan have come: each target against its figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cppcc import figures
from plans.models import PlanTask


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
