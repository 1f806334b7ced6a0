"""Figures (指标): the one place where the year is counted.

A figure is a named count over the records. The first page, a task's progress, the summary's
tokens and the county's table all read the same figure, so they cannot disagree, and every figure
leads to the records it counts. Apps declare theirs in `<app>/figures.py` and `register()` them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.db.models import Aggregate, Count, Model, QuerySet, Value
from django.urls import reverse

from cppcc.periods import chinese_date

Number = int | float | None
# What a name ends in, left out where the number itself is said: 集中学习次数, 集中学习4次.
ENDINGS = ("次数", "件数", "篇数", "条数", "人数", "人次", "数")
NUMBER_OF_RECORDS = Count("pk", distinct=True)
REGISTRY: dict[str, "Figure | Ratio"] = {}
Days = tuple[date, date]  # the first and the last, both included


class Told:
    """What a figure and a quotient share: how they are told of one person (集中学习3次 rather than
    集中学习出席人次3人次), and what may be asked of them."""

    name: str
    unit: str
    member_name: str

    def judge_target(self, number: int) -> str:
        """Why this number cannot be reached, in words; a share ends at 100."""
        too_much = self.unit == "%" and number > 100
        return f"“{self.name}”是百分比，最多填 100。" if too_much else ""

    @property
    def own_name(self) -> str:
        return self.member_name or self.name

    @property
    def own_unit(self) -> str:
        return "次" if self.unit == "人次" else self.unit


@dataclass(frozen=True)
class Figure(Told):
    """A count over records: what `records(first, last)` holds, grouped by the `paths` to owners.

    Work counts once, on the day that makes it a fact: an activity when it is held, a proposal
    when it is submitted. `additive`: the quarters add up to the year (a roster does not).
    `of_kinds`: it counts records of these kinds only. `member_name` is what it is called where one
    member's work is told; one that `only_divides` is told there by its quotient alone.
    """

    key: str
    name: str
    unit: str
    explanation: str
    records: Callable[[date, date], QuerySet] = field(repr=False)
    paths: Mapping[str, str]
    measure: Aggregate = NUMBER_OF_RECORDS
    additive: bool = True
    must_hold: bool = False
    of_kinds: frozenset[str] = frozenset()
    member_name: str = ""
    only_divides: bool = False

    def grouped(self, level: str, owners: Iterable[int], first: date, last: date) -> dict:
        """{owner: number} in one query, however many owners; one without records counts 0."""
        return self.in_periods(level, owners, [(first, last)])[0]

    def in_periods(
        self, level: str, owners: Iterable[int], periods: Sequence[Days]
    ) -> list[dict[int, Number]]:
        """What `grouped` gives for each of the periods, in one query for them all."""
        return _counted([self], level, list(owners), periods)[self.key]

    @property
    def parts(self) -> tuple["Figure", ...]:
        """What is counted for it."""
        return (self,)

    def told(self, counted: dict[str, list[dict]]) -> list[dict[int, Number]]:
        """Its numbers in each of the periods, out of what was counted for its parts."""
        return counted[self.key]

    def rows(self, level: str, owners: list[int], periods: Sequence[Days]) -> Iterator[QuerySet]:
        """One grouped query for each of the periods: (owner, number, key, position)."""
        for position, days in enumerate(periods):
            of_days = self._of(level, owners, *days).order_by().values_list(self.paths[level])
            yield of_days.annotate(
                number=self.measure, figure_key=Value(self.key), period=Value(position)
            )

    def evidence(self, level: str, owner: int, first: date, last: date) -> QuerySet:
        """The records behind the number."""
        return self._of(level, [owner], first, last).distinct()

    def _of(self, level: str, pks: list[int], first: date, last: date) -> QuerySet:
        """The owners' records; the county is named too, because every index starts with it."""
        limits: dict[str, Any] = {f"{self.paths[level]}__in": pks}
        if level != "county":
            limits["county__in"] = owners(level).filter(pk__in=pks).values("county")
        return self.records(first, last).filter(**limits)


@dataclass(frozen=True)
class Ratio(Told):
    """A quotient of two figures; its number is None where the lower one is 0.

    As a percentage it is a whole number, else it has one decimal. It is cut, never rounded up
    (只舍不入), so that 1.97 proposals a member do not read as the two that were promised.
    `must_hold`: a rate that can fall again, so that it is reached only when the time is over.
    """

    key: str
    name: str
    unit: str
    explanation: str
    over: Figure
    under: Figure
    additive: bool = False
    must_hold: bool = False
    member_name: str = ""
    only_divides: bool = False

    @property
    def paths(self) -> Mapping[str, str]:
        return {k: v for k, v in self.over.paths.items() if k in self.under.paths}

    def grouped(self, level: str, owners: Iterable[int], first: date, last: date) -> dict:
        return self.in_periods(level, owners, [(first, last)])[0]

    def in_periods(
        self, level: str, owners: Iterable[int], periods: Sequence[Days]
    ) -> list[dict[int, Number]]:
        return self.told(_counted(self.parts, level, list(owners), periods))

    @property
    def parts(self) -> tuple[Figure, ...]:
        return (self.over, self.under)

    def told(self, counted: dict[str, list[dict]]) -> list[dict[int, Number]]:
        both = zip(counted[self.over.key], counted[self.under.key], strict=True)
        return [{pk: self._quotient(over[pk], under[pk]) for pk in over} for over, under in both]

    def _quotient(self, over, under) -> Number:
        if not under:
            return None
        return 100 * over // under if self.unit == "%" else 10 * over // under / 10

    def evidence(self, level: str, owner: int, first: date, last: date) -> QuerySet:
        return self.over.evidence(level, owner, first, last)


