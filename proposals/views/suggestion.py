"""Suggestions to the town: papers, their items, and each item's own road."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from activities.models import Visit
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.records import act_page, form_page
from proposals.exports import SUGGESTION_FIELDS
from proposals.forms.suggestion import ITEM_FORMS, SuggestionForm
from proposals.models import Suggestion, SuggestionItem
from proposals.workflow import ItemAction


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The year's papers, newest first, with how many of their items were taken up."""
    suggestions = (
        Suggestion.objects.visible_to(request.user)
        .filter(on__year=working_year(request))
        .for_list()
    )
    title = f"{working_year(request)}年意见建议"
    if table := exported(request, title, SUGGESTION_FIELDS, suggestions):
        return table
    context = {
        "page": Paginator(suggestions, 30).get_page(request.GET.get("page")),
        "may_create": Suggestion.may_be_entered_by(request.user),
    }
    return render(request, "proposals/suggestions.html", context)


def _visit(request: HttpRequest) -> Visit | None:
    """The visit that the address names, if a member asked for something in it."""
    pk = request.GET.get("visit", "")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        return None
    return Visit.objects.visible_to(request.user).with_demand().filter(pk=pk).first()


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Enter a paper; `?visit=` makes one of what a member asked for in a visit."""
    visit = _visit(request)
    form = SuggestionForm(
        request.POST or None,
        user=request.user,
        visit=visit,
        cancel_url=visit.get_absolute_url() if visit else reverse("proposals:suggestions"),
    )
    return form_page(request, form, heading="登记意见建议", done="意见建议已保存。")


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper: every item with its answer, its progress and what can be done with it now."""
    suggestion = get_object_or_404(Suggestion.objects.visible_to(request.user).for_detail(), pk=pk)
    items = suggestion.items.visible_to(request.user).for_detail()
    context = {
        "suggestion": suggestion,
        "task": suggestion.task_for(request.user),
        "rows": [
            {
                "item": item,
                "actions": [ItemAction(action) for action in item.actions_for(request.user)],
                "may_progress": item.may_be_followed_up_by(request.user),
            }
            for item in items
        ],
    }
    return render(request, "proposals/suggestion.html", context)


@require_http_methods(["GET", "POST"])
def item_act(request: HttpRequest, pk: int, action: ItemAction) -> HttpResponse:
    """Take one action on one item; it leads back to that item's place on the page."""
    items = SuggestionItem.objects.visible_to(request.user).select_related("suggestion")
    item = get_object_or_404(items, pk=pk)
    return act_page(request, item, action, ITEM_FORMS[action])
