"""Tables that people hand in: columns as data, cells judged one by one, rows as verdicts.

An app declares `Column`s; `lines()` finds the header, reads every cell and says what is wrong, cell
by cell, in the words of the sheet: 「第7行 出生年月」. What the rows mean for the records is the
app's own matter (`<app>/imports.py`), which answers with a `Verdict` for each. The pages are those
of `cppcc/imports.py`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from cppcc.forms import PLAIN_FIGURES, clean_text

HEADER_WITHIN = 10  # rows: above the header there may be a title and a note
LUNAR = re.compile(
    r"[农阴]历|正月|腊月|冬月|初[一二三四五六七八九十]|[〇零一二三四五六七八九十]+[年月]"
)
DAY = re.compile(
    r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?: 00:00(?::00)?)?|(\d{4})(\d\d)(\d\d)"
)
MONTH = re.compile(r"(\d{4})[-./年]?(\d{1,2})月?")
FORMULA_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#####"}
HAN_GAP = re.compile(
    r"(?<=[\u2e80-\u9fff\U00020000-\U0003ffff])\s+(?=[\u2e80-\u9fff\U00020000-\U0003ffff])"
)
DOTS = str.maketrans(dict.fromkeys("•‧∙・．●", "·"))


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


class Kind(Enum):
    """What a row would do."""

    WRONG = "有错"
    ASK = "请您确认"
    NEW = "新增"
    CHANGED = "有变化"
    SAME = "没有变化"

    @property
    def tone(self) -> str:
        tones = {"WRONG": "late", "ASK": "soon", "NEW": "doing", "CHANGED": "done", "SAME": "idle"}
        return tones[self.name]


@dataclass
class Verdict:
    """What a row would do.

    `changes` are (title, old, new); `options` are (answer, label) where two records could be meant;
    `subject` is the record that is there, `about` whatever the importer keeps for itself.
    """

    line: Line
    kind: Kind
    name: str = ""
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    note: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)
    subject: object = None
    about: dict = field(default_factory=dict)

    @property
    def faults(self) -> list[str]:
        return [fault.at(self.line.number) for fault in self.line.faults]

    def mark(self) -> tuple:
        """What a person agreed to: if it has changed since, the person is asked again."""
        subject = getattr(self.subject, "pk", None)
        return (self.line.number, self.kind.name, self.changes, self.note, self.options, subject)


def wrong(line: Line) -> Verdict:
    return Verdict(line, Kind.WRONG, name=str(line.values.get("name", "")))


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


def _heading(text: str) -> str:
    """A heading as it is compared: without blanks, stars and what stands in brackets."""
    return re.sub(r"[（(\[].*?[）)\]]|[\s*＊：:]", "", clean_text(text))


def _find_header(rows: list, merged: list[str], columns) -> tuple[int, dict[str, int]]:
    """The row that names most of the columns, and where each stands."""
    known = {_heading(t): c.name for c in columns for t in (c.title, *c.also)}
    best: tuple[int, dict[str, int]] = (0, {})
    for number, cells in rows[:HEADER_WITHIN]:
        places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            name = known.get(_heading(cell))
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
    found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", ref)
    first, top, last, bottom = found.groups()
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


# ---- what a cell may hold


def text(longest: int) -> Callable[[str], str]:
    """Words on one line, no longer than the record keeps."""

    def read(cell: str) -> str:
        words = re.sub(r"\s+", " ", cell)
        if len(words) > longest:
            raise ValueError(f"太长了（{len(words)}字），最多{longest}字。")
        return words

    return read


def person_name(cell: str) -> str:
    """A person's name: blanks between Chinese characters only align a column and go; the dot of
    names such as 阿依古丽·买买提 is written in one way."""
    name = re.sub(r"\s+", " ", HAN_GAP.sub("", cell)).translate(DOTS)
    name = re.sub(r"\s*·\s*", "·", name)
    if len(name) > 50:
        raise ValueError("太长了，最多50字。")
    if not all(unicodedata.category(c)[0] in "LM" or c in "· .'-" for c in name):
        raise ValueError("姓名里有数字或符号，请核对。")
    return name


def code(longest: int) -> Callable[[str], str]:
    """A number that is a name, such as 0012: Latin letters, digits and - only."""

    def read(cell: str) -> str:
        number = cell.translate(PLAIN_FIGURES).replace(" ", "").upper()
        if not re.fullmatch(rf"[A-Z0-9-]{{1,{longest}}}", number):
            raise ValueError(f"只能是字母、数字和“-”，最多{longest}位。")
        return number

    return read


def phone(cell: str) -> str:
    """A phone number, its digits plain and without blanks."""
    number = re.sub(r"[\s－—–-]+", "-", cell.translate(PLAIN_FIGURES)).strip("-")
    if re.fullmatch(r"1[\d-]{10,12}", number):  # 138-1234-1234
        number = number.replace("-", "")
    if not re.fullmatch(r"\+?[\d-]{7,18}(?:转\d{1,6})?", number):
        raise ValueError("不是电话号码，请核对。")
    if number.startswith("1") and number.isdigit() and len(number) != 11:
        raise ValueError(f"手机号码应是11位，这里是{len(number)}位。")
    return number


def day(cell: str) -> date:
    """A day of the solar calendar, however its parts are divided."""
    typed = re.sub(r"(?<=[年月\d])\s+(?=[年月\d]{1,3}[月日])", "", cell.translate(PLAIN_FIGURES))
    found = DAY.fullmatch(typed)
    if not found:
        raise ValueError(_no_day(typed, "请按“年-月-日”填写，如 2021-11-30"))
    parts = [int(part) for part in found.groups() if part]
    try:
        on = date(*parts)
    except ValueError:
        raise ValueError(f"没有“{cell}”这一天，请核对。") from None
    if not 1900 <= on.year <= 2100:
        raise ValueError(f"年份“{on.year}”不对，请核对。")
    return on


def month(last: date) -> Callable[[str], str]:
    """A month such as 1965-08, not after `last`; a full day is cut to its month."""

    def read(cell: str) -> str:
        typed = re.sub(r"\s+", "", cell.translate(PLAIN_FIGURES))
        if re.fullmatch(r"\d{4}\.1", typed):
            raise ValueError(
                f"“{typed}”分不清是1月还是10月，请写成 {typed[:4]}-01 或 {typed[:4]}-10。"
            )
        if DAY.fullmatch(typed):
            return day(typed).strftime("%Y-%m")
        found = None if re.fullmatch(r"\d{5}", typed) else MONTH.fullmatch(typed)
        told = f"{found[1]}-{int(found[2]):02}" if found else ""
        if not (told and "01" <= told[5:] <= "12"):
            raise ValueError(_no_day(typed, "请按“年-月”填写，如 1965-08"))
        if not "1900-01" <= told <= f"{last:%Y-%m}":
            raise ValueError(f"“{typed}”不对，请核对年份。")
        return told

    return read


def _no_day(typed: str, how: str) -> str:
    if LUNAR.search(typed):
        return f"请填公历，不要用农历和汉字数字。{how}。"
    if re.fullmatch(r"\d{5}(\.\d+)?", typed):
        return f"“{typed}”是没有设成日期格式的数字。{how}。"
    return f"“{typed[:20]}”看不出是哪一天。{how}。"


def one_of(known: dict[str, object], what: str) -> Callable[[str], object]:
    """One of the county's words; what is not among them is named, never guessed."""
    plain = {_heading(word): value for word, value in known.items()}

    def read(cell: str):
        try:
            return plain[_heading(cell)]
        except KeyError:
            raise ValueError(f"没有“{cell[:20]}”这个{what}。可填：{_some(known)}。") from None

    return read


def _some(known: Iterable[str]) -> str:
    words = list(known)
    return "、".join(words[:8]) + ("等" if len(words) > 8 else "")
