"""Which points of the county stand in which township's plan."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cppcc.exports import exported
from directives.models import CountyPaper
from plans.exports import uptake_fields
from plans.models import AnnualPlan
from plans.uptake import uptake as uptake_of


@require_safe
def uptake(request: HttpRequest, pk: int) -> HttpResponse:
    """Townships × points of one paper, for the county, to which the plans are reported."""
    papers = CountyPaper.objects.visible_to(request.user).for_detail(request.user)
    paper = get_object_or_404(papers, pk=pk)
    if not AnnualPlan.are_awaited_by(request.user):
        raise PermissionDenied
    points, rows = list(paper.points.all()), uptake_of(paper, request.user)
    if table := exported(request, f"{paper}列入计划情况", uptake_fields(points), rows):
        return table
    context = {"paper": paper, "points": points, "rows": rows}
    return render(request, "plans/uptake.html", context)
