"""The scans of what was decided on paper: handed out, and kept where one came later."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from cppcc.attachments import attachment_response
from cppcc.once import acts_once
from cppcc.records import form_page
from plans.forms.act import ScanForm
from plans.models import AnnualPlan, PlanScan


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    scans = PlanScan.objects.visible_to(request.user)
    return attachment_response(request, get_object_or_404(scans, pk=pk))


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the scan of an approval on paper that was entered without one; the first one stays."""
    plans, given = AnnualPlan.objects.visible_to(request.user), ()
    if request.method == "POST":
        plans, given = plans.select_for_update(no_key=True), (request.POST, request.FILES)
    plan = get_object_or_404(plans, pk=pk)
    if not plan.is_kept_by(request.user):
        raise PermissionDenied
    if plan.unscanned is None:
        messages.warning(request, "这份计划现在没有缺扫描件的审定。")
        return redirect(plan)
    form = ScanForm(*given, user=request.user, plan=plan)
    return form_page(request, form, heading=f"补传审定扫描件：{plan}", done="扫描件已保存。")
