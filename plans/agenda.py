"""What apps further right lay beside the plan: what stands in the calendar, and what was done.

Records name the task they fulfil, though plans/ knows none of them: the right app says in
`<app>/agenda.py` what it keeps, and whoever draws a plan or a calendar asks here. In the calendar
stands what people plan and attend; a visit or an article is a deed of its task only.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db.models import Exists, OuterRef, QuerySet

from plans.models import FulfilsTask, PlanTask

SOURCES: list[Callable[..., Iterable["Entry"]]] = []
DEEDS: list[QuerySet] = []


@dataclass(frozen=True)
class Entry:
    """Something of one day; `is_done`: it took place. `task_id` is the task it fulfils,
    `who` presides or speaks.

    `of` says whose it is where `what` alone does not: the task of a day of the plan.
    `key` tells entries apart for ever: calendars of other programs keep it.
    """

    key: str
    on: date
    what: str
    url: str
    word: str
    is_done: bool = False
    task_id: int | None = None
    place: str = ""
    who: str = ""
    form: str = ""
    of: str = ""


def keeps(source: Callable[..., Iterable[Entry]]) -> None:
    """`source(user, first, last)` gives what `user` may see of these days, in one query."""
    SOURCES.append(source)


def counts(records: QuerySet) -> None:
    """All records of one kind that are deeds: what was really done or handed in."""
    DEEDS.append(records)


def between(user, first: date, last: date) -> list[Entry]:
    """All that stands in the calendar of these days, the earliest first: one query an app."""
    found = [entry for source in SOURCES for entry in source(user, first, last)]
    return sorted(found, key=lambda one: (one.on, one.key))


def done_for(tasks: Collection[PlanTask], user) -> list[FulfilsTask]:
    """What was done for these tasks, the earliest first: one query a kind of record.

    A task stands the same whoever looks, so all of it is here; `is_seen` says of each whether
    `user` may see it. A record is of the township of its task; the indexes start with that.
    """
    named = {
        "county__in": {task.county_id for task in tasks},
        "township__in": {task.township_id for task in tasks},
        "task__in": [task.pk for task in tasks],
    }
    kinds = (_with_gate(records, user).filter(**named).order_by("pk") for records in DEEDS)
    return sorted(chain.from_iterable(kinds), key=lambda one: one.on)


def _with_gate(records: QuerySet, user) -> QuerySet:
    seen = records.model.objects.visible_to(user).filter(pk=OuterRef("pk"))
    return records.annotate(is_seen=Exists(seen))
