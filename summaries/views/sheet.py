"""The yearly form of a member (履职登记表): written, signed, graded, printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from counties.choosing import shows_township, township_filter
from cppcc import audit, periods
from cppcc.clock import working_year
from cppcc.documents.html import render_html
from cppcc.once import acts_once
from cppcc.papers import docx_response, pdf_response
from cppcc.records import act_page, form_page, road
from members.models import Membership
from summaries import sheets
from summaries.forms.sheet import DUTY_FORMS, DutySheetForm
from summaries.models import DutySheet
from summaries.views.duty import membership_of_file
from summaries.workflow import DUTY_STEPS, DutyAction


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The year's members with their forms, by name; a member finds the own."""
    year = working_year(request)
    span = periods.year(year)
    filters, chosen = township_filter(request)
    members = Membership.objects.visible_to(request.user).kept_by(request.user)
    members = members.serving(span.first, span.last).for_list()
    if chosen:
        members = members.in_township(chosen.pk)
    found = DutySheet.objects.visible_to(request.user).of(members.values("pk"), year)
    of_member = {sheet.membership_id: sheet for sheet in found}
    context = {
        "rows": [(one, of_member.get(one.pk)) for one in members],
        "filters": filters,
        "clear": request.path if chosen else "",
        "shows_township": shows_township(request),
        "may_create": DutySheet.may_be_entered_by(request.user),
    }
    return render(request, "summaries/sheets.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the form of the working year for one member; one that exists is shown instead."""
    membership = membership_of_file(request, pk)
    year = working_year(request)
    existing = DutySheet.objects.visible_to(request.user).of([membership.pk], year).first()
    if existing and request.method == "GET":
        return redirect(existing)
    form = DutySheetForm(
        request.POST or None,
        user=request.user,
        membership=membership,
        year=year,
        cancel_url=reverse("summaries:sheets"),
    )
    heading = f"填写{year}年度履职登记表：{membership}"
    return form_page(request, form, heading=heading, done="登记表已保存，写好后请提交。")


def _visible(request: HttpRequest, pk: int) -> DutySheet:
    return get_object_or_404(DutySheet.objects.visible_to(request.user).for_detail(), pk=pk)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The form as on paper, where it stands, and what can be done with it now."""
    sheet = _visible(request, pk)
    audit.record("view_duty_sheet", by=request.user, target=sheet)
    context = {
        "sheet": sheet,
        "paper": render_html(sheets.document_of(sheet)),
        "events": sheet.events.all(),
        "steps": road(sheet, DUTY_STEPS),
        "actions": [DutyAction(action) for action in sheet.actions_for(request.user)],
        "may_edit": sheet.is_editable_by(request.user),
    }
    return render(request, "summaries/sheet.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = _visible(request, pk)
    form = DutySheetForm(
        request.POST or None,
        instance=sheet,
        user=request.user,
        cancel_url=sheet.get_absolute_url(),
    )
    return form_page(request, form, heading=f"修改：{sheet}", done="登记表已保存。")


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, action: DutyAction) -> HttpResponse:
    return act_page(request, _visible(request, pk), action, DUTY_FORMS[action], verbs=VERBS)


VERBS = {DutyAction.RATE: sheets.rate}


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = _visible(request, pk)
    return pdf_response(request, sheet, sheets.document_of(sheet))


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = _visible(request, pk)
    return docx_response(request, sheet, sheets.document_of(sheet))


@require_safe
def blank(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of the working year to be filled in by hand."""
    membership, year = membership_of_file(request, pk), working_year(request)
    document = sheets.blank_document(membership, year)
    name = f"{membership}{year}年度履职登记表（空白）"
    return pdf_response(request, membership, document, name=name)
