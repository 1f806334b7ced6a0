"""Reports with their frozen copies."""

from summaries.models.report import (
    FrozenFigure,
    Report,
    ReportedCopy,
    ReportEvent,
    ReportSection,
)

__all__ = ["FrozenFigure", "Report", "ReportEvent", "ReportSection", "ReportedCopy"]
