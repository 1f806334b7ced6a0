"""What apps further right lay beside the plan's days: what is done, and what is planned.

Activities name the task they fulfil, though plans/ knows no activities: the right app says in
`<app>/agenda.py` what it keeps, and whoever draws a plan or a calendar asks here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

SOURCES: list[Callable[..., Iterable["Entry"]]] = []


@dataclass(frozen=True)
class Entry:
    """Something of one day; `is_done`: it took place. `task_id` is the task it fulfils,
    `who` presides or speaks.

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


def keeps(source: Callable[..., Iterable[Entry]]) -> None:
    """`source(user, first, last)` gives what `user` may see of these days, in one query."""
    SOURCES.append(source)


def between(user, first: date, last: date) -> list[Entry]:
    """All that apps know of these days, the earliest first: one query an app."""
    found = [entry for source in SOURCES for entry in source(user, first, last)]
    return sorted(found, key=lambda one: (one.on, one.key))
