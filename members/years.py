"""The year a person works in: everything below the frame's year switch is of this year."""

from django.http import HttpRequest

from cppcc import clock

FIRST, LAST = 1990, 2100


def working_year(request: HttpRequest) -> int:
    """The year chosen in the session, else this one."""
    session = getattr(request, "session", {})
    return session.get("year") or clock.today().year
