"""Whether the county has a year's plan by its day (计划上报截止日), in words for both sides."""

from dataclasses import dataclass
from datetime import date

from counties.models import Township
from plans.models import AnnualPlan
from plans.workflow import SENT


@dataclass(frozen=True)
class Lateness:
    """A day by which a plan has to be at the county, as long as it is not there."""

    due_on: date
    is_late: bool

    @property
    def told(self) -> str:
        """Why: 「应于2026年1月1日前上报」."""
        return f"应于{self.due_on:%Y年%-m月%-d日}前上报"

    @property
    def word(self) -> str:
        return "逾期未上报" if self.is_late else "未上报"


@dataclass(frozen=True)
class Missing:
    """A township whose plan the county does not have."""

    township: Township
    lateness: Lateness


def of_plan(plan: AnnualPlan, on: date) -> Lateness | None:
    """Nothing to say of a plan that was reported, nor of a revision."""
    if plan.revision or plan.status in SENT:
        return None
    return Lateness(plan.due_on, plan.is_late(on))


def missing(user, year: int, on: date) -> list[Missing]:
    """For the county: every township whose plan of `year` it does not have."""
    if not AnnualPlan.are_awaited_by(user):
        return []
    reported = AnnualPlan.objects.visible_to(user).reported_for(year).values("township")
    owing = Township.objects.visible_to(user).exclude(pk__in=reported).select_related("county")
    return [Missing(one, of_year(one.county, year, on)) for one in owing.order_by("name")]


def of_year(county, year: int, on: date) -> Lateness:
    """A plan of `year` that is not at the county."""
    due_on = county.plan_due_on(year)
    return Lateness(due_on, on > due_on)
