"""The annual plan and what it promises."""

from plans.models.check import Check, CheckLine
from plans.models.copy import PlanCopy
from plans.models.feed import CalendarFeed
from plans.models.fulfils import FulfilsTask
from plans.models.group import Incentive, WorkGroup, WorkGroupMember
from plans.models.milestone import Milestone
from plans.models.note import TaskNote
from plans.models.plan import AnnualPlan, PlanEvent
from plans.models.responsible import Responsible
from plans.models.scan import PlanScan
from plans.models.section import PlanSection
from plans.models.task import Function, PlanTask

__all__ = [
    "AnnualPlan",
    "CalendarFeed",
    "Check",
    "CheckLine",
    "FulfilsTask",
    "Function",
    "Incentive",
    "Milestone",
    "PlanCopy",
    "PlanEvent",
    "PlanScan",
    "PlanSection",
    "PlanTask",
    "Responsible",
    "TaskNote",
    "WorkGroup",
    "WorkGroupMember",
]
