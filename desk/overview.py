"""The county's table: every township beside the same figures of one year (全县一览)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from counties import targets
from counties.models import Township
from counties.roles import Role
from cppcc import figures, periods
from cppcc.exports import Field
from desk.glance import KEY_FIGURES
from directives import asked
from plans import lateness
from plans.models import AnnualPlan, Check
from plans.progress import TONES, share_of_year, tone
from summaries.models import Report


@dataclass(frozen=True)
class Cell:
    """A number of one township, and how it stands beside the usual target."""

    name: str
    shown: str
    url: str
    tone: str = ""  # done, soon (behind the course of the year), late, or nothing to judge
    target: int | None = None  # this township's own, where it is not the usual one

    @property
    def mark(self) -> str:
        return TONES[self.tone][0]

    @property
    def word(self) -> str:
        return TONES[self.tone][1]


@dataclass(frozen=True)
class Row:
    name: str
    cells: tuple[Cell, ...]
    report: Report | None
    plan: AnnualPlan | None = None  # the one that the county has
    owed: lateness.Lateness | None = None  # of the plan that it has not
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Table:
    """The table of one year; `columns` are the figures with their usual targets."""

    columns: tuple[tuple[figures.Figure | figures.Ratio, int | None], ...]
    rows: tuple[Row, ...]
    total: Row


def may_oversee(user) -> bool:
    """Whether the townships of a county are this user's to compare."""
    return user.acting.role == Role.COUNTY


def table(user, year: int, on: date) -> Table:
    """Two queries a figure at most for all townships, and as many for the county's own row."""
    period = periods.year(year)
    townships = list(Township.objects.visible_to(user).order_by("name"))
    owners = [township.pk for township in townships]
    of_townships = figures.measure(KEY_FIGURES, "township", owners, period.first, period.last)
    county = user.acting.county_id
    of_county = figures.measure(KEY_FIGURES, "county", [county], period.first, period.last)
    reports = Report.objects.visible_to(user).filter(year=year, kind=Report.Kind.YEAR_END)
    of_township = {report.township_id: report for report in reports}
    checks = defaultdict(list)
    for check in Check.objects.visible_to(user).filter(year=year).for_list():
        checks[check.township_id].append(check)
    share = share_of_year(period, on)
    plans = AnnualPlan.objects.visible_to(user).reported_for(year)
    plan_of = {plan.township_id: plan for plan in plans}
    owed = {one.township.pk: one.lateness for one in lateness.missing(user, year, on)}
    goals = {pk: one.of_body() for pk, one in asked.of_townships(county, year, owners).items()}
    usual = targets.of_county(county, year).of_body()
    rows = tuple(
        Row(
            township.name,
            _cells(of_townships, "township", township.pk, period, goals[township.pk], usual, share),
            of_township.get(township.pk),
            plan_of.get(township.pk),
            owed.get(township.pk),
            tuple(checks[township.pk]),
        )
        for township in townships
    )
    total = Row("全县", _cells(of_county, "county", county, period, {}, {}, None), None)
    columns = tuple((figures.REGISTRY[key], usual.get(key)) for key in KEY_FIGURES)
    return Table(columns, rows, total)


def overview_fields(table: Table) -> tuple[Field, ...]:
    """The table's columns, as a file has them."""
    numbers = (
        Field(f"{figure.name}（{figure.unit}）", lambda row, at=at: row.cells[at].shown)
        for at, (figure, _) in enumerate(table.columns)
    )
    report = Field("年终总结", lambda row: row.report.get_status_display() if row.report else "")
    return (Field("乡镇", lambda row: row.name, 20), *numbers, report)


def _cells(numbers, level: str, owner: int, period, goals, usual, share) -> tuple[Cell, ...]:
    """The numbers of one owner, judged by its `goals`; `usual` are those above the columns."""
    return tuple(
        Cell(
            name=figures.REGISTRY[key].name,
            shown=figures.show(numbers[key][owner]),
            url=figures.link(key, level, owner, period.first, period.last),
            tone=tone(numbers[key][owner], goals.get(key), share),
            target=goals.get(key) if goals.get(key) != usual.get(key) else None,
        )
        for key in KEY_FIGURES
    )
