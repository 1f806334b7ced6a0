"""The papers of an activity as files."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from activities.models import Activity
from activities.papers import document_of, may_print, papers_of
from activities.workflow import Paper
from cppcc.papers import Format, paper_response


@require_safe
def paper(request: HttpRequest, pk: int, paper: Paper, suffix: Format) -> HttpResponse:
    """One paper of an activity; one that it has not come to is not there."""
    activities = Activity.objects.visible_to(request.user).for_list()
    activity = get_object_or_404(activities.select_related("county"), pk=pk)
    if not may_print(activity, paper, request.user):
        raise PermissionDenied
    if paper not in papers_of(activity):
        raise Http404
    document = document_of(activity, paper)
    name = f"{paper.label}：{activity}"
    return paper_response(request, activity, document, suffix, name=name)
