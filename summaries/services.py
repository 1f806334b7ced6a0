"""Drafting a summary, counting its figures, and freezing it for the county."""

import hashlib
from datetime import date
from operator import attrgetter

from django.core.exceptions import ValidationError
from django.db import transaction

from counties.models import Township
from cppcc import clock, figures
from cppcc.documents.pdf import render_pdf
from cppcc.press.errors import PaperError
from cppcc.workflow import StaleRecordError
from summaries.compose import compose
from summaries.documents.report import Counted, SummaryText, year_end_document
from summaries.models import FrozenFigure, Report, ReportedCopy


def draft(township: Township, year: int, *, by) -> Report:
    """Compose the year-end summary of a township from its records (一键起草)."""
    cutoff_on = min(clock.today(), date(year, 12, 31))
    with transaction.atomic():
        report = Report(
            county_id=township.county_id,
            township=township,
            year=year,
            title=f"{township.body_name}{year}年度工作总结",
            cutoff_on=cutoff_on,
        )
        report.enter(by=by)
        redraft(report, by=by, version=report.version)
    return report


def redraft(report: Report, *, by, version: int) -> None:
    """Compose the text again from the records as they are now; what was written is replaced."""
    report.rewrite(
        by=by,
        version=version,
        title=report.title,
        cutoff_on=report.cutoff_on,
        sections=compose(report.township, report.year, report.cutoff_on),
    )


def live_text(report: Report) -> SummaryText:
    return SummaryText(
        title=report.title,
        sections=tuple(report.sections.values_list("heading", "body")),
        body_name=report.township.signature,
        dated_on=report.signed_on or report.cutoff_on,
        cutoff_on=report.cutoff_on,
    )


def counted_figures(report: Report, names) -> tuple[Counted, ...]:
    """The figures a text names, counted from the live records up to the report's closing day."""
    known = figures.by_name()
    owner, first, last = report.township_id, date(report.year, 1, 1), report.cutoff_on
    return tuple(_counted(known[name], owner, first, last) for name in names if name in known)


def _counted(figure, owner: int, first: date, last: date) -> Counted:
    number = figure.grouped("township", [owner], first, last)[owner]
    evidence = figure.evidence("township", owner, first, last).for_evidence()
    return Counted(
        key=figure.key,
        name=figure.name,
        shown=figures.show(number),
        unit=figure.unit if number is not None else "",
        explanation=figure.explanation,
        records=tuple(figures.lines(evidence)),
        url=figures.link(figure.key, "township", owner, first, last),
    )


def frozen(copy: ReportedCopy) -> tuple[SummaryText, tuple[Counted, ...]]:
    """What was reported, exactly as it was."""
    text = copy.text
    summary = SummaryText(
        title=text["title"],
        sections=tuple((heading, body) for heading, body in text["sections"]),
        body_name=text["body_name"],
        dated_on=date.fromisoformat(text["dated_on"]),
        cutoff_on=date.fromisoformat(text["cutoff_on"]),
    )
    counted = tuple(
        Counted(
            key=one.key,
            name=one.name,
            shown=one.shown,
            unit=one.unit,
            explanation=one.explanation,
            records=tuple(one.records),
            url=one.get_absolute_url(),
        )
        for one in sorted(copy.figures.all(), key=attrgetter("pk"))
    )
    return summary, counted


def document_of(report: Report, copy: ReportedCopy | None):
    """The paper: from the frozen copy where one is shown, else from the live records."""
    if copy is not None:
        return year_end_document(*frozen(copy))
    text = live_text(report)
    return year_end_document(text, counted_figures(report, text.names()))


def report_to_county(report: Report, *, by, on=None, version=None) -> ReportedCopy:
    """Report the summary (上报): text, figures, the records behind them and the PDF are frozen.

    The paper is rendered before the transaction that freezes it. That transaction requires the
    version that was rendered and counts again: if anything has changed meanwhile, nothing is
    frozen and StaleRecordError tells so. It must therefore not run inside another transaction.
    """
    report.check_action(report.Action.REPORT, by, version)
    text = live_text(report)
    counted = counted_figures(report, text.names())
    try:
        pdf = render_pdf(year_end_document(text, counted))
    except PaperError as error:
        raise ValidationError(str(error)) from error
    with transaction.atomic():
        report.report(by=by, on=on, version=version)
        if (text, counted) != (live_text(report), counted_figures(report, text.names())):
            raise StaleRecordError
        return _freeze(report, text, counted, pdf, on or clock.today())


def _freeze(report: Report, text: SummaryText, counted, pdf: bytes, on: date) -> ReportedCopy:
    copy = ReportedCopy.objects.create(
        **report.tenant,
        report=report,
        reported_on=on,
        text={
            "title": text.title,
            "sections": [list(section) for section in text.sections],
            "body_name": text.body_name,
            "dated_on": text.dated_on.isoformat(),
            "cutoff_on": text.cutoff_on.isoformat(),
        },
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
    )
    FrozenFigure.objects.bulk_create(
        FrozenFigure(
            **report.tenant,
            copy=copy,
            key=one.key,
            name=one.name,
            unit=one.unit,
            explanation=one.explanation,
            shown=one.shown,
            records=list(one.records),
        )
        for one in counted
    )
    return copy
