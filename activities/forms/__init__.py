"""Forms of activities, findings and registers."""

from activities.forms.activity import ACTION_FORMS, ActivityForm, AttendanceForm, HoldForm
from activities.forms.finding import FindingForm

__all__ = ["ACTION_FORMS", "ActivityForm", "AttendanceForm", "FindingForm", "HoldForm"]
