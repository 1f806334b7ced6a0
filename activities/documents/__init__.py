"""The papers of an activity, each a pure function from its words."""

from activities.documents.before import (
    notice_document,
    rating_document,
    scheme_document,
    sign_in_document,
)
from activities.documents.report import (
    inspection_document,
    minutes_document,
    report_document,
)
from activities.documents.words import ActivityText, FindingText, PersonText

__all__ = [
    "ActivityText",
    "FindingText",
    "PersonText",
    "inspection_document",
    "minutes_document",
    "notice_document",
    "rating_document",
    "report_document",
    "scheme_document",
    "sign_in_document",
]
