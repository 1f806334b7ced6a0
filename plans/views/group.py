"""Work groups with their plans, and incentives as recorded decisions."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cppcc import clock
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.papers import docx_response, pdf_response
from cppcc.records import form_page
from plans.documents.scheme import SchemeText, scheme_document
from plans.exports import GROUP_FIELDS, INCENTIVE_FIELDS
from plans.forms.group import GroupForm, IncentiveForm
from plans.models import Incentive, PlanTask, WorkGroup

WHERE = "工作组承担哪些任务，在年度计划里定：打开任务的“修改”，在“责任人”里勾选工作组。"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The work groups of the working year."""
    year = working_year(request)
    groups = WorkGroup.objects.visible_to(request.user).filter(year=year).for_list()
    if table := exported(request, f"{year}年工作组", GROUP_FIELDS, groups):
        return table
    page = Paginator(groups, 30).get_page(request.GET.get("page"))
    may_create = WorkGroup.may_be_entered_by(request.user)
    return render(request, "plans/groups.html", {"page": page, "may_create": may_create})


def _group(request: HttpRequest, pk: int) -> WorkGroup:
    return get_object_or_404(WorkGroup.objects.visible_to(request.user).for_detail(), pk=pk)


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    form = GroupForm(
        request.POST or None,
        user=request.user,
        year=working_year(request),
        cancel_url=reverse("plans:groups"),
    )
    return form_page(request, form, heading="成立工作组", hint=WHERE, done="工作组已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    group = _group(request, pk)
    form = GroupForm(
        request.POST or None,
        instance=group,
        user=request.user,
        year=group.year,
        cancel_url=group.get_absolute_url(),
    )
    return form_page(request, form, heading=f"修改：{group}", hint=WHERE, done="工作组已保存。")


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The group, and what the plans of its year give it to do."""
    group = _group(request, pk)
    context = {
        "group": group,
        "tasks": PlanTask.objects.visible_to(request.user).current().of_group(group),
        "may_edit": group.is_editable_by(request.user),
        "where": WHERE,
    }
    return render(request, "plans/group.html", context)


def _paper(group: WorkGroup, user):
    """The paper of a group, with its tasks by the plan in force."""
    tasks = PlanTask.objects.visible_to(user).in_force().of_group(group)
    return scheme_document(
        SchemeText(
            name=group.name,
            body_name=group.township.signature,
            head=str(group.head),
            people=tuple(str(one) for one in group.people.all()),
            tasks=tuple(task.text for task in tasks),
            scheme=group.scheme,
            dated_on=clock.today(),
        )
    )


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    group = _group(request, pk)
    return pdf_response(request, group, _paper(group, request.user), name=f"{group}工作方案")


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    group = _group(request, pk)
    return docx_response(request, group, _paper(group, request.user), name=f"{group}工作方案")


@require_safe
def incentives(request: HttpRequest) -> HttpResponse:
    """The decisions to commend or reward, the newest first."""
    found = Incentive.objects.visible_to(request.user).for_list()
    if table := exported(request, "表彰奖励", INCENTIVE_FIELDS, found):
        return table
    page = Paginator(found, 30).get_page(request.GET.get("page"))
    may_create = Incentive.may_be_entered_by(request.user)
    return render(request, "plans/incentives.html", {"page": page, "may_create": may_create})


@acts_once
@require_http_methods(["GET", "POST"])
def incentive_create(request: HttpRequest) -> HttpResponse:
    form = IncentiveForm(
        request.POST or None, user=request.user, cancel_url=reverse("plans:incentives")
    )
    return form_page(request, form, heading="记录表彰奖励", done="已记录，并记入事迹与荣誉。")


@acts_once
@require_http_methods(["GET", "POST"])
def incentive_edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = Incentive.objects.visible_to(request.user).for_list()
    form = IncentiveForm(
        request.POST or None,
        instance=get_object_or_404(found, pk=pk),
        user=request.user,
        cancel_url=reverse("plans:incentives"),
    )
    return form_page(request, form, heading="修改表彰奖励", done="已修改，事迹与荣誉里也改了。")
