"""Forms of annual plans, of what they are made of, and of their moves."""

from plans.forms.act import ACTION_FORMS, ApproveForm, DeleteForm, ScanForm
from plans.forms.check import CheckForm
from plans.forms.fulfils import FulfilsTaskForm
from plans.forms.group import GroupForm, IncentiveForm
from plans.forms.milestones import MilestonesField
from plans.forms.note import NoteForm
from plans.forms.plan import NewPlanForm, PlanForm
from plans.forms.task import OrderForm, SectionForm, TaskForm

__all__ = [
    "ACTION_FORMS",
    "ApproveForm",
    "CheckForm",
    "DeleteForm",
    "FulfilsTaskForm",
    "GroupForm",
    "IncentiveForm",
    "MilestonesField",
    "NewPlanForm",
    "NoteForm",
    "OrderForm",
    "PlanForm",
    "ScanForm",
    "SectionForm",
    "TaskForm",
]
