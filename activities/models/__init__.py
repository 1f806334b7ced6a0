"""Activities with attendance, follow-up, and the office's registers."""

from activities.models.activity import Activity, ActivityEvent, Attendance
from activities.models.finding import Finding
from activities.models.registers import (
    Article,
    Attention,
    Contact,
    PriorConsultation,
    ResearchReport,
    StudyNote,
    Talent,
    Visit,
)

__all__ = [
    "Activity",
    "ActivityEvent",
    "Article",
    "Attendance",
    "Attention",
    "Contact",
    "Finding",
    "PriorConsultation",
    "ResearchReport",
    "StudyNote",
    "Talent",
    "Visit",
]
