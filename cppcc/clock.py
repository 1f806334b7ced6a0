"""The only clock of domain code: what day is it for the office, and which year does one work in?

Tests and the demonstration set it, by the setting CLOCK (from CPPCC_NOW, refused in production)
or, inside a process, by `at()`. The audit trail does not ask here: it keeps the server's own time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

FIRST_YEAR, LAST_YEAR = 1990, 2100  # what a person may choose to work in
_standing_at: ContextVar[datetime | None] = ContextVar("standing_at", default=None)


def now() -> datetime:
    """This instant, with its zone."""
    return _standing_at.get() or settings.CLOCK or timezone.now()


def today() -> date:
    """This day in the office's time zone, not in UTC: at 00:30 on 1 January it is the new year."""
    return timezone.localdate(now())


def machine_time() -> datetime:
    """The machine's own time, for sessions: they end in the demonstration too."""
    return timezone.now()


def is_set() -> bool:
    """Whether the clock stands still, as in the demonstration."""
    return (_standing_at.get() or settings.CLOCK) is not None


@contextmanager
def at(day: date) -> Iterator[None]:
    """Let it be nine in the morning of `day` inside the block."""
    instant = timezone.make_aware(datetime.combine(day, time(9)))
    token = _standing_at.set(instant)
    try:
        yield
    finally:
        _standing_at.reset(token)


def working_year(request: HttpRequest) -> int:
    """The year chosen in the session, else this one: all below the
    frame's year switch is of it."""
    session = getattr(request, "session", {})
    return session.get("year") or today().year
