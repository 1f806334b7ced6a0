"""A table that people hand in: columns as data, cells judged one by one.

An app declares `Column`s; `lines()` finds the header, reads every cell and says what is wrong, cell
by cell, in the words of the sheet: 「第7行 出生年月」.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cppcc.texts import bare_word, clean_text

HEADER_WITHIN = 10  # rows: above the header there may be a title and a note
FORMULA_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#####"}


class SheetError(Exception):
    """The table as a whole cannot be read; the text says what to mend."""


@dataclass(frozen=True)
class Column:
    """A column of a table: `read` makes a value of a cell or raises ValueError with the reason.

    `also` are other headings under which offices keep it; `choices` are offered in the template.
    """

    name: str
    title: str
    read: Callable[[str], object]
    required: bool = False
    hint: str = ""
    example: str = ""
    also: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    width: int = 12


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell, or (without a title) with the whole row."""

    title: str
    why: str

    def at(self, number: int) -> str:
        return f"第{number}行{f' {self.title}' if self.title else ''}：{self.why}"


@dataclass
class Line:
    """A row of the table: the values of its filled cells, and what is wrong with the others."""

    number: int
    values: dict[str, object] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, why: str, title: str = "") -> None:
        self.faults.append(Fault(title, why))


def check(rows: list, merged: list[str], columns: Iterable[Column]) -> None:
    """SheetError where the header cannot be read or nothing stands below it."""
    at, _ = _find_header(rows, merged, tuple(columns))
    if not rows or rows[-1][0] <= at:
        raise SheetError("表头下面没有内容，请填好再上传。")


def lines(rows: list, merged: list[str], columns: Iterable[Column]) -> list[Line]:
    """The rows below the header as lines; SheetError where the header cannot be read."""
    columns = tuple(columns)
    at, places = _find_header(rows, merged, columns)
    joined = _joined_cells(merged)
    read = []
    for number, cells in rows:
        if number <= at:
            continue
        line = Line(number)
        for column in columns:
            place = places.get(column.name)
            if place is None:
                continue
            if (number, place) in joined:
                line.refuse("这里是合并的单元格，请取消合并，每一行都填上。", column.title)
                continue
            _read_cell(line, column, cells[place] if place < len(cells) else "")
        read.append(line)
    return read


def _find_header(rows: list, merged: list[str], columns) -> tuple[int, dict[str, int]]:
    """The row that names most of the columns, and where each stands."""
    known = {bare_word(t): c.name for c in columns for t in (c.title, *c.also)}
    best: tuple[int, dict[str, int]] = (0, {})
    for number, cells in rows[:HEADER_WITHIN]:
        places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            name = known.get(bare_word(cell))
            if name in places:
                raise SheetError(f"第{number}行表头里“{cell.strip()}”出现了两次，请只留一列。")
            if name:
                places[name] = place
        if len(places) > len(best[1]):
            best = (number, places)
    at, places = best
    if places and any(row == at and column in places.values() for row, column in _below(merged)):
        raise SheetError(f"第{at}行的表头是合并的单元格，请取消合并，一列只写一个名称。")
    missing = [c.title for c in columns if c.required and c.name not in places]
    if missing:
        words = "、".join(f"“{title}”" for title in missing)
        raise SheetError(f"没有找到{words}这一列。请下载模板，照模板的表头填写。")
    return best


def _square(ref: str) -> tuple[int, int, int, int]:
    """The first and last row (from 1) and column (from 0) of a range such as A2:C3."""
    [(first, top, last, bottom)] = re.findall(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", ref)
    return int(top), int(bottom), _place(first), _place(last)


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - 64
    return place - 1


def _below(merged: list[str]) -> set[tuple[int, int]]:
    """The first cells of joined ranges."""
    squares = [_square(ref) for ref in merged]
    return {(top, first) for top, _, first, _ in squares}


def _joined_cells(merged: list[str]) -> set[tuple[int, int]]:
    """Every cell of joined ranges; of a huge one the first thousand rows."""
    return {
        (row, column)
        for top, bottom, first, last in map(_square, merged)
        for row in range(top, min(bottom, top + 1000) + 1)
        for column in range(first, min(last, 63) + 1)
    }


def _read_cell(line: Line, column: Column, cell: str) -> None:
    try:
        text = _normalised(cell)
    except ValueError as error:
        line.refuse(str(error), column.title)
        return
    if text[:2] in {"'=", "'+", "'-", "'@"}:  # as our own export makes them harmless
        text = text[1:]
    if text in FORMULA_ERRORS:
        line.refuse(f"公式出错（{text}），请改成文字。", column.title)
    elif text:
        try:
            line.values[column.name] = column.read(text)
        except ValueError as error:
            line.refuse(str(error), column.title)
    elif column.required:
        line.refuse("请填写。", column.title)


def _normalised(cell: str) -> str:
    """The cell's text without blanks around it and marks nobody sees; ValueError for a control."""
    if cell.isprintable() and unicodedata.is_normalized("NFC", cell):
        return cell.strip()  # as nearly all are
    text = clean_text(cell)
    if len(text) < len(unicodedata.normalize("NFC", cell.replace("\r\n", "\n"))):
        raise ValueError("含有看不见的字符（如 NUL），请删掉这一格，重新输入。")
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip()
