"""What everybody of the county may read of the plans, and the plan of studies."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cppcc.clock import working_year
from cppcc.documents.html import render_html
from cppcc.exports import exported
from cppcc.papers import docx_response, pdf_response
from plans import services, studies
from plans.exports import PLAN_FIELDS
from plans.models import AnnualPlan
from plans.published import published


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The plans of the working year that the townships of the county have published."""
    year = working_year(request)
    plans = published(request.user).filter(year=year).for_list()
    if table := exported(request, f"{year}年各乡镇公布的计划", PLAN_FIELDS[:3], plans):
        return table
    page = Paginator(plans, 30).get_page(request.GET.get("page"))
    return render(request, "plans/published.html", {"page": page})


@require_safe
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """A published plan as it was put on paper; how it is carried out is its township's."""
    plan = get_object_or_404(published(request.user).for_detail(), pk=pk)
    context = {"plan": plan, "paper": render_html(services.document_of(plan), links=False)}
    return render(request, "plans/read.html", context)


def _plan(request: HttpRequest, pk: int) -> AnnualPlan:
    return get_object_or_404(AnnualPlan.objects.visible_to(request.user).for_detail(), pk=pk)


@require_safe
def study_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    paper = studies.document_of(plan, request.user)
    return pdf_response(request, plan, paper, name=f"{plan.year}年度学习计划")


@require_safe
def study_docx(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    paper = studies.document_of(plan, request.user)
    return docx_response(request, plan, paper, name=f"{plan.year}年度学习计划")
