"""The pages of all registers (登记簿): which one is meant stands in the address."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from activities.exports import register_fields
from activities.registers import Register, kept_for
from counties.choosing import shows_township, township_filter
from cppcc import periods
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.links import links_of
from cppcc.once import acts_once
from cppcc.records import form_page
from cppcc.texts import clean_text
from cppcc.workflow import StaleRecordError
from plans.models import FulfilsTask

LATEST = 3


def _records(request: HttpRequest, register: Register):
    """The lines of the working year that this user may see."""
    year = periods.year(working_year(request))
    return register.within(request.user, year.first, year.last)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All registers with their latest lines of the year."""
    ledgers = [
        {
            "register": register,
            "rows": [register.row(one) for one in _records(request, register)[:LATEST]],
            "may_create": register.model.may_be_entered_by(request.user),
        }
        for register in kept_for(request.user)
    ]
    context = {"ledgers": ledgers, "shows_township": shows_township(request)}
    return render(request, "activities/registers.html", context)


@require_safe
def index(request: HttpRequest, register: Register) -> HttpResponse:
    """The year's lines of one register, newest first; filters stand in the address."""
    records = _records(request, register)
    q = clean_text(request.GET.get("q", "")).strip()[:100]
    if q:
        records = register.find(records, q)
    filters, chosen = township_filter(request)
    if chosen:
        records = records.in_township(chosen.pk)
    title = f"{working_year(request)}年{register.title}"
    if table := exported(request, title, register_fields(register), records):
        return table
    page = Paginator(records, 30).get_page(request.GET.get("page"))
    context = {
        "register": register,
        "page": page,
        "rows": [register.row(record) for record in page],
        "shows_township": shows_township(request),
        "filters": filters,
        "q": q,
        "clear": request.path if q or chosen else "",
        "may_create": register.model.may_be_entered_by(request.user),
    }
    return render(request, "activities/register.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest, register: Register) -> HttpResponse:
    """Enter a line; `?membership=` chooses the member beforehand."""
    member = request.GET.get("membership", "")
    form = register.form(
        request.POST or None,
        user=request.user,
        initial={"membership": member} if member else None,
        cancel_url=reverse("activities:ledger", args=[register]),
    )
    heading = f"登记{register.title}"
    return form_page(request, form, heading=heading, done=f"{register.title}已保存。")


def _visible(request: HttpRequest, register: Register, pk: int):
    return get_object_or_404(register.model.objects.visible_to(request.user).for_list(), pk=pk)


@require_safe
def detail(request: HttpRequest, register: Register, pk: int) -> HttpResponse:
    record = _visible(request, register, pk)
    context = {
        "register": register,
        "record": record,
        "facts": register.facts(record),
        "texts": register.texts(record),
        "task": record.task_for(request.user) if isinstance(record, FulfilsTask) else None,
        "links": links_of(record, request.user),
        "shows_township": shows_township(request),
        "may_edit": record.is_editable_by(request.user),
    }
    return render(request, "activities/register_record.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, register: Register, pk: int) -> HttpResponse:
    record = _visible(request, register, pk)
    form = register.form(
        request.POST or None,
        instance=record,
        user=request.user,
        cancel_url=record.get_absolute_url(),
    )
    heading = f"修改{register.title}：{record}"
    return form_page(request, form, heading=heading, done=f"{register.title}已保存。")


def _version(request: HttpRequest) -> int | None:
    """The version that was shown when the question was asked."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, register: Register, pk: int) -> HttpResponse:
    """Delete a line entered by mistake: asks first."""
    record = _visible(request, register, pk)
    if not record.is_editable_by(request.user):
        raise PermissionDenied
    if request.method == "POST":
        try:
            record.remove(by=request.user, version=_version(request))
        except StaleRecordError:
            messages.warning(request, "没有删除：同事刚刚改过这一条，请核对后再删。")
            return redirect(record)
        except ValidationError as error:
            messages.warning(request, error.message)
            return redirect(record)
        messages.success(request, f"已删除：{record}。")
        return redirect("activities:ledger", register=register)
    context = {"register": register, "record": record}
    return render(request, "activities/register_delete.html", context)
