"""The board of a plan: its tasks as a table, by function, by person, over the year."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db import models

from cppcc import periods
from plans import agenda
from plans.models import AnnualPlan
from plans.standing import Standing

NOBODY = "未定责任人"
MOST = 2  # deeds of a task that are named in one quarter


class View(models.TextChoices):
    """The ways to look at a board; each is an address."""

    TABLE = "table", "任务表"
    FUNCTION = "function", "按职能"
    PERSON = "person", "按责任人"
    BARS = "bars", "进度图"
    MONTHS = "months", "月历"
    MEMBERS = "members", "各人日程"


@dataclass(frozen=True)
class Group:
    heading: str
    standings: tuple[Standing, ...]

    @property
    def told(self) -> str:
        """How many there are, and how many of them are done or late."""
        states = [one.state.label for one in self.standings]
        counts = {label: states.count(label) for label in ("已完成", "逾期")}
        more = "".join(f"，{label}{number}项" for label, number in counts.items() if number)
        return f"{len(states)}项{more}"


@dataclass(frozen=True)
class Happening:
    """A line of the year's calendar: a day of the plan, or an activity."""

    on: date
    what: str
    url: str
    word: str
    tone: str = ""


def by_function(standings: Iterable[Standing]) -> list[Group]:
    found = defaultdict(list)
    for one in standings:
        found[one.task.get_function_display()].append(one)
    return [Group(heading, tuple(those)) for heading, those in found.items()]


def by_person(standings: list[Standing]) -> list[Group]:
    """A task under each of those responsible for it: people, staff, groups, then nobody. Two of
    one name are two, told apart by their posts."""
    found, parties = defaultdict(list), {}
    for standing in standings:
        for party in standing.parties:
            parties.setdefault(party.key, party)
            found[party.key].append(standing)
    names = Counter(str(party) for party in parties.values())
    order = sorted(parties.items(), key=lambda item: item[0][0])  # as they come, kind by kind
    groups = [
        Group(party.told_apart if names[str(party)] > 1 else str(party), tuple(found[key]))
        for key, party in order
    ]
    nobody = tuple(one for one in standings if not one.parties)
    return groups + ([Group(NOBODY, nobody)] if nobody else [])


def by_month(plan: AnnualPlan, standings: list[Standing], user) -> list[tuple[str, list]]:
    """The twelve months with the plan's days and the activities of each."""
    year = periods.year(plan.year)
    entries = agenda.between(user, year.first, year.last)
    found = [*_days(standings), *(_of_entry(one) for one in entries)]
    return [(f"{m}月", _sorted(one for one in found if one.on.month == m)) for m in range(1, 13)]


def by_member(standings: list[Standing]) -> list[tuple[str, list[list[Happening]]]]:
    """For each person responsible the four quarters with the days and the deeds of their tasks."""
    rows = []
    for group in by_person(standings):
        days, quarters = _days(group.standings), []
        for quarter in range(4):
            done = [_done(one, quarter) for one in group.standings]
            due = [day for day in days if periods.quarter_of(day.on) == quarter]
            quarters.append(_sorted([*due, *chain(*done)]))
        rows.append((group.heading, quarters))
    return rows


def _done(one: Standing, quarter: int) -> Iterator[Happening]:
    """The deeds of a task in a quarter: those that are named, and how many they are."""
    deeds = tuple(deed for deed in one.deeds if periods.quarter_of(deed.on) == quarter)
    named = one.named(deeds, MOST)
    for deed in named:
        yield Happening(deed.on, deed.what, deed.url, "已办", "done")
    if len(named) < len(deeds):
        what = f"{one.progress.figure.name}等{len(deeds)}项"
        yield Happening(deeds[-1].on, what, one.progress.url, "已办", "done")


def _sorted(found: Iterable[Happening]) -> list[Happening]:
    return sorted(found, key=lambda one: one.on)


def _days(standings: Iterable[Standing]) -> list[Happening]:
    tones = {"已办": "done", "未办": "late", "未到": ""}
    return [
        Happening(
            mark.on, mark.text or one.title, f"#task-{one.task.pk}", mark.state, tones[mark.state]
        )
        for one in standings
        for mark in one.marks
    ]


def _of_entry(entry: agenda.Entry) -> Happening:
    return Happening(entry.on, entry.what, entry.url, entry.word, "done" if entry.is_done else "")
