"""The target sheets that the county hands down at the start of a year (年初下达目标)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counties import targets
from counties.models import County, Township
from cppcc.clock import working_year
from cppcc.once import acts_once
from cppcc.papers import docx_response, pdf_response
from cppcc.records import act_page, form_page, road
from directives import sheets
from directives.forms.sheets import SHEET_FORMS, SheetForm
from directives.models import TargetSheet
from directives.workflow import SheetAction, SheetStatus


@require_POST
def create(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the sheet of the working year for one township, with the county's numbers."""
    township = get_object_or_404(Township.objects.visible_to(request.user), pk=pk)
    if not township.is_editable_by(request.user):
        raise PermissionDenied
    return redirect(sheets.draft(township, working_year(request), by=request.user))


@require_POST
def create_all(request: HttpRequest) -> HttpResponse:
    """Draft the sheets of all townships that have none yet."""
    County.require_keeper(request.user)
    made = sheets.draft_all(working_year(request), by=request.user)
    messages.success(request, f"已拟定{made}份目标任务书，数字是全县的，可以逐个修改后再下达。")
    return redirect("townships:index")


@require_POST
def hand_down_all(request: HttpRequest) -> HttpResponse:
    """Hand down all sheets that have been drafted for the working year."""
    County.require_keeper(request.user)
    handed = sheets.hand_down_all(working_year(request), by=request.user)
    messages.success(request, f"已下达{handed}份目标任务书，等各乡镇签收。")
    return redirect("townships:index")


def _visible(request: HttpRequest, pk: int) -> TargetSheet:
    return get_object_or_404(TargetSheet.objects.visible_to(request.user).for_list(), pk=pk)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The numbers, where the sheet stands, and who received it."""
    sheet = _visible(request, pk)
    context = {
        "sheet": sheet,
        "targets": sheets.told(targets.of_rows(sheet.lines.all()).rows()),
        "events": sheet.events.all(),
        "steps": road(sheet, list(SheetStatus)),
        "actions": [SheetAction(action) for action in sheet.actions_for(request.user)],
        "may_edit": sheet.is_editable_by(request.user),
    }
    return render(request, "directives/sheet.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = _visible(request, pk)
    if not sheet.is_editable_by(request.user):
        raise PermissionDenied
    form = SheetForm(request.POST or None, sheet=sheet, user=request.user)
    hint = "清空一格就是不设这项目标。下达以后，这个乡镇的进度按这里的数算。"
    return form_page(request, form, heading=f"修改：{sheet}", hint=hint, done="已保存。")


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, action: SheetAction) -> HttpResponse:
    return act_page(request, _visible(request, pk), action, SHEET_FORMS[action])


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = _visible(request, pk)
    return pdf_response(request, sheet, sheets.document_of(sheet))


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = _visible(request, pk)
    return docx_response(request, sheet, sheets.document_of(sheet))
