"""How a plan is carried out: the board in its views, and the notes of progress."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from cppcc import clock, periods
from cppcc.once import acts_once
from cppcc.records import form_page
from plans import bars
from plans.board import View, by_function, by_member, by_month, by_person
from plans.forms.note import NoteForm
from plans.models import AnnualPlan, Check, PlanTask, TaskNote
from plans.standing import behind, standings


@require_safe
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """The tasks of a plan as they stand today; the view stands in the address."""
    plan = get_object_or_404(AnnualPlan.objects.visible_to(request.user).for_detail(), pk=pk)
    asked = request.GET.get("view", "")
    view = View(asked) if asked in View.values else View.TABLE
    today = clock.today()
    found, has_begun = standings(plan, request.user, today), plan.has_begun(today)
    context = {
        "plan": plan,
        "carried_out": plan.carried_out,
        "view": view,
        "views": View,
        "standings": found,
        "has_begun": has_begun,
        "behind": behind(found),
        "may_note": bool(found and has_begun)
        and TaskNote.may_be_noted_for(found[0].task, request.user),
        "may_see_checks": Check.is_kept_for(request.user),
        **_shown(view, plan, found, request.user),
    }
    return render(request, "plans/board.html", context)


def _shown(view: View, plan: AnnualPlan, found: list, user) -> dict:
    """What one view draws beside the gap list."""
    match view:
        case View.FUNCTION:
            return {"groups": by_function(found)}
        case View.PERSON:
            return {"groups": by_person(found)}
        case View.BARS:
            return {"bars": bars.draw(found, plan.year, clock.today())}
        case View.MONTHS:
            return {"months": by_month(plan, found, user)}
        case View.MEMBERS:
            return {"people": by_member(found), "quarters": periods.QUARTERS}
    return {}


@acts_once
@require_http_methods(["GET", "POST"])
def note_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Note progress of one task, of the plan that is carried out; meanwhile nothing replaces it."""
    tasks = PlanTask.objects.visible_to(request.user).for_list()
    task = get_object_or_404(tasks, pk=pk)
    if request.method == "POST":
        task.section.plan.hold()
    if not TaskNote.may_be_noted_for(task, request.user):
        raise PermissionDenied
    return _note_page(request, task, None)


@acts_once
@require_http_methods(["GET", "POST"])
def note_edit(request: HttpRequest, pk: int) -> HttpResponse:
    note = get_object_or_404(TaskNote.objects.visible_to(request.user).for_detail(), pk=pk)
    return _note_page(request, note.task, note)


def _note_page(request: HttpRequest, task: PlanTask, note: TaskNote | None) -> HttpResponse:
    form = NoteForm(
        request.POST or None,
        instance=note,
        user=request.user,
        task=task,
        cancel_url=TaskNote(task=task).get_absolute_url(),
    )
    return form_page(request, form, heading="记进展", hint=task.text, done="进展已保存。")
