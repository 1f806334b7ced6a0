"""One's own calendar: the month, its sheet, and the subscription for other programs."""

import re
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cppcc import clock, periods
from cppcc.clock import FIRST_YEAR, LAST_YEAR
from cppcc.papers import pdf_response
from plans import diary
from plans.models import CalendarFeed
from plans.published import works_here

MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def _month(request: HttpRequest) -> date:
    """The first day of the month in the address, else of this one."""
    text = request.GET.get("month", "")
    if not text:
        return clock.today().replace(day=1)
    match = MONTH.fullmatch(text)
    year, month = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise Http404
    return date(year, month, 1)


def _page(request: HttpRequest, address: str = "") -> HttpResponse:
    month = _month(request)
    weeks = diary.weeks(request.user, month)
    context = {
        "month": month,
        "before": periods.add_months(month, -1),
        "after": periods.add_months(month, 1),
        "weekdays": diary.WEEKDAYS,
        "weeks": weeks,
        "is_empty": not any(is_busy for is_busy, _ in weeks),
        "works_here": works_here(request.user),
        "feed": CalendarFeed.objects.visible_to(request.user).first(),
        "address": address,
    }
    return render(request, "plans/calendar.html", context)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """A month of the plan's days and the activities that this person may see."""
    return _page(request)


@require_safe
def calendar_pdf(request: HttpRequest) -> HttpResponse:
    if not works_here(request.user):
        raise PermissionDenied
    month = _month(request)
    name = f"{month.year}年{month.month}月工作安排"
    return pdf_response(
        request, request.user.acting, diary.month_paper(request.user, month), name=name
    )


@require_POST
def feed_renew(request: HttpRequest) -> HttpResponse:
    """Make a new secret address and show it, once; an old one ends."""
    if not works_here(request.user):
        raise PermissionDenied
    token = CalendarFeed.renew(by=request.user)
    address = request.build_absolute_uri(reverse("plans:feed", args=[token]))
    return _page(request, address)


@require_POST
def feed_revoke(request: HttpRequest) -> HttpResponse:
    CalendarFeed.revoke(by=request.user)
    messages.success(request, "订阅地址已停用，手机上的日历不再更新。")
    return redirect("plans:calendar")


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What the person of this address may see; the address is the secret, there is no login."""
    reader = CalendarFeed.reader(token)
    if reader is None:
        raise Http404
    body = diary.subscription(reader, request.build_absolute_uri)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response
