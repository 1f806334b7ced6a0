"""What happens to the target sheets of a year (年初下达目标), and their paper."""

from collections.abc import Iterable

from django.db import transaction

from counties import targets
from counties.models import Target, Township
from cppcc import audit, clock, figures
from directives.documents import SheetText, sheet_document
from directives.models import TargetLine, TargetSheet
from directives.workflow import SheetAction, SheetStatus


def draft(township: Township, year: int, *, by) -> TargetSheet:
    """A sheet with the county's numbers, to be edited; the one that is there, if there is one."""
    there = TargetSheet.objects.filter(
        county=township.county_id, township=township, year=year
    ).first()
    if there:
        return there
    sheet = TargetSheet(county_id=township.county_id, township=township, year=year)
    with transaction.atomic():
        sheet.enter(by=by)
        _write(sheet, targets.of_county(township.county_id, year).rows())
    return sheet


def draft_all(year: int, *, by) -> int:
    """A sheet for every township that has none; how many were made."""
    without = Township.objects.visible_to(by).exclude(targetsheet__year=year)
    with transaction.atomic():
        return len([draft(township, year, by=by) for township in without])


def hand_down_all(year: int, *, by, on=None) -> int:
    """Hand down every sheet that has been drafted; how many there were."""
    drafts = TargetSheet.objects.visible_to(by).filter(year=year, status=SheetStatus.DRAFT)
    with transaction.atomic():
        sheets = list(drafts.for_list())
        for sheet in sheets:
            sheet.hand_down(by=by, on=on)
    return len(sheets)


def rewrite(sheet: TargetSheet, rows: Iterable[tuple], *, by, version: int, **changes) -> None:
    """Set the numbers and words of a sheet as it stood at `version`; StaleRecordError if somebody
    was quicker."""
    with transaction.atomic():
        before = targets.of_rows(sheet.lines.all()).told()
        sheet.revise(by=by, version=version, **changes)
        sheet.lines.all().delete()
        after = _write(sheet, rows).told()
        audit.record("set_targets", by=by, target=sheet, before=before, after=after)


def _write(sheet: TargetSheet, rows: Iterable[tuple]) -> targets.Targets:
    return targets.of_rows(
        TargetLine.objects.bulk_create(
            TargetLine(**sheet.tenant, sheet=sheet, scope=scope, figure=figure, number=number)
            for scope, figure, number in rows
        )
    )


def told(rows: Iterable[tuple]) -> tuple[tuple[str, str, str], ...]:
    """(scope, figure, number) in words: who has to reach what, and how much of it."""
    known = [(s, figures.REGISTRY.get(key), number) for s, key, number in rows]
    return tuple(
        (Target.Scope(scope).label, figure.name, f"{number}{figure.unit}")
        for scope, figure, number in known
        if figure
    )


def document_of(sheet: TargetSheet):
    """The paper of a sheet, dated by the day it was handed down, else by today."""
    handed, receipt = sheet.moved_on(SheetAction.HAND_DOWN), None
    if sheet.status == SheetStatus.RECEIVED:
        receipt = sheet.moved_on(SheetAction.RECEIVE)
    is_handed = handed and sheet.status != SheetStatus.DRAFT
    return sheet_document(
        SheetText(
            year=sheet.year,
            issuer=sheet.county.body_name,
            addressee=sheet.township.signature,
            targets=told(targets.of_rows(sheet.lines.all()).rows()),
            text=sheet.text,
            dated_on=handed.on if is_handed else clock.today(),
            head=sheet.county.head(sheet.year, sheet.number),
            received_by=(receipt.decided_by or receipt.actor_name) if receipt else "",
            received_on=receipt.on if receipt else None,
        )
    )
