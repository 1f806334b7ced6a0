"""The duty file (履职档案): a member's own; the offices' of their members."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from cppcc import audit, clock, periods
from cppcc.clock import working_year
from cppcc.documents.html import render_html
from cppcc.papers import docx_response, pdf_response
from members.models import Membership
from summaries import duty
from summaries.documents.duty import duty_document

WHOLE = "term"  # ?period=term lists the records of the whole term, not of the working year


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Lead a member to the own file of the working year; anybody else to the board."""
    year = periods.year(working_year(request))
    own = Membership.objects.visible_to(request.user).of_user(request.user)
    membership = own.serving(year.first, year.last).order_by("-joined_on", "-pk").first()
    membership = membership or own.order_by("-joined_on", "-pk").first()
    if membership is None:
        return redirect("summaries:board")
    return redirect("summaries:duty", membership.pk)


def membership_of_file(request: HttpRequest, pk: int) -> Membership:
    """The member, if their file is this user's to read: a colleague's is not."""
    seen = Membership.objects.visible_to(request.user).for_list()
    membership = get_object_or_404(seen, pk=pk)
    if not membership.shows_person_to(request.user):
        raise PermissionDenied
    return membership


def _file(request: HttpRequest, pk: int) -> duty.DutyFile:
    membership = membership_of_file(request, pk)
    spans = duty.periods_of(membership, clock.today())
    is_whole = request.GET.get("period") == WHOLE
    told = duty.told_of(spans, working_year(request), whole=is_whole)
    return duty.file_of(membership, spans, told, request.user)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The file by year and for the term; every number leads to its records."""
    file = _file(request, pk)
    audit.record("view_duty_file", by=request.user, target=file.membership)
    is_whole = file.told == file.periods[-1]
    context = {"file": file, "is_whole": is_whole, "query": f"?period={WHOLE}" if is_whole else ""}
    return render(request, "summaries/duty.html", context)


@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as a paper on the screen."""
    file = _file(request, pk)
    audit.record("view_duty_file", by=request.user, target=file.membership)
    document = duty_document(file, clock.today())
    context = {
        "membership": file.membership,
        "paper": render_html(document),
        "query": f"?{request.GET.urlencode()}" if request.GET else "",
    }
    return render(request, "summaries/duty_paper.html", context)


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    file = _file(request, pk)
    document = duty_document(file, clock.today())
    return pdf_response(request, file.membership, document, name=_name(file))


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    file = _file(request, pk)
    document = duty_document(file, clock.today())
    return docx_response(request, file.membership, document, name=_name(file))


def _name(file: duty.DutyFile) -> str:
    return f"{file.membership}履职档案（{file.told.name}）"
