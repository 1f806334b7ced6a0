"""The obligation board (履职义务一览): a township's members beside what the year asks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counties.choosing import shows_township, township_filter
from cppcc import clock, periods
from cppcc.clock import working_year
from cppcc.exports import exported
from members.models import Membership
from summaries.exports import board_fields
from summaries.obligations import board


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """One township's members; who sees several chooses one; a member sees the own row."""
    year = working_year(request)
    filters, chosen = township_filter(request)
    township = chosen or request.user.acting.township
    context = {
        "filters": filters,
        "township": township,
        "shows_townships": shows_township(request) and filters,
        "on": clock.today(),
    }
    if township:
        span = periods.year(year)
        members = Membership.objects.visible_to(request.user).kept_by(request.user)
        members = members.in_township(township.pk).serving(span.first, span.last).for_list()
        shown = context["board"] = board(township, members, year, clock.today())
        title = f"{township}{year}年委员履职一览"
        if table := exported(request, title, board_fields(shown), shown.rows):
            return table
    return render(request, "summaries/board.html", context)
