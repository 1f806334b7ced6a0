"""A person's days: those of the plans they may see, and the activities (日历)."""

import calendar
from datetime import UTC, date, timedelta

from icalendar import Calendar, Event

from cppcc import clock
from plans import agenda
from plans.agenda import Entry
from plans.documents.month import MonthText, month_document
from plans.models import Milestone, PlanTask

BACK, AHEAD = timedelta(days=92), timedelta(days=400)
SHORT = 20  # characters of a task beside its day
WEEKDAYS = "一二三四五六日"
ZONE = "Asia/Shanghai"


def entries(user, first: date, last: date) -> list[Entry]:
    """What `user` may see of these days; the county reads plans, it does not keep their days."""
    days = []
    if user.acting.township_id:
        due = Milestone.objects.visible_to(user).in_force().due_within(first, last)
        firsts = PlanTask.objects.visible_to(user).first_copies(first.year, last.year)
        due = due.select_related("task__section__plan")
        days = [_of_milestone(one, firsts[one.task_id]) for one in due]
    found = [*days, *agenda.between(user, first, last)]
    return sorted(found, key=lambda one: (one.on, one.key))


def task_of(one: Milestone) -> str:
    """The task that a day of the plan belongs to, in short; empty where the day names it itself."""
    text = one.task.text
    return f"计划：{text[:SHORT]}{'…' * (len(text) > SHORT)}" if one.text else ""


def _of_milestone(one: Milestone, first_copy: int) -> Entry:
    """Every edit and every revision writes a day anew: it is known by its task and its date."""
    return Entry(
        key=f"milestone-{first_copy}-{one.due_on:%Y%m%d}",
        on=one.due_on,
        what=one.text or str(one.task),
        url=one.task.get_absolute_url(),
        word="计划节点",
        of=task_of(one),
    )


def subscription(user, absolute) -> bytes:
    """The calendar of `user` by RFC 5545: every entry takes its whole day; `absolute(url)`."""
    today, stamp = clock.today(), clock.now().astimezone(UTC)
    feed = Calendar()
    feed.add("prodid", "-//CPPCC township year//zh-CN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", f"{user.acting.place}日历")
    feed.add("x-wr-timezone", ZONE)
    for one in entries(user, today - BACK, today + AHEAD):
        event = Event()
        event.add("uid", f"{one.key}.{user.acting.county_id}@cppcc")
        event.add("dtstamp", stamp)
        event.add("dtstart", one.on)
        event.add("dtend", one.on + timedelta(days=1))
        event.add("summary", f"{one.what}（{one.word}）")
        event.add("url", absolute(one.url))
        event.add("transp", "TRANSPARENT")
        if one.of:
            event.add("description", one.of)
        if one.place:
            event.add("location", one.place)
        feed.add_component(event)
    return feed.to_ical()


Day = tuple[date | None, list[Entry]]


def weeks(user, month: date) -> list[tuple[bool, list[Day]]]:
    """The weeks of a month from Monday on, and whether anything is in them; None where a day
    belongs to another month."""
    found = _of_month(user, month)
    rows = [
        [
            (date(month.year, month.month, day), [e for e in found if e.on.day == day])
            if day
            else (None, [])
            for day in week
        ]
        for week in calendar.monthcalendar(month.year, month.month)
    ]
    return [(any(those for _, those in row), row) for row in rows]


def month_paper(user, month: date):
    """The month as a sheet to print."""
    rows = tuple(
        (one.on, WEEKDAYS[one.on.weekday()], f"{one.what}（{one.of or one.word}）", one.place)
        for one in _of_month(user, month)
    )
    return month_document(MonthText(user.acting.place, month, rows))


def _of_month(user, month: date) -> list[Entry]:
    last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    return entries(user, month.replace(day=1), last)
