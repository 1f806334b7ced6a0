"""The quarterly checks of a plan: opened, filled in, printed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cppcc import clock, periods
from cppcc.documents.html import render_html
from cppcc.once import acts_once
from cppcc.papers import docx_response, pdf_response
from cppcc.records import form_page
from plans import checking
from plans.forms.check import CheckForm
from plans.models import AnnualPlan, Check


@require_safe
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """The four quarters of a plan's year: checked, being filled in, or still to be checked."""
    plan = get_object_or_404(AnnualPlan.objects.visible_to(request.user), pk=pk)
    if not Check.is_kept_for(request.user):
        raise PermissionDenied
    checks = Check.objects.visible_to(request.user).of_year_of(plan)
    of_quarter = {check.quarter: check for check in checks}
    quarters = [
        (number, quarter, of_quarter.get(number), quarter.first <= clock.today())
        for number, quarter in enumerate(periods.quarters(plan.year), 1)
    ]
    context = {
        "plan": plan,
        "carried_out": plan.carried_out,
        "quarters": quarters,
        "may_open": Check.may_be_opened_for(plan, request.user),
    }
    return render(request, "plans/checks.html", context)


@require_POST
def create(request: HttpRequest, pk: int) -> HttpResponse:
    """Check a quarter: today's figures are frozen; one press where nothing is behind."""
    plan = get_object_or_404(AnnualPlan.objects.visible_to(request.user).for_detail(), pk=pk)
    if not Check.may_be_opened_for(plan, request.user):
        raise PermissionDenied
    quarter = request.POST.get("quarter", "")
    if quarter not in {"1", "2", "3", "4"}:
        raise Http404
    try:
        check = checking.open_check(plan, int(quarter), by=request.user)
    except ValidationError as error:
        messages.warning(request, error.message)
        return redirect("plans:checks", pk=pk)
    if check.finished_on:
        messages.success(request, "没有落后的任务，自查已完成。")
        return redirect(check)
    return redirect("plans:check_edit", pk=check.pk)


def _check(request: HttpRequest, pk: int) -> Check:
    return get_object_or_404(Check.objects.visible_to(request.user).for_detail(), pk=pk)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper of a check as it prints."""
    check = _check(request, pk)
    context = {
        "check": check,
        "paper": render_html(checking.document_of(check)),
        "may_edit": check.is_editable_by(request.user) and any(x.lacks for x in check.lines.all()),
    }
    return render(request, "plans/check.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Problem, measure and new date of each task behind."""
    check = _check(request, pk)
    if not check.is_editable_by(request.user):
        raise PermissionDenied
    form = CheckForm(request.POST or None, user=request.user, check=check)
    hint = "下面是落后的任务。逐项写明问题、整改措施和新的期限；数据已按自查那一天固定。"
    return form_page(request, form, heading=str(check), hint=hint, done="自查已完成。")


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    check = _check(request, pk)
    return pdf_response(request, check, checking.document_of(check))


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    check = _check(request, pk)
    return docx_response(request, check, checking.document_of(check))
