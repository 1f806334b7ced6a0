"""Tables and form sheets of a paper."""

from dataclasses import dataclass


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

    def __post_init__(self) -> None:
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

    def __post_init__(self) -> None:
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


def label(text: str, *, across: int = 1, down: int = 1) -> Cell:
    """The name of a box of a form sheet."""
    return Cell(text, is_label=True, across=across, down=down)


def facts(rows: tuple[tuple[str, str], ...]) -> Sheet:
    """A form sheet of two columns: a label and its value in each row; a value may have lines."""
    return Sheet((41, 159), tuple((label(name), Cell(value)) for name, value in rows))
