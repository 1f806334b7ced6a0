"""The words and the order of the papers that the year ends in."""

from summaries.documents.report import Counted, SummaryText, year_end_document

__all__ = ["Counted", "SummaryText", "year_end_document"]
