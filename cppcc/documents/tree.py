"""An official paper (公文) as a value: frozen, hashable, without a query and without markup.

The set of blocks is closed. A new block needs a class here, its words in words.py, a template in
templates/documents/ and a registered writer in docx/; without one of them every rendering of it
fails loudly. The heads of a paper (版头) likewise.

Source of the order and the words of the marks: GB/T 9704-2012.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

CHART_POINTS = 24  # more would not be told apart on a page


@dataclass(frozen=True)
class FigureValue:
    """A counted number (数字) inside a sentence: `text` is printed, the rest leads back to it.

    `name` says what was counted; `url` leads to the records behind it and is never printed;
    `note` is the number of the line in an annex that explains it, printed small behind it.
    """

    text: str
    name: str = ""
    url: str = ""
    note: int = 0


Run = str | FigureValue
Runs = tuple[Run, ...]


# ---- what stands above the title: 版头 ----
@dataclass(frozen=True)
class RedHead:
    """The red head (版头): the issuing body's mark (发文机关标志) and its number (发文字号).

    `signer` (签发人) makes it the head of a paper that goes up (上行文): the number moves left.
    """

    organ: str
    number: str = ""
    signer: str = ""
    urgency: str = ""


@dataclass(frozen=True)
class LetterHead:
    """The head of a letter (信函格式): red mark, double rules, the number flush right.

    `mark` is the class letter (类别标记) of a reply, top right. The first page of a letter
    carries no page mark.
    """

    organ: str
    number: str = ""
    mark: str = ""


@dataclass(frozen=True)
class MinutesHead:
    """The head of minutes (纪要格式): the red mark ××纪要, the issue, who issues it and when."""

    organ: str
    issue: str = ""
    issuer: str = ""
    on: datetime.date | None = None


Head = RedHead | LetterHead | MinutesHead


# ---- the body: 主体 ----
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

    The head is repeated on every page. All rows have as many cells as the head. `is_roomy`
    makes the rows tall enough to be filled in by hand (签到表, 测评表).
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    widths: tuple[int, ...] = ()
    is_roomy: bool = False

    def __post_init__(self):
        lengths = {len(row) for row in self.rows} | ({len(self.widths)} if self.widths else set())
        if lengths - {len(self.head)}:
            raise ValueError(f"Every row and the widths need {len(self.head)} cells: {self!r}")


@dataclass(frozen=True)
class Cell:
    """One box of a form sheet. `across` and `down` are the columns and rows it takes up.

    `lines` is the least room it keeps, in lines; `foot` stands at its lower right, where one
    signs: （签章） 年 月 日.
    """

    text: str = ""
    is_label: bool = False
    across: int = 1
    down: int = 1
    lines: int = 1
    foot: str = ""


@dataclass(frozen=True)
class Sheet:
    """A form sheet (提案纸, 登记表, 征询意见表): boxes in rows; `columns` are shares of the line.

    See `label()` and `facts()` to write one.
    """

    columns: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self):
        hanging = [0] * len(self.columns)  # rows by which a box above still reaches down
        for row in self.rows:
            free = [place for place, left in enumerate(hanging) if not left]
            if sum(cell.across for cell in row) != len(free):
                raise ValueError(f"The boxes of a row do not fill {len(free)} columns: {row!r}")
            hanging = [max(0, left - 1) for left in hanging]
            for cell in row:
                for place in free[: cell.across]:
                    hanging[place] = cell.down - 1
                del free[: cell.across]
        if any(hanging):
            raise ValueError("A box reaches below the last row.")


@dataclass(frozen=True)
class Chart:
    """A chart (图): bars, or a line over time where `is_trend`; every value is written beside it.

    `targets` are drawn behind the bars. A table with the same numbers belongs beneath.
    """

    caption: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    targets: tuple[float, ...] = ()
    unit: str = ""
    is_trend: bool = False

    def __post_init__(self):
        if not 0 < len(self.labels) <= CHART_POINTS or len(self.labels) != len(self.values):
            raise ValueError(f"A chart shows 1 to {CHART_POINTS} labels, each with a value.")
        if self.targets and (self.is_trend or len(self.targets) != len(self.values)):
            raise ValueError("Bars alone have targets, and then each of them has one.")
        if min(*self.values, *self.targets, 0) < 0:
            raise ValueError("A chart shows counts, which are not negative.")


@dataclass(frozen=True)
class Photo:
    """A photograph (照片) as JPEG or PNG bytes; `url` is where the screen finds the same one."""

    data: bytes = field(repr=False)
    caption: str = ""
    url: str = ""


@dataclass(frozen=True)
class Photos:
    """Photographs, two to a page, each above its caption."""

    photos: tuple[Photo, ...]


@dataclass(frozen=True)
class Attendees:
    """Who was there (出席、请假、列席) at the end of minutes: a word and the names each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Attachments:
    """The list of annexes below the body (附件说明); numbered when there are several."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Signature:
    """Who issues the paper (发文机关署名) and its day (成文日期), printed in Arabic numerals."""

    body: str
    on: datetime.date


@dataclass(frozen=True)
class Note:
    """The note below the date (附注), printed in brackets: whom to ask, how far it may spread."""

    text: str


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


Block = (
    Addressee
    | Heading
    | Paragraph
    | Items
    | Table
    | Sheet
    | Chart
    | Photos
    | Attendees
    | Attachments
    | Signature
    | Note
    | Annex
    | Copies
)


@dataclass(frozen=True)
class Document:
    """An official paper (公文). `on` dates the file itself, `author` is who stands behind it.

    A line break in `title` is where the title is broken on the page.
    """

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    on: datetime.date | None = None
    head: Head | None = None


@dataclass(frozen=True)
class Volume:
    """Several papers bound as one (合订本): cover, contents (目录), running page marks.

    `issuer` and the month of `on` stand at the foot of the cover. Page 1 is the first page of
    the first paper; cover and contents carry no mark.
    """

    title: str
    papers: tuple[Document, ...]
    issuer: str = ""
    on: datetime.date | None = None

    @property
    def author(self) -> str:
        return self.issuer


Paper = Document | Volume


def paragraph(*runs: Run) -> Paragraph:
    """A paragraph written as a sentence: paragraph("开展", FigureValue("4次"), "。")."""
    return Paragraph(runs)


def label(text: str, *, across: int = 1, down: int = 1) -> Cell:
    """The name of a box of a form sheet."""
    return Cell(text, is_label=True, across=across, down=down)


def facts(rows: tuple[tuple[str, str], ...]) -> Sheet:
    """A form sheet of two columns: a label and its value in each row; a value may have lines."""
    return Sheet((41, 159), tuple((label(name), Cell(value)) for name, value in rows))


def photos_of(paper: Paper) -> Iterator[Photo]:
    """Every photograph of the paper, in order."""
    for block in blocks_of(paper):
        if isinstance(block, Photos):
            yield from block.photos


def blocks_of(paper) -> Iterator[Block]:
    """The blocks of a volume, a paper or an annex, and those within them."""
    if isinstance(paper, Volume):
        for each in paper.papers:
            yield from blocks_of(each)
        return
    for block in paper.blocks:
        yield block
        if isinstance(block, Annex):
            yield from blocks_of(block)
