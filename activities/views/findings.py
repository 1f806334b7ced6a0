"""What an inspection or a supervision found, entered on the activity's page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from activities.forms.finding import FindingForm
from activities.models import Activity, Finding
from cppcc.once import acts_once
from cppcc.records import form_page


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter one finding of the activity `pk`."""
    activities = Activity.objects.visible_to(request.user).for_evidence()
    activity = get_object_or_404(activities, pk=pk)
    if not activity.may_be_found_by(request.user):
        raise PermissionDenied
    form = FindingForm(request.POST or None, user=request.user, activity=activity)
    heading = f"登记问题和建议：{activity}"
    return form_page(request, form, heading=heading, done="问题和建议已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    findings = Finding.objects.visible_to(request.user).for_list()
    finding = get_object_or_404(findings.select_related("activity__kind", "follow_up"), pk=pk)
    activity = finding.activity
    if not activity.may_be_found_by(request.user):
        raise PermissionDenied
    form = FindingForm(request.POST or None, instance=finding, user=request.user, activity=activity)
    heading = f"修改问题和建议：{activity}"
    return form_page(request, form, heading=heading, done="问题和建议已保存。")
