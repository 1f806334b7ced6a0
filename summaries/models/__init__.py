"""Reports with their frozen copies, and the yearly forms of members."""

from summaries.models.report import (
    FrozenFigure,
    Report,
    ReportedCopy,
    ReportEvent,
    ReportSection,
)
from summaries.models.sheet import DutySheet, DutySheetEvent

__all__ = [
    "DutySheet",
    "DutySheetEvent",
    "FrozenFigure",
    "Report",
    "ReportEvent",
    "ReportSection",
    "ReportedCopy",
]
