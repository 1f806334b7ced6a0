"""The audit trail of a county, for its audit administrator (审计管理员)."""

import csv

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from accounts.audit_words import shown
from accounts.forms.audit import AuditFilterForm
from cppcc import audit, clock
from cppcc.audit import AuditEvent
from cppcc.exports import harmless

COLUMNS = "时间 姓名 身份 乡镇编号 动作 对象 对象编号 事实日期 成功 详情".split()


def _filtered(request: HttpRequest, data):
    if not audit.is_read_by(request.user):
        raise PermissionDenied
    events = AuditEvent.objects.visible_to(request.user)
    form = AuditFilterForm(data or None, user=request.user)
    if form.is_bound and form.is_valid():
        events = events.matching(**form.cleaned_data)
    return form, events.order_by("-recorded_at", "-pk")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What was done, newest first; filters stand in the address."""
    form, events = _filtered(request, request.GET)
    page = Paginator(events, 50).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": [shown(event) for event in page],
        "clear": request.path if request.GET else "",
    }
    return render(request, "accounts/audit.html", context)


@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """The filtered rows as CSV; taking them along leaves a row, too."""
    _, events = _filtered(request, request.POST)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"audit-{clock.today():%Y%m%d}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.write("\ufeff")
    rows = csv.writer(response)
    rows.writerow(COLUMNS)
    number = 0
    for event in events.iterator(chunk_size=2000):
        rows.writerow([harmless(str(value)) for value in shown(event).values()])
        number += 1
    audit.record("export_audit", by=request.user, rows=number)
    return response
