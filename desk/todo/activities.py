"""What waits about activities."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from activities.models import Activity
from activities.workflow import Action as ActivityAction
from counties.models import Deadline
from desk.todo.entry import LIMIT, SOON, Todo, due, entry, limits_of


def unrecorded_activities(user, on: date) -> Iterator[Todo]:
    """Activities whose day has passed: were they held?"""
    own = Activity.objects.visible_to(user).organised_by(user)
    for activity in own.unrecorded(on).order_by("on", "pk")[:LIMIT]:
        what = f"{activity}：活动日已过，还没有登记是否举办"
        url = reverse("activities:act", args=[activity.pk, ActivityAction.HOLD])
        yield entry(on, what, url, since=activity.on, button="登记已举办")


def unreported_activities(user, on: date) -> Iterator[Todo]:
    """Activities that were held: first who came, then the material, within the county's limit."""
    limits = limits_of(user)
    own = Activity.objects.visible_to(user).organised_by(user)
    for activity in own.unreported().order_by("on", "pk")[:LIMIT]:
        due_on = due(limits, Deadline.Key.ACTIVITY_REPORT, activity.on)
        if activity.has_attendance:
            what, button = f"{activity}：活动材料还没有上报", "去上报"
            url = reverse("activities:act", args=[activity.pk, ActivityAction.REPORT])
        else:
            what, button = f"{activity}：还没有登记出席情况", "填写出席"
            url = reverse("activities:attendance", args=[activity.pk])
        yield entry(on, what, url, since=activity.on, until=due_on, button=button)


def activities_ahead(user, on: date) -> Iterator[Todo]:
    """Activities of the next fortnight that the person is called to."""
    ahead = Activity.objects.visible_to(user).announced(on, on + SOON)
    for activity in ahead.order_by("on", "pk")[:LIMIT]:
        what = f"参加活动：{activity}" + (f"（{activity.place}）" if activity.place else "")
        yield entry(on, what, activity.get_absolute_url(), until=activity.on, button="查看")
