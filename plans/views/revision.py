"""A change after 审定: how it begins, what it changes, and what was kept of each 送审 and 审定."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from cppcc.documents.html import render_html
from cppcc.once import acts_once
from cppcc.papers import docx_response, pdf_response
from plans import services
from plans.models import AnnualPlan, PlanCopy


@acts_once
@require_POST
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a revision: a draft beside the approved plan, which stays in force."""
    plan = get_object_or_404(AnnualPlan.objects.visible_to(request.user).for_detail(), pk=pk)
    if not plan.is_kept_by(request.user):
        raise PermissionDenied
    try:
        revision = services.begin_revision(plan, by=request.user)
    except ValidationError as error:
        messages.warning(request, error.message)
        return redirect(plan)
    messages.success(request, "已建立调整稿，原计划继续执行。请修改任务，并写明调整原因。")
    return redirect(revision)


def _revision(request: HttpRequest, pk: int) -> AnnualPlan:
    """A revision that this user may see; a plan's first text changes nothing."""
    revisions = AnnualPlan.objects.visible_to(request.user).filter(revision__gt=0)
    return get_object_or_404(revisions.for_detail(), pk=pk)


@require_safe
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """The revision beside the plan it revises, part by part."""
    plan = _revision(request, pk)
    found = services.revised_content(plan)
    shows_all = "all" in request.GET
    context = {
        "plan": plan,
        "changes": found if shows_all else [one for one in found if one.is_changed],
        "shows_all": shows_all,
    }
    return render(request, "plans/changes.html", context)


@require_safe
def changes_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _revision(request, pk)
    return pdf_response(request, plan, services.document_of_changes(plan), name=f"{plan}说明")


@require_safe
def changes_docx(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _revision(request, pk)
    return docx_response(request, plan, services.document_of_changes(plan), name=f"{plan}说明")


def _copy(request: HttpRequest, pk: int) -> PlanCopy:
    kept = PlanCopy.objects.visible_to(request.user)
    return get_object_or_404(kept.select_related("plan__township", "event"), pk=pk)


@require_safe
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """What was sent or approved, as paper; it stays readable whatever the plan becomes."""
    kept = _copy(request, pk)
    context = {"copy": kept, "paper": render_html(services.document_of_copy(kept))}
    return render(request, "plans/copy.html", context)


@require_safe
def copy_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    kept = _copy(request, pk)
    return pdf_response(request, kept, services.document_of_copy(kept))
