"""The list, page, form and moves of activities."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from activities.exports import ACTIVITY_FIELDS
from activities.forms.activity import ACTION_FORMS, ActivityForm, AttendanceForm
from activities.models import Activity
from activities.papers import may_print, papers_of
from activities.workflow import STEPS, Action, Status
from counties.choosing import shows_township, township_filter
from counties.models import ActivityKind
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.records import act_page, form_page, road
from cppcc.workflow import StaleRecordError


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The year's activities, newest first; filters stand in the address."""
    activities = (
        Activity.objects.visible_to(request.user).filter(on__year=working_year(request)).for_list()
    )
    status, feeds = request.GET.get("status", ""), request.GET.get("feeds", "")
    if status in Status.values:
        activities = activities.filter(status=status)
    if feeds in ActivityKind.Feeds.values:
        activities = activities.feeding(feeds)
    of_townships, township = township_filter(request)
    if township:
        activities = activities.in_township(township.pk)
    title = f"{working_year(request)}年活动"
    if table := exported(request, title, ACTIVITY_FIELDS, activities):
        return table
    context = {
        "page": Paginator(activities, 30).get_page(request.GET.get("page")),
        "filters": [
            {"name": "status", "label": "状态", "choices": Status.choices, "selected": status},
            {
                "name": "feeds",
                "label": "类别",
                "choices": ActivityKind.Feeds.choices,
                "selected": feeds,
            },
            *of_townships,
        ],
        "clear": request.path if status or feeds or township else "",
        "shows_township": shows_township(request),
        "may_create": Activity.may_be_entered_by(request.user),
    }
    return render(request, "activities/index.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    form = ActivityForm(
        request.POST or None, user=request.user, cancel_url=reverse("activities:index")
    )
    return form_page(request, form, heading="登记活动", done="活动已保存。")


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.visible_to(request.user).for_list(), pk=pk)
    context = {
        "activity": activity,
        "attendances": activity.attendances.visible_to(request.user)
        .for_list()
        .select_related("township"),
        "task": activity.task_for(request.user),
        "shows_township": shows_township(request),
        "findings": activity.findings.visible_to(request.user).for_list(),
        "may_find": activity.may_be_found_by(request.user),
        "events": activity.events.all(),
        "steps": road(activity, STEPS),
        "actions": [Action(action) for action in activity.actions_for(request.user)],
        "may_edit": activity.is_editable_by(request.user),
        "papers": [one for one in papers_of(activity) if may_print(activity, one, request.user)],
    }
    return render(request, "activities/detail.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    form = ActivityForm(
        request.POST or None,
        instance=activity,
        user=request.user,
        cancel_url=activity.get_absolute_url(),
    )
    return form_page(request, form, heading=f"修改活动：{activity}", done="活动已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, action: Action) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    return act_page(request, activity, action, ACTION_FORMS[action])


@acts_once
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter who came, for all members in one grid (after the paper sheet, if there was one)."""
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    if not activity.is_editable_by(request.user):
        raise PermissionDenied
    form = AttendanceForm(request.POST or None, user=request.user, activity=activity)
    theirs = None
    if form.is_bound and form.is_valid():
        try:
            activity.record_attendance(
                by=request.user, statuses=form.statuses(), version=form.cleaned_data["version"]
            )
        except StaleRecordError:
            theirs = form.conflict()
        else:
            messages.success(request, "出席情况已保存。")
            return redirect(activity)
    context = {
        "form": form,
        "theirs": theirs,
        "heading": f"出席情况：{activity}",
        "hint": "纸质签到的，活动后照签到表填在这里。准假的选“请假”，不算缺席。",
    }
    return render(request, "components/form.html", context)
