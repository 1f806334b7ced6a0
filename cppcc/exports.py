"""Lists as tables to take away (.xlsx, .csv): the same filter as on the screen, all pages.

A list page calls `exported()` with its query before paging; `?export=xlsx` in the address then
answers with the file. Text is written as text: a cell that begins like a formula does nothing in
either format. Every export leaves its row in the audit trail.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from cppcc import audit, clock
from cppcc.papers import file_response

CHUNK = 500  # rows read at a time
FORMULA = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


@dataclass(frozen=True)
class Field:
    """A column of a list: its heading and what it says of a record."""

    title: str
    value: Callable[[object], object]
    width: int = 14


def exported(
    request: HttpRequest, title: str, fields: Iterable[Field], records: Iterable, **detail
) -> HttpResponse | None:
    """The list as a file where the address asks for one, else None.

    `detail` goes to the audit trail, such as that the table holds phone numbers.
    """
    kind = request.GET.get("export")
    if kind not in WRITERS or request.method != "GET":
        return None
    fields = tuple(fields)
    if isinstance(records, QuerySet):
        records = records.iterator(chunk_size=CHUNK)
    body, rows = WRITERS[kind](fields, ([f.value(one) for f in fields] for one in records))
    chosen = request.GET.copy()
    del chosen["export"]
    audit.record(
        "export",
        by=request.user,
        list=title,
        kind=kind,
        rows=rows,
        filter=chosen.urlencode(),
        **detail,
    )
    name = f"{title}（{clock.today()}）.{kind}"
    return file_response(body, XLSX if kind == "xlsx" else CSV, name)


def _shown(value) -> str | int | float | date:
    """A value as a cell: numbers and days stay such, all else is text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, int | float | date) else str(value)


def harmless(cell):
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _csv(fields: tuple[Field, ...], rows: Iterator[list]) -> tuple[bytes, int]:
    """UTF-8 with the mark that office programs look for; formulas are put behind an apostrophe."""
    written, count = io.StringIO(), 0
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([field.title for field in fields])
    for row in rows:
        cells = [_shown(value) for value in row]
        writer.writerow([harmless(cell) for cell in cells])
        count += 1
    return written.getvalue().encode("utf-8-sig", "replace"), count


def _xlsx(fields: tuple[Field, ...], rows: Iterator[list]) -> tuple[bytes, int]:
    from openpyxl import Workbook  # slow to import, and needed by few requests
    from openpyxl.cell import WriteOnlyCell  # as above
    from openpyxl.styles import Font  # as above
    from openpyxl.utils import get_column_letter  # as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet("列表")
    sheet.freeze_panes = "A2"
    for place, field in enumerate(fields, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = field.width

    def cell(value):
        shown = _shown(value)
        if isinstance(shown, date):
            shown = shown.isoformat()
        made = WriteOnlyCell(sheet, _storable(shown) if isinstance(shown, str) else shown)
        if isinstance(shown, str):
            made.data_type = "s"  # text, whatever it begins with
            if shown.startswith(FORMULA):
                made.quotePrefix = True  # so that it stays text when somebody edits the cell
        return made

    heads = [cell(field.title) for field in fields]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    count = 0
    for row in rows:
        sheet.append([cell(value) for value in row])
        count += 1
    written = io.BytesIO()
    book.save(written)
    return written.getvalue(), count


def _storable(text: str) -> str:
    """Without the characters XML has no place for; cut where a cell ends."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")[:32_767]


WRITERS = {"xlsx": _xlsx, "csv": _csv}
