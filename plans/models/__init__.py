"""The annual plan and what it promises."""

from plans.models.plan import AnnualPlan, PlanEvent, PlanSection
from plans.models.task import Function, Milestone, PlanTask, Responsible

__all__ = [
    "AnnualPlan",
    "Function",
    "Milestone",
    "PlanEvent",
    "PlanSection",
    "PlanTask",
    "Responsible",
]
