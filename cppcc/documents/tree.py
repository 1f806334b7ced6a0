"""An official paper (公文) as a value: frozen, hashable, without a query and without markup.

The set of blocks is closed. A new block needs a class here, a template in templates/documents/
and a registered writer in docx.py; without one of them every rendering of it fails loudly.

Source of the order and the words of the marks: GB/T 9704-2012.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

_CONTROLS = dict.fromkeys({*range(0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF} - {0x09, 0x0A, 0x0D})
_CONTROLS[0x0B] = "\n"  # the line break of Word


@dataclass(frozen=True)
class FigureValue:
    """A counted number (数字) inside a sentence: `text` is printed, the rest leads back to it.

    `name` says what was counted; `url` leads to the records behind it and is never printed.
    """

    text: str
    name: str = ""
    url: str = ""


Run = str | FigureValue
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Addressee:
    """Who the paper goes to (主送机关), flush left; `text` carries its own colon."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading (层次标题), its number already in `text`: 一、 then （一） then 1. then （1）."""

    text: str
    level: int = 1

    def __post_init__(self):
        if self.level not in (1, 2, 3, 4):
            raise ValueError(f"A heading has level 1 to 4, not {self.level!r}.")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph (自然段) of the body; see `paragraph()` to write one without a tuple."""

    runs: Runs


@dataclass(frozen=True)
class Items:
    """Several short paragraphs that belong together (分项), each with its number in its text."""

    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Table:
    """A table (表格); `widths` are shares of the line, equal when left out.

    The head is repeated on every page. All rows have as many cells as the head.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    widths: tuple[int, ...] = ()

    def __post_init__(self):
        lengths = {len(row) for row in self.rows} | ({len(self.widths)} if self.widths else set())
        if lengths - {len(self.head)}:
            raise ValueError(f"Every row and the widths need {len(self.head)} cells: {self!r}")


@dataclass(frozen=True)
class Signature:
    """Who issues the paper (发文机关署名) and its day (成文日期), printed in Arabic numerals."""

    body: str
    on: datetime.date


@dataclass(frozen=True)
class Attachments:
    """The list of annexes below the body (附件说明); numbered when there are several."""

    names: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """One printed line each; the first one carries the word 附件."""
        numbered = self.names
        if len(self.names) > 1:
            numbered = tuple(f"{number}.{name}" for number, name in enumerate(self.names, 1))
        return tuple(f"附件：{line}" if not index else line for index, line in enumerate(numbered))


@dataclass(frozen=True)
class Annex:
    """An annex (附件) on a page of its own; `label` is 附件 or 附件1, top left."""

    label: str
    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Copies:
    """The end mark (版记): copies to (抄送), who printed it (印发机关) and when (印发日期).

    It stands at the foot of the page on which the paper ends; put it last.
    """

    to: str = ""
    issuer: str = ""
    on: datetime.date | None = None


@dataclass(frozen=True)
class Facts:
    """A form sheet (提案纸, 登记表): a label and its value in each row; a value may have lines."""

    rows: tuple[tuple[str, str], ...]


Block = (
    Addressee
    | Heading
    | Paragraph
    | Items
    | Table
    | Signature
    | Attachments
    | Annex
    | Copies
    | Facts
)


@dataclass(frozen=True)
class RedHead:
    """The red head (版头): the issuing body's mark (发文机关标志) and its number (发文字号)."""

    organ: str
    number: str = ""


@dataclass(frozen=True)
class Document:
    """An official paper (公文). `on` dates the file itself, `author` is who stands behind it.

    A line break in `title` is where the title is broken on the page.
    """

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    on: datetime.date | None = None
    red_head: RedHead | None = None


def paragraph(*runs: Run) -> Paragraph:
    """A paragraph written as a sentence: paragraph("开展", FigureValue("4次"), "。")."""
    return Paragraph(runs)


def chinese_date(on: datetime.date) -> str:
    """2004年12月16日: Arabic numerals, no leading zero (GB/T 9704-2012, 7.3.5.4)."""
    return f"{on.year}年{on.month}月{on.day}日"


def without_controls(text: str) -> str:
    """The text without the control characters that come along when one pastes from Word.

    They print nothing, and a Word file that contains them does not open.
    """
    return text.translate(_CONTROLS)


def run_text(run: Run) -> str:
    """What a run prints."""
    return run.text if isinstance(run, FigureValue) else run


def text_of(document: Document) -> str:
    """The words of the paper in reading order, a line for each printed unit; no page marks."""
    words = "\n".join(line for line in _document_lines(document) if line)
    return without_controls(words)


def _document_lines(document: Document) -> Iterator[str]:
    if document.red_head:
        yield document.red_head.organ
        yield document.red_head.number
    yield document.title
    for block in document.blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Addressee(text) | Heading(text):
            yield text
        case Paragraph(runs):
            yield _joined(runs)
        case Items(items):
            yield from map(_joined, items)
        case Table(head, rows, caption):
            yield caption
            yield from (cell for row in (head, *rows) for cell in row)
        case Signature(body, on):
            yield from (body, chinese_date(on))
        case Attachments():
            yield from block.lines()
        case Annex(label, title, blocks):
            yield from (label, title)
            yield from (line for inner in blocks for line in _lines(inner))
        case Copies():
            yield from copies_lines(block)
        case Facts(rows):
            yield from (cell for row in rows for cell in row)
        case _:
            raise TypeError(f"Not a block of a paper: {block!r}")


def copies_lines(copies: Copies) -> tuple[str, str, str]:
    """The printed words of the end mark: copies line, printing body, printing date."""
    to = f"抄送：{copies.to.removesuffix('。')}。" if copies.to else ""
    return to, copies.issuer, f"{chinese_date(copies.on)}印发" if copies.on else ""


def _joined(runs: Runs) -> str:
    return "".join(map(run_text, runs))
