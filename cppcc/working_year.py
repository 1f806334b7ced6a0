"""The year a person works in: all below the frame's year switch is of it."""

from django.http import HttpRequest

from cppcc import clock

FIRST_YEAR, LAST_YEAR = 1990, 2100  # what a person may choose


def working_year(request: HttpRequest) -> int:
    """The year chosen in the session, else this one."""
    session = getattr(request, "session", {})
    return session.get("year") or clock.today().year
