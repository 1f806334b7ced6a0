"""How much room words take on the page, in character cells (字), for every rendering alike."""

import re
from math import ceil

from cppcc.documents.tree import Cell, Table

LINE = 28  # cells of 3号 in a line of the type area
TITLE_LINE = 20  # cells of 2号 in a line
TABLE_LINE = 36.8  # cells of 小四 in the width of a table
CELL_EDGES = 1  # cells its padding takes from a column
SHORT_TABLE = 12  # rows up to which a table is not broken over two pages
COPIES_LINE = 26  # cells of 4号 in a line of the end mark
WHOLE_ROW = 8  # lines up to which a row of a form sheet is not broken over two pages
FACT_LINE = 24  # cells of 4号 in a line of a form sheet
NO_LINE_START = set("，。、；：！？）》」』】〕”’…—·%％")
NO_LINE_END = set("（《「『【〔“‘")


def width_of(text: str) -> float:
    """The width in cells: a Chinese character is one, a half-width one a half."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def title_lines(title: str) -> tuple[str, ...]:
    """Where a title is broken: by its own line breaks, else into lines of like length.

    The standard wants lines 词意完整、长短适宜. The issuing body stands alone above 关于 where
    both halves fit; otherwise the halves are as equal as numbers and brackets allow.
    """
    lines = []
    for line in title.splitlines() or [title]:
        lines += _broken(line.strip())
    return tuple(lines)


def _broken(line: str) -> list[str]:
    if width_of(line) <= TITLE_LINE:
        return [line]
    count = int(-(-width_of(line) // TITLE_LINE))
    target = width_of(line) / count
    about = line.find("关于")
    halves = [line[:about], line[about:]]
    if about > 0 and max(map(width_of, halves)) <= TITLE_LINE:
        return halves
    cut = min(range(1, len(line)), key=lambda at: _badness(line, at, target))
    return [line[:cut], *_broken(line[cut:])]


def _badness(line: str, at: int, target: float) -> float:
    before, after = line[at - 1], line[at]
    badness = abs(width_of(line[:at]) - target)
    if (before.isascii() and after.isascii()) or after == "年" or before == "第":
        badness += 10
    if after in NO_LINE_START or before in NO_LINE_END:
        badness += 10
    if before in "的和与、年及" or line[at : at + 2] in {"关于", "工作", "情况"}:
        badness -= 2
    return badness


def column_shares(table: Table) -> tuple[float, ...]:
    """The width of each column in percent: as the table says, else after its words.

    No column is narrower than its longest number or the four characters a heading is broken
    into; what remains is shared by how much each column would like.
    """
    if table.widths:
        return percent(table.widths)
    columns = list(_columns(table))
    least = [max(map(_unbreakable, column)) + CELL_EDGES for column in columns]
    liked = [min(18, max(map(width_of, column))) + CELL_EDGES for column in columns]
    more = [max(0, like - low) for like, low in zip(liked, least, strict=True)]
    room = max(0, TABLE_LINE - sum(least))
    given = [
        low + room * (want / sum(more) if any(more) else 1 / len(more))
        for low, want in zip(least, more, strict=True)
    ]
    return percent(given)


def percent(widths) -> tuple[float, ...]:
    """Shares of a line in percent."""
    return tuple(round(100 * width / sum(widths), 1) for width in widths)


def _unbreakable(text: str) -> float:
    """The cells a table column needs at least for this text."""
    words = max(map(width_of, re.findall(r"[!-~]+", text)), default=0) * 1.3  # % and A are wide
    return max(words, min(4, width_of(text)))


def rows_of(table: Table) -> list[list[tuple[str, bool]]]:
    """Each cell with whether it stands flush left: the columns that hold sentences do, but not
    the dash of one that holds nothing."""
    bodies = zip(*table.rows, strict=True) if table.rows else ()
    wordy = [any(width_of(cell) > 14 for cell in column) for column in bodies]
    return [[(c, w and c != "—") for c, w in zip(row, wordy, strict=True)] for row in table.rows]


def _columns(table: Table):
    return zip(table.head, *table.rows, strict=True)


def is_wordy(cell: Cell) -> bool:
    """Whether a box of a form sheet reads as paragraphs, each set in by two characters."""
    lines = [] if cell.is_label else cell.text.splitlines()
    return any(width_of(line) > 2 * FACT_LINE for line in lines) or (
        len(lines) > 1 and any(width_of(line) > FACT_LINE for line in lines)
    )


def may_break(row: tuple[Cell, ...]) -> bool:
    """Whether a row of a form sheet may go on overleaf: only one of many lines."""
    return max(map(_lines_of, row)) > WHOLE_ROW


def padded_lines(cell: Cell) -> list[str]:
    """The lines of its text as typed, and empty ones for the room it keeps."""
    lines = cell.text.splitlines() or [""]
    return lines + [""] * (cell.lines - sum(map(_printed_lines, lines)))


def _lines_of(cell: Cell) -> int:
    """The lines a box takes at least, were it as wide as the sheet."""
    return sum(map(_printed_lines, padded_lines(cell))) + bool(cell.foot)


def _printed_lines(line: str) -> int:
    """Into how many lines a typed one is broken in a wide box."""
    return max(1, ceil(width_of(line) / FACT_LINE))


def signature_width(body: str, day: str) -> float:
    """Cells the signature needs: the date starts two cells right of the body's first character.

    The wider of the two ends two cells before the right edge (GB/T 9704-2012, 7.3.5.2).
    """
    return max(width_of(body), width_of(day) + 2)


def organ_size(organ: str, largest: int = 42) -> int:
    """The size in points of the red mark (发文机关标志): the largest that keeps it in one line."""
    room = 156 / 25.4 * 72
    sizes = (42, 36, 32, 28, 26, 24)
    fits = (size for size in sizes if size <= largest and width_of(organ) * size <= room)
    return next(fits, 22)
