"""What waits about summaries and duty sheets."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from activities.models import Activity
from cppcc import periods
from desk.todo.entry import LIMIT, Todo, entry, with_latest_move
from summaries.models import DutySheet, Report
from summaries.workflow import Action as ReportAction
from summaries.workflow import Status as ReportStatus

SUMMARY_MONTH = 11  # from November on the year-end summary is due


def year_end_summary(user, on: date) -> Iterator[Todo]:
    """The summary that nobody has drafted: this year's from November, else that of last year."""
    year = on.year if on.month >= SUMMARY_MONTH else on.year - 1
    whole = periods.year(year)
    if Report.objects.visible_to(user).filter(year=year).exists():
        return
    held = Activity.objects.visible_to(user).organised_by(user).held(whole.first, whole.last)
    if year == on.year or held.exists():
        yield entry(
            on,
            f"{year}年年终总结还没有起草",
            reverse("summaries:index"),
            until=whole.last,
            button="去起草",
        )


def summaries_at_home(user, on: date) -> Iterator[Todo]:
    """Summaries that the township has not reported, or that the county has returned."""
    reports = with_latest_move(Report.objects.visible_to(user).unreported())
    for report in reports.order_by("year")[:LIMIT]:
        if report.status == ReportStatus.SIGNED:
            state, button = "已签发，还没有上报", "去上报"
        elif report.moved_by == ReportAction.SEND_BACK:
            state, button = f"县政协退回修改：{report.moved_why[:40]}", "去修改"
        else:
            state, button = "起草了，还没有签发", "继续修改"
        yield entry(
            on,
            f"{report}：{state}",
            report.get_absolute_url(),
            since=report.moved_on,
            until=periods.year(report.year).last,
            button=button,
        )


def summaries_to_accept(user, on: date) -> Iterator[Todo]:
    reports = with_latest_move(Report.objects.visible_to(user).waiting_at_county())
    for report in reports.order_by("year", "township__name")[:LIMIT]:
        url = report.get_absolute_url()
        yield entry(on, f"{report}已上报，等待接收", url, since=report.moved_on, button="去审阅")


def duty_sheets_to_sign(user, on: date) -> Iterator[Todo]:
    yield from _duty_sheets(user, on, DutySheet.objects.visible_to(user).to_sign(), "签署意见")


def duty_sheets_to_rate(user, on: date) -> Iterator[Todo]:
    yield from _duty_sheets(user, on, DutySheet.objects.visible_to(user).to_rate(), "评定等次")


def own_duty_sheets(user, on: date) -> Iterator[Todo]:
    """The member's own yearly form: begun and not handed in, or returned with a reason."""
    yield from _duty_sheets(user, on, DutySheet.objects.visible_to(user).drafts(), "提交")


def _duty_sheets(user, on: date, sheets, step: str) -> Iterator[Todo]:
    waiting = with_latest_move(sheets).select_related("membership__member")
    for sheet in waiting.order_by("year", "pk")[:LIMIT]:
        why = f"（退回：{sheet.moved_why}）" if sheet.moved_why else ""
        what = f"{sheet}等待{step}{why}"
        yield entry(on, what, sheet.get_absolute_url(), since=sheet.moved_on, button="去办理")
