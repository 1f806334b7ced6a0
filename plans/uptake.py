"""Which plans took up which points of the county (县工作要点): townships × points."""

from dataclasses import dataclass

from counties.models import Township
from directives.models import CountyPaper, KeyPoint, Receipt
from plans.models import AnnualPlan, PlanTask


@dataclass(frozen=True)
class Cell:
    """A point in one township's plan: the task that took it up, if there is one."""

    number: int
    point: KeyPoint
    task: PlanTask | None


@dataclass(frozen=True)
class Row:
    """A township that has the paper, its plan as far as it is reported, and the points in it."""

    township: Township
    plan: AnnualPlan | None
    cells: tuple[Cell, ...]

    @property
    def taken(self) -> int:
        return sum(cell.task is not None for cell in self.cells)


def uptake(paper: CountyPaper, user) -> list[Row]:
    """A row for each township that has the paper, from the plans in force that `user` may see.

    A task is matched by the words of its point, so that those of a paper which this one replaced
    count where nothing in them has changed.
    """
    plans = AnnualPlan.objects.visible_to(user).in_force().filter(year=paper.year)
    plans = {plan.township_id: plan for plan in plans}
    tasks = PlanTask.objects.visible_to(user).filter(section__plan__in=plans.values())
    tasks = tasks.exclude(point=None).select_related("point", "section__plan")
    found = {(one.township_id, one.point.text): one for one in tasks}
    points = list(enumerate(paper.points.all(), 1))
    return [
        Row(
            township=one.township,
            plan=plans.get(one.township_id),
            cells=tuple(
                Cell(number, point, found.get((one.township_id, point.text)))
                for number, point in points
            ),
        )
        for one in Receipt.objects.visible_to(user).filter(paper=paper).for_list()
    ]
