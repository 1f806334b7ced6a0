"""The obligation board (履职义务一览): every member beside what the year asks of them.

What is asked are the county's yearly targets for a member; what was done are the figures that can
be told of a member. Nobody is ranked: rows stand in the order of names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counties.models import Township
from cppcc import figures, periods
from directives import asked
from members.models import Membership
from plans.progress import TONES, share_of_year, tone

# What falls due in equal parts in every quarter (docs/domain.md, the year), not by its end.
QUARTERLY = {"studies_attended"}


@dataclass(frozen=True)
class Duty:
    """An obligation of every member: a figure and the number to reach in the year."""

    figure: figures.Figure | figures.Ratio
    target: int

    @property
    def name(self) -> str:
        return self.figure.own_name

    @property
    def unit(self) -> str:
        return self.figure.own_unit

    @property
    def a_quarter(self) -> int:
        """How much of it is due in each quarter; 0 where only the year counts."""
        return self.target // 4 if self.figure.key in QUARTERLY else 0


@dataclass(frozen=True)
class Cell:
    """What one member did of one duty, what is still missing (`lack`), and how that stands."""

    duty: Duty
    number: figures.Number
    target: int
    url: str
    lack: str
    tone: str

    @property
    def shown(self) -> str:
        return f"{figures.show(self.number)}/{self.target}"

    @property
    def mark(self) -> str:
        return TONES[self.tone][0] if self.tone else ""

    @property
    def title(self) -> str:
        word = TONES[self.tone][1] if self.tone else "还在年内"
        told = f"{self.duty.name}{figures.show(self.number)}{self.duty.unit}，应{self.target}"
        return "，".join(filter(None, [f"{told}{self.duty.unit}", word, self.lack]))


@dataclass(frozen=True)
class Row:
    membership: Membership
    cells: tuple[Cell, ...]

    @property
    def lacks(self) -> list[str]:
        """What this member still lacks, in words."""
        return [cell.lack for cell in self.cells if cell.lack]


@dataclass(frozen=True)
class Board:
    duties: tuple[Duty, ...]
    rows: tuple[Row, ...]


def board(township: Township, memberships: Iterable[Membership], year: int, on: date) -> Board:
    """The rows of one township's members: one query a figure, however many members."""
    memberships = list(memberships)
    duties = tuple(
        Duty(figures.REGISTRY[key], target)
        for key, target in asked.of_township(township, year).member.items()
        if "member" in getattr(figures.REGISTRY.get(key), "paths", ())
    )
    owners = [one.pk for one in memberships]
    spans = (periods.year(year), *periods.quarters(year))
    counted = {
        duty.figure.key: duty.figure.in_periods(
            "member", owners, [(one.first, one.last) for one in spans]
        )
        for duty in duties
    }
    rows = tuple(
        Row(one, tuple(_cell(duty, one, counted[duty.figure.key], spans, on) for duty in duties))
        for one in memberships
    )
    return Board(duties, rows)


def _cell(duty: Duty, membership: Membership, counted, spans, on: date) -> Cell:
    """`counted` are the numbers of the year and of its quarters, as `spans` are their days."""
    year, *quarters = spans
    of_year, *of_quarters = (numbers[membership.pk] for numbers in counted)
    owed = [
        (quarter, number)
        for quarter, number in zip(quarters, of_quarters, strict=True)
        if membership.joined_on <= quarter.last
        and not (membership.left_on and membership.left_on < quarter.first)
    ]
    is_whole = not duty.a_quarter or len(owed) == len(quarters)
    target = duty.target if is_whole else duty.a_quarter * len(owed)
    short = [quarter for quarter, number in owed if number < duty.a_quarter]
    share = share_of_year(year, on)
    return Cell(
        duty=duty,
        number=of_year,
        target=target,
        url=figures.link(duty.figure.key, "member", membership.pk, year.first, year.last),
        lack=_lack(duty, of_year or 0, target, short),
        tone=_tone_of_quarters(short, on, share) if short else tone(of_year, target, share),
    )


def _lack(duty: Duty, number, target: int, short: list[periods.Period]) -> str:
    """What is missing, in words: 还差提案1件, or the quarters that went without."""
    if short:
        which = "、".join(quarter.name[1:-2] for quarter in short)
        return f"还差第{which}季度{duty.name}"
    if number < target:
        missing = figures.show(round(target - number, 1))
        return f"还差{duty.name}{missing}{duty.unit}"
    return ""


def _tone_of_quarters(short: list[periods.Period], on: date, share: float) -> str:
    """A quarter that has passed without its part is behind; with the year over, not reached."""
    if share == 1:
        return "late"
    return "soon" if any(quarter.last < on for quarter in short) else ""
