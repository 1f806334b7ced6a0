"""The list, page, form, moves and papers of annual plans."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cppcc import clock
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.papers import docx_response, pdf_response
from cppcc.records import act_page, form_page, road
from plans import lateness, services
from plans.exports import PLAN_FIELDS, TASK_FIELDS, task_rows
from plans.forms.act import ACTION_FORMS
from plans.forms.plan import NewPlanForm, PlanForm
from plans.models import AnnualPlan, PlanCopy, PlanScan
from plans.progress import outline
from plans.standing import behind, standings
from plans.workflow import RETURNS, STEPS, Action, Status

VERBS = {  # what a move does beyond the plan itself
    Action.APPROVE: services.approve,
    Action.SEND_BACK: services.send_back,
    Action.PUBLISH: services.publish,
}


def open_plan(request: HttpRequest, pk: int) -> AnnualPlan:
    """A plan that this user may change; while it is changed, nobody sends it on."""
    plans = AnnualPlan.objects.visible_to(request.user)
    if request.method == "POST":
        plans = plans.select_for_update(no_key=True)
    plan = get_object_or_404(plans, pk=pk)
    if not plan.is_editable_by(request.user):
        raise PermissionDenied
    return plan


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """A township's plans, year by year; for the county those reported for the working year."""
    year = working_year(request)
    seen = AnnualPlan.objects.visible_to(request.user)
    plans = seen.listed_for(request.user, year).for_list()
    may_enter = AnnualPlan.may_be_entered_by(request.user)
    status = request.GET.get("status", "")
    if status in Status.values:
        plans = plans.filter(status=status)
    if table := exported(request, "年度计划", PLAN_FIELDS, plans):
        return table
    today = clock.today()
    page = Paginator(plans, 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "of_year": year if AnnualPlan.are_awaited_by(request.user) else None,
        "listed": [(plan, lateness.of_plan(plan, today)) for plan in page],
        "filters": [
            {"name": "status", "label": "状态", "choices": Status.choices, "selected": status}
        ],
        "clear": request.path if status else "",
        "new_year": next(iter(seen.years_to_make(year, today)), None) if may_enter else None,
        "missing": lateness.missing(request.user, year, today),
    }
    return render(request, "plans/index.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Begin the plan of this year or the next from one of its sources; one plan a year.

    A reminder names the year in its address.
    """
    year, asked = working_year(request), request.GET.get("year", "")
    made = AnnualPlan.objects.visible_to(request.user).years_to_make(year, clock.today())
    named = [one for one in made if str(one) == asked]
    form = NewPlanForm(
        request.POST or None,
        user=request.user,
        year=year,
        chosen=next(iter([*named, *made]), None),
        cancel_url=reverse("plans:index"),
    )
    return form_page(request, form, heading="起草年度工作计划", done="计划已保存，请核对修改。")


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan as sections and tasks; a task with a target shows how far it has come, and the
    plan by which this year is worked what is behind."""
    seen, today = AnnualPlan.objects.visible_to(request.user), clock.today()
    plan = get_object_or_404(seen.for_detail(), pk=pk)
    found = standings(plan, request.user, today)
    chapters = outline(plan, (one.progress for one in found if one.progress))
    if table := exported(request, f"{plan}任务表", TASK_FIELDS, task_rows(chapters)):
        return table
    actions = [Action(action) for action in plan.actions_for(request.user)]
    context = {
        "plan": plan,
        "chapters": chapters,
        "has_begun": plan.has_begun(today),
        "shows_gaps": bool(found) and plan.year == today.year and plan.is_carried_out,
        "behind": behind(found),
        "returned": plan.latest_return,
        "events": plan.events.all(),
        "steps": road(plan, STEPS),
        "late": lateness.of_plan(plan, today),
        "points": services.points_to_take_up(plan) if plan.is_editable_by(request.user) else [],
        "following": seen.filter(revises=plan).exclude(status=Status.WITHDRAWN).first(),
        "copies": PlanCopy.objects.visible_to(request.user).of_plan(plan),
        "scans": PlanScan.objects.visible_to(request.user).of_plan(plan),
        "may_scan": plan.is_kept_by(request.user) and plan.unscanned is not None,
        "may_revise": plan.may_be_revised_by(request.user),
        "actions": actions,
        "quiet": RETURNS.issuperset(actions),  # to send a plan back is nobody's main task
        "may_edit": plan.is_editable_by(request.user),
    }
    return render(request, "plans/detail.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(AnnualPlan.objects.visible_to(request.user), pk=pk)
    form = PlanForm(
        request.POST or None,
        instance=plan,
        user=request.user,
        cancel_url=plan.get_absolute_url(),
    )
    return form_page(request, form, heading="修改计划", done="计划已保存。")


@require_POST
def standard(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill an empty plan with the standard tasks, with one press."""
    plan = open_plan(request, pk)
    try:
        services.add_standard_tasks(plan, by=request.user)
    except ValidationError as error:
        messages.warning(request, error.message)
    else:
        messages.success(request, "已加入标准任务，请核对修改。")
    return redirect(plan)


@require_POST
def points(request: HttpRequest, pk: int) -> HttpResponse:
    """Take up the county's points that are not in the plan yet, with one press."""
    plan = open_plan(request, pk)
    taken = services.take_up_points(plan, by=request.user)
    messages.success(request, f"已加入县工作要点{taken}条，请核对职能、时间节点和责任人。")
    return redirect(plan)


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, action: Action) -> HttpResponse:
    """Take one action. A plan that the county returns leaves its sight: it goes to the list."""
    mine = AnnualPlan.objects.visible_to(request.user)
    plan = get_object_or_404(mine, pk=pk)
    response = act_page(
        request,
        plan,
        action,
        ACTION_FORMS[action],
        verbs=VERBS,
        template="plans/act.html",
    )
    if response.status_code == 302 and not mine.filter(pk=pk).exists():
        return redirect("plans:index")
    return response


def _printed(request: HttpRequest, pk: int) -> AnnualPlan:
    return get_object_or_404(AnnualPlan.objects.visible_to(request.user).for_detail(), pk=pk)


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _printed(request, pk)
    return pdf_response(request, plan, services.document_of(plan))


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _printed(request, pk)
    return docx_response(request, plan, services.document_of(plan))
