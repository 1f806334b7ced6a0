"""Forms of what the year ends in."""

from summaries.forms.report import ACTION_FORMS, SummaryForm
from summaries.forms.sheet import DUTY_FORMS, DutySheetForm

__all__ = ["ACTION_FORMS", "DUTY_FORMS", "DutySheetForm", "SummaryForm"]
