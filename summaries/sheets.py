"""A member's yearly form: the year's numbers on it, and its grade with the numbers kept."""

from cppcc import figures, periods
from members.models import Membership
from summaries.documents.sheet import Opinion, SheetText, sheet_document
from summaries.models import DutySheet
from summaries.workflow import DutyAction


def numbers_of(membership: Membership, year: int) -> tuple[tuple[str, str], ...]:
    """What the records count of the member in the year, as (name, number with its unit)."""
    days, pk = periods.year(year), membership.pk
    counted = (
        (figure, figure.grouped("member", [pk], days.first, days.last)[pk])
        for figure in figures.of_member()
    )
    return tuple(
        (figure.own_name, figures.show(number) + (figure.own_unit if number is not None else ""))
        for figure, number in counted
    )


def rate(sheet: DutySheet, **act) -> None:
    """Give the grade; the numbers stay on the paper as they were then."""
    sheet.rate(counted=numbers_of(sheet.membership, sheet.year), **act)


def document_of(sheet: DutySheet):
    """The form fetched `for_detail()`, with the numbers kept by its grade or else the live ones."""
    counted = sheet.counted or numbers_of(sheet.membership, sheet.year)
    latest = {event.action: event for event in sheet.events.all()}
    signed, rated = latest.get(DutyAction.SIGN), latest.get(DutyAction.RATE)
    return sheet_document(
        SheetText(
            membership=sheet.membership,
            year=sheet.year,
            numbers=tuple((name, number) for name, number in counted),
            own_summary=sheet.own_summary,
            office=Opinion(
                sheet.office_opinion,
                signed.decided_by if signed and sheet.office_opinion else "",
                signed.on if signed and sheet.office_opinion else None,
            ),
            county=Opinion(
                sheet.county_opinion,
                rated.decided_by if rated and sheet.grade else "",
                rated.on if rated and sheet.grade else None,
            ),
            grade=sheet.grade.name if sheet.grade else "",
        )
    )


def blank_document(membership: Membership, year: int):
    """The form to be filled in by hand: who the member is and the numbers, the rest is room."""
    return sheet_document(
        SheetText(membership=membership, year=year, numbers=numbers_of(membership, year))
    )
