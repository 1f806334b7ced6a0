"""What the frame of every page shows."""

from django.http import HttpRequest

from cppcc import clock
from members.years import working_year


def frame(request: HttpRequest) -> dict:
    user = getattr(request, "user", None)
    today = clock.today()
    year = working_year(request)
    return {
        "today": today,
        "clock_is_set": clock.is_set(),
        "year": year,
        "years": sorted({*range(today.year + 1, today.year - 5, -1), year}, reverse=True),
        "appointments": user.current_appointments if user and user.is_authenticated else [],
    }
