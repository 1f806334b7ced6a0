"""What a person sees first, the county's view of its townships, and sample papers."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cppcc import clock
from cppcc.clock import working_year
from cppcc.documents.html import render_html
from cppcc.exports import exported
from cppcc.papers import Format, paper_response
from desk import glance, todo
from desk.overview import may_oversee, overview_fields, table
from desk.samples import GROUPS, Sample, may_see_samples

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
        "may_see_samples": may_see_samples(user),
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


@require_safe
def samples(request: HttpRequest) -> HttpResponse:
    """Every sample paper (样张) with what it is for."""
    _check_samples(request)
    return render(request, "desk/samples.html", {"groups": GROUPS})


@require_safe
def sample(request: HttpRequest, sample: Sample) -> HttpResponse:
    """One sample paper on the screen."""
    _check_samples(request)
    context = {"sample": sample, "paper": render_html(sample.make())}
    return render(request, "desk/sample.html", context)


@require_safe
def sample_file(request: HttpRequest, sample: Sample, suffix: Format) -> HttpResponse:
    _check_samples(request)
    county, back = request.user.acting.county, reverse("desk:sample", args=[sample])
    name = f"{sample.name}（样张）"
    return paper_response(request, county, sample.make(), suffix, name=name, back=back)


def _check_samples(request: HttpRequest) -> None:
    if not may_see_samples(request.user):
        raise PermissionDenied
