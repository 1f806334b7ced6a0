"""The duty file (履职档案) of one member and term: derived from the records, typed by nobody.

It consists of the figures that can be told of one member. Those that count the same kind of
records stand in one chapter with these records below, so that a new record joins by its figure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cppcc import figures, periods
from members.models import Membership


@dataclass(frozen=True)
class Number:
    """One figure of the member: what is printed for each period, and where it leads."""

    name: str
    unit: str
    explanation: str
    cells: tuple[tuple[str, str, str], ...]  # the period, the number in words, its records' page


@dataclass(frozen=True)
class Entry:
    """A record behind the numbers, with the names of the figures that count it."""

    on: date | None
    text: str
    url: str
    counted_in: tuple[str, ...]


@dataclass(frozen=True)
class Chapter:
    """The figures that count one kind of records, and the records of the period that is told."""

    title: str
    numbers: tuple[Number, ...]
    entries: tuple[Entry, ...]
    is_empty: bool  # nothing to tell of any period

    @property
    def tells_what_counts(self) -> bool:
        """Whether it is worth saying which figures count a record: there are several."""
        return len(self.numbers) > 1


@dataclass(frozen=True)
class DutyFile:
    membership: Membership
    periods: tuple[periods.Period, ...]  # the years of the term, then the term as a whole
    told: periods.Period  # whose records are listed
    chapters: tuple[Chapter, ...]  # with something to tell
    blank: tuple[str, ...]  # the titles of those without


def periods_of(membership: Membership, on: date) -> tuple[periods.Period, ...]:
    """The years of the term up to `on`, as far as the member served, and the term as a whole."""
    term = membership.term
    first = max(term.first_on, min(membership.joined_on, term.last_on)).year
    ends = [term.last_on, membership.left_on or term.last_on, max(on, date(first, 1, 1))]
    years = tuple(periods.year(number) for number in range(first, min(ends).year + 1))
    years = years or (periods.year(first),)
    return *years, periods.Period("本届", years[0].first, years[-1].last)


def told_of(spans: tuple[periods.Period, ...], year: int, *, whole: bool) -> periods.Period:
    """Whose records are listed: the term's, or those of the year (else of the term's last)."""
    if whole:
        return spans[-1]
    years = spans[:-1]
    return next((one for one in years if one.first.year == year), years[-1])


def file_of(
    membership: Membership, spans: tuple[periods.Period, ...], told: periods.Period, user
) -> DutyFile:
    """The member's file as far as `user` may see its records: two queries a figure at most,
    however many records and years."""
    kinds: dict = {}
    for figure in figures.of_member():
        kinds.setdefault(figures.model_of(figure), []).append(figure)
    chapters = [
        _chapter(kind, counting, membership, spans, told, user) for kind, counting in kinds.items()
    ]
    return DutyFile(
        membership=membership,
        periods=spans,
        told=told,
        chapters=tuple(one for one in chapters if not one.is_empty),
        blank=tuple(one.title for one in chapters if one.is_empty),
    )


def _chapter(kind, counting, membership: Membership, spans, told, user) -> Chapter:
    days = [(one.first, one.last) for one in spans]
    counted = [(one, one.in_periods("member", [membership.pk], days)) for one in counting]
    return Chapter(
        title=kind._meta.verbose_name,
        numbers=tuple(
            _number(figure, numbers, membership.pk, spans) for figure, numbers in counted
        ),
        entries=tuple(_entries(kind, counting, membership.pk, told, user)),
        is_empty=not any(one[membership.pk] for _, numbers in counted for one in numbers),
    )


def _number(figure, numbers, pk: int, spans) -> Number:
    return Number(
        name=figure.own_name,
        unit=figure.own_unit,
        explanation=figure.explanation,
        cells=tuple(
            (
                span.name,
                figures.show(of[pk]),
                figures.link(figure.key, "member", pk, span.first, span.last),
            )
            for span, of in zip(spans, numbers, strict=True)
        ),
    )


def _entries(kind, counting: Iterable, pk: int, told: periods.Period, user) -> list[Entry]:
    """The records behind the figures, each once, by their days."""
    visible = kind.objects.visible_to(user).values("pk")
    found: dict[int, tuple] = {}
    for figure in counting:
        if isinstance(figure, figures.Ratio):  # its records stand under the figure it divides
            continue
        evidence = figure.evidence("member", pk, told.first, told.last)
        for record in evidence.filter(pk__in=visible).for_evidence():
            found.setdefault(record.pk, (record, []))[1].append(figure.own_name)
    entries = [
        Entry(
            on=getattr(record, "on", None),
            text=getattr(record, "headline", "") or str(record),
            url=record.get_absolute_url(),
            counted_in=tuple(names),
        )
        for record, names in found.values()
    ]
    return sorted(entries, key=lambda one: (one.on or date.max, one.text))
