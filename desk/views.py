"""What a person sees first, and the county's view of its townships."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cppcc import clock
from cppcc.exports import exported
from desk import glance, todo
from desk.overview import may_oversee, overview_fields, table
from members.years import working_year

SHOWN = 8  # lines of the to-do list before the rest is folded


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What waits, how the year stands, what is near; what waits ignores the year switch."""
    today, user = clock.today(), request.user
    waiting = todo.waiting_for(user, today)
    context = {
        "todos": waiting[:SHOWN],
        "more": waiting[SHOWN:],
        "bars": glance.bars_of(user, working_year(request)),
        "near": glance.near(user, today),
        "steps": glance.first_steps(user),
        "may_oversee": may_oversee(user),
    }
    return render(request, "desk/home.html", context)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every township beside the same figures of the working year; nobody is ranked."""
    if not may_oversee(request.user):
        raise PermissionDenied
    year = working_year(request)
    shown = table(request.user, year, clock.today())
    rows = [*shown.rows, shown.total]
    if file := exported(request, f"{year}年全县一览", overview_fields(shown), rows):
        return file
    context = {"table": shown}
    return render(request, "desk/overview.html", context)