def register(*figures: Figure | Ratio) -> None:
    """Make figures known by key. Two of one key or one name are a programming error."""
    names = {figure.name for figure in REGISTRY.values()}
    for figure in figures:
        if figure.key in REGISTRY or figure.name in names:
            raise ValueError(f"figure {figure.key} ({figure.name}) is already registered")
        REGISTRY[figure.key] = figure
        names.add(figure.name)


def by_name() -> dict[str, Figure | Ratio]:
    """The figures by the Chinese name that a token 〔…〕 carries."""
    return {figure.name: figure for figure in REGISTRY.values()}


def choices(level: str = "township") -> list[tuple[str, str]]:
    """Key and name of every figure that can be counted for a `level` of owner."""
    return [(f.key, f"{f.name}（{f.unit}）") for f in REGISTRY.values() if level in f.paths]


def of_member() -> list[Figure | Ratio]:
    """Every figure that can be told of one member: what a duty file consists of."""
    return [one for one in REGISTRY.values() if "member" in one.paths and not one.only_divides]


def model_of(figure: Figure | Ratio) -> type[Model]:
    """The model of the records that a figure counts; of a quotient, those above the line."""
    return figure.parts[0].records(date.min, date.max).model


def counting(model: type[Model], kind: str = "") -> set[str]:
    """The keys of the figures that count records of a model; for one of a kind, those that count
    just that kind (not 开展活动次数, which counts every activity)."""
    return {
        key
        for key, figure in REGISTRY.items()
        if model_of(figure) is model and kind in (figure.parts[0].of_kinds or {""})
    }


def measure(keys: Iterable[str], level: str, owners: Iterable[int], first: date, last: date):
    """What `owners` did from `first` to `last`, both included: {key: {owner: number}}."""
    found = measure_periods(keys, level, owners, [(first, last)])
    return {key: numbers for key, [numbers] in found.items()}


def measure_periods(
    keys: Iterable[str], level: str, owners: Iterable[int], periods: Sequence[Days]
) -> dict[str, list[dict[int, Number]]]:
    """What `owners` did in each of the periods, in one query however many figures they are."""
    wanted = {key: REGISTRY[key] for key in keys}
    parts = {part.key: part for figure in wanted.values() for part in figure.parts}
    counted = _counted(parts.values(), level, list(owners), periods)
    return {key: figure.told(counted) for key, figure in wanted.items()}


def _counted(
    parts: Iterable[Figure], level: str, owners: list[int], periods: Sequence[Days]
) -> dict[str, list[dict[int, Number]]]:
    """{key: [{owner: number} of each period]}; an owner without records counts 0."""
    parts = list(parts)
    found: dict[str, list[dict[int, Number]]] = {
        part.key: [dict.fromkeys(owners, 0) for _ in periods] for part in parts
    }
    queries = [query for part in parts for query in part.rows(level, owners, periods)]
    if not queries:
        return found
    first, *others = queries
    for owner, number, key, position in first.union(*others, all=True) if others else first:
        found[key][position][owner] = number or 0
    return found


def owners(level: str) -> QuerySet:
    """All owners of a level; whoever shows something to a user goes on with `visible_to`."""
    return apps.get_model(settings.FIGURE_OWNERS[level]).objects.all()


def link(key: str, level: str, owner: int, first: date, last: date) -> str:
    """The page that lists the records behind a figure."""
    query = {"level": level, "owner": owner, "first": first, "last": last}
    return f"{reverse('figure', args=[key])}?{urlencode(query)}"


def quantity(figure: "Figure | Ratio", number: Number) -> str:
    """So much of what, as one says it: 集中学习4次, 走访覆盖率100%."""
    name = next((figure.name.removesuffix(e) for e in ENDINGS if figure.name.endswith(e)), "")
    return f"{name or figure.name}{show(number)}{figure.unit}"


def show(number: Number) -> str:
    """A number as people write it; what cannot be counted is a dash."""
    if number is None:
        return "—"
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def lines(records: Iterable) -> list[str]:
    """The records behind a figure as lines: its day, if it has one, and its name.

    Records that answer `evidence_parts()` with an occasion and a name (such as attendance) share
    the line of their occasion when they follow each other.
    """
    told: list[tuple[str, list[str]]] = []
    for record in records:
        if not hasattr(record, "evidence_parts"):
            told.append((dated(record), []))
            continue
        occasion, name = record.evidence_parts()
        if not (told and told[-1][0] == occasion and told[-1][1]):
            told.append((occasion, []))
        told[-1][1].append(name)
    return [f"{what}：{'、'.join(names)}" if names else what for what, names in told]


def dated(record) -> str:
    on = getattr(record, "on", None)
    return f"{chinese_date(on)} {record}" if on else str(record)
