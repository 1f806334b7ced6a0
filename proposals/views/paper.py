"""The papers of a proposal as files."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from cppcc.papers import Format, paper_response
from proposals.models import Proposal
from proposals.papers import blank_form, document_of, may_print, may_print_blank, papers_of
from proposals.workflow import Paper


@require_safe
def paper(request: HttpRequest, pk: int, paper: Paper, suffix: Format) -> HttpResponse:
    """One paper of a proposal; one that its road has not come to is not there."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user).for_detail(), pk=pk)
    if not may_print(proposal, paper, request.user):
        raise PermissionDenied
    if paper not in papers_of(proposal):
        raise Http404
    document = document_of(proposal, paper, request.user)
    name = f"{paper.label}：{proposal}"
    return paper_response(request, proposal, document, suffix, name=name)


@require_safe
def blank(request: HttpRequest, suffix: Format) -> HttpResponse:
    """An empty sheet for members who write by hand."""
    if not may_print_blank(request.user):
        raise PermissionDenied
    county = request.user.acting.county
    return paper_response(
        request,
        county,
        blank_form(county),
        suffix,
        name="提案纸（空白）",
        back=reverse("proposals:index"),
    )
