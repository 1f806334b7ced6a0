"""The papers of a plan: pure functions to a `Document`."""

from plans.documents.check import CheckText, LineText, check_document
from plans.documents.month import MonthText, month_document
from plans.documents.plan import (
    PlanText,
    RevisionText,
    SectionText,
    TaskText,
    numeral,
    plan_document,
    revision_document,
)
from plans.documents.scheme import SchemeText, scheme_document
from plans.documents.study import StudyText, study_document

__all__ = [
    "CheckText",
    "LineText",
    "MonthText",
    "PlanText",
    "RevisionText",
    "SchemeText",
    "SectionText",
    "StudyText",
    "TaskText",
    "check_document",
    "month_document",
    "numeral",
    "plan_document",
    "revision_document",
    "scheme_document",
    "study_document",
]
