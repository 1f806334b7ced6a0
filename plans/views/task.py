"""What a plan is made of: its sections and tasks, changed one by one while it is a draft."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cppcc.once import acts_once
from cppcc.order import Direction
from cppcc.records import form_page
from cppcc.workflow import StaleRecordError
from plans.forms.act import DeleteForm
from plans.forms.task import OrderForm, SectionForm, TaskForm
from plans.models import PlanSection, PlanTask
from plans.views.plan import open_plan


def _open_section(request: HttpRequest, pk: int) -> PlanSection:
    section = get_object_or_404(PlanSection.objects.visible_to(request.user), pk=pk)
    section.plan = open_plan(request, section.plan_id)
    return section


def _open_task(request: HttpRequest, pk: int) -> PlanTask:
    task = get_object_or_404(PlanTask.objects.visible_to(request.user).for_list(), pk=pk)
    task.section.plan = open_plan(request, task.section.plan_id)
    return task


@acts_once
@require_http_methods(["GET", "POST"])
def section_create(request: HttpRequest, pk: int) -> HttpResponse:
    plan = open_plan(request, pk)
    form = SectionForm(request.POST or None, user=request.user, plan=plan)
    return form_page(request, form, heading="添加部分", done="部分已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def section_edit(request: HttpRequest, pk: int) -> HttpResponse:
    section = _open_section(request, pk)
    form = SectionForm(request.POST or None, instance=section, user=request.user, plan=section.plan)
    return form_page(request, form, heading="修改部分", done="部分已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def section_delete(request: HttpRequest, pk: int) -> HttpResponse:
    section = _open_section(request, pk)
    return _delete_page(request, section, section.plan, "删除部分")


@require_POST
def section_move(request: HttpRequest, pk: int, direction: Direction) -> HttpResponse:
    section = _open_section(request, pk)
    section.move(direction, by=request.user)
    return redirect(section)


@acts_once
@require_http_methods(["GET", "POST"])
def task_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a task; the address names the section in which the button was pressed."""
    plan = open_plan(request, pk)
    form = TaskForm(
        request.POST or None,
        user=request.user,
        plan=plan,
        initial={"section": request.GET.get("section", "")},
    )
    return form_page(request, form, heading="添加任务", done="任务已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def task_edit(request: HttpRequest, pk: int) -> HttpResponse:
    task = _open_task(request, pk)
    form = TaskForm(request.POST or None, instance=task, user=request.user, plan=task.section.plan)
    return form_page(request, form, heading="修改任务", done="任务已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def task_delete(request: HttpRequest, pk: int) -> HttpResponse:
    task = _open_task(request, pk)
    return _delete_page(request, task, task.section.plan, "删除任务")


@require_POST
def task_move(request: HttpRequest, pk: int, direction: Direction) -> HttpResponse:
    task = _open_task(request, pk)
    task.move(direction, by=request.user)
    return redirect(task)


@require_POST
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the tasks of a section into the order in which they were dragged."""
    plan = open_plan(request, pk)
    form = OrderForm(request.POST, user=request.user, plan=plan)
    if not form.is_valid():
        raise Http404
    form.cleaned_data["section"].arrange(form.cleaned_data["tasks"], by=request.user)
    return HttpResponse(status=204)


def _delete_page(request: HttpRequest, part, plan, submit: str) -> HttpResponse:
    """Ask before deleting; a part that was edited meanwhile stays."""
    form = DeleteForm(
        request.POST or None,
        user=request.user,
        part=part,
        submit=submit,
        cancel_url=part.get_absolute_url(),
    )
    try:
        if form.is_bound and form.is_valid():
            part.remove(by=request.user, version=form.cleaned_data["version"])
            messages.success(request, f"已删除“{part}”。")
            return redirect(plan)
    except ValidationError as error:
        form.add_error(None, error)
    except StaleRecordError:
        messages.warning(request, "没有删除：同事刚刚改过这一项，请核对后再决定。")
        return redirect(part)
    context = {"form": form, "heading": f"{submit}？", "hint": f"将删除“{part}”。删除后不能恢复。"}
    return render(request, "components/form.html", context)
