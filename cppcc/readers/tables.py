"""A table handed in: the first sheet of a workbook, or a CSV file, as rows of text."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from cppcc.readers.kinds import UnreadableError, check_kind, unless_broken

ROWS, COLUMNS, CHARACTERS = 20_000, 64, 4_000  # what a table may hold
Row = tuple[int, Sequence]  # its number in the sheet, its cells


def table(body: bytes, name: str) -> dict:
    """The first visible sheet as text: {"rows": [[number, cells]], "merged": [ranges]}."""
    kind = check_kind(body, name, ("xlsx", "csv"))
    rows, merged = workbook(body) if kind == "xlsx" else (_csv(body), [])
    kept = []
    for number, cells in rows:
        texts = [cell_text(cell)[:CHARACTERS] for cell in cells[:COLUMNS]]
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            kept.append([number, texts])
        if len(kept) > ROWS:
            raise UnreadableError(f"表格超过 {ROWS} 行，请分成几个文件上传。")
    return {"rows": kept, "merged": merged}


def workbook(body: bytes) -> tuple[list[Row], list[str]]:
    """The filled rows of the first visible sheet, and the ranges of joined cells."""
    from openpyxl import load_workbook  # slow to import; a CSV file does without it

    with unless_broken("工作簿已损坏，打不开。请用 Excel 或 WPS 打开，另存后再上传。"):
        book = load_workbook(io.BytesIO(body), read_only=True, data_only=True, keep_links=False)
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
        sheet.reset_dimensions()  # what a file says of its size may be wrong, or meant to hurt
        with sheet._get_source() as source:  # type: ignore[attr-defined]  # of a sheet read only
            merged = re.findall(rb'<mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"', source.read())
        rows = enumerate(sheet.iter_rows(max_col=COLUMNS, values_only=True), start=1)
        return list(_filled(rows)), [ref.decode() for ref in merged[:1000]]


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with something in them; no more than a table may have."""
    seen = 0
    for number, cells in rows:
        if any(cell not in (None, "") for cell in cells):
            seen += 1
            yield number, cells
        if seen > ROWS:
            return


def _csv(body: bytes) -> list[Row]:
    has_mark = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if has_mark else ["utf-8-sig", "gb18030"]:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        head = text[:2000].split("\n", 1)[0]
        delimiter = max(",\t;", key=head.count)
        try:
            lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            return list(_filled(enumerate(lines, start=1)))
        except csv.Error:
            raise UnreadableError("CSV 文件的引号不成对，读不出来。请另存为 .xlsx 上传。") from None
    raise UnreadableError("文字编码认不出来。请把 CSV 另存为 UTF-8 编码，或者另存为 .xlsx 上传。")


def cell_text(cell: object) -> str:
    """A cell as a person would type it: days as 2021-11-30, whole numbers without a point."""
    match cell:
        case None:
            return ""
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date():
            return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
        case bool():
            return "是" if cell else "否"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
    return str(cell).replace("\0", "\1")  # a control still, but one that a database can hold
