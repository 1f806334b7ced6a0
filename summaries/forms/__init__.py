"""Forms of what the year ends in."""

from summaries.forms.report import ACTION_FORMS, SummaryForm

__all__ = ["ACTION_FORMS", "SummaryForm"]
