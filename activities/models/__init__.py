"""Activities with attendance and findings, and the office's registers."""

from activities.models.activity import Activity, ActivityEvent
from activities.models.attendance import Attendance
from activities.models.finding import Finding
from activities.models.personal import Contact, StudyNote, Visit
from activities.models.registers import (
    Article,
    Attention,
    PriorConsultation,
    ResearchReport,
    Talent,
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
