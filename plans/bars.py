"""The tasks of a plan as bars over the year: what the server draws as one SVG.

Places along the year are percentages, so that the drawing keeps its letters whatever its width.
"""

from dataclasses import dataclass
from datetime import date

from cppcc import periods
from plans.standing import Mark, Standing

TOP = 28  # pixels for the months
ROW = 48
BAR = 30  # from the top of a row to its bar
EDGE = 98  # so that the last days of the year are drawn whole
LETTERS = 56  # of a task above its bar; a narrow drawing cuts them off


@dataclass(frozen=True)
class Month:
    name: str
    at: str
    middle: str


@dataclass(frozen=True)
class Diamond:
    """A day of the plan (时间节点) on its bar."""

    at: str
    mark: Mark


@dataclass(frozen=True)
class Bar:
    """A task: its span from the first day of work to the last of its days, and what is done."""

    standing: Standing
    label: str
    text_y: int
    y: int
    middle: int
    width: str
    done: str
    diamonds: tuple[Diamond, ...]
    deeds: tuple[str, ...]


@dataclass(frozen=True)
class Bars:
    height: int
    foot: int
    months: tuple[Month, ...]
    bars: tuple[Bar, ...]
    today: str


def place(year: periods.Period, on: date) -> float:
    """Where a day ends along the year, from 0 to 100."""
    days = (year.last - year.first).days + 1
    return 100 * ((on - year.first).days + 1) / days


def draw(standings: list[Standing], number: int, on: date) -> Bars:
    """The bars of one year; the line of today where today lies in it."""
    year = periods.year(number)
    bars = tuple(_bar(one, row, year) for row, one in enumerate(standings))
    height = TOP + ROW * len(bars) + 8
    months = tuple(_month(number, month) for month in range(1, 13))
    today = _percent(place(year, on)) if year.first <= on <= year.last else ""
    return Bars(height=height, foot=height - 4, months=months, bars=bars, today=today)


def _month(year: int, month: int) -> Month:
    start = 100 * (month - 1) / 12
    return Month(f"{month}月", _percent(start), _percent(start + 100 / 24))


def _bar(one: Standing, row: int, year: periods.Period) -> Bar:
    top = TOP + ROW * row
    last = max((mark.on for mark in one.marks), default=year.last)
    width = min(100.0, max(0.0, place(year, last)))
    text = one.task.text
    return Bar(
        standing=one,
        label=f"{text[:LETTERS]}…" if len(text) > LETTERS else text,
        text_y=top + 20,
        y=top + BAR,
        middle=top + BAR + 5,
        width=_percent(width),
        done=_percent(width * one.share),
        diamonds=tuple(
            Diamond(_percent(min(EDGE, place(year, mark.on))), mark) for mark in one.marks
        ),
        deeds=tuple(_percent(place(year, deed.on)) for deed in one.deeds),
    )


def _percent(share: float) -> str:
    return f"{share:.2f}%"
