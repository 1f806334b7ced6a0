"""The county's papers (上级文件): drafted, handed down, signed for by each township."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cppcc.attachments import attachment_response
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.links import links_of
from cppcc.once import acts_once
from cppcc.papers import Format, paper_response
from cppcc.records import act_page, form_page, road
from cppcc.workflow import StaleRecordError
from directives import county_papers
from directives.county_papers import Printed
from directives.forms.papers import (
    PAPER_FORMS,
    CountyPaperForm,
    PaperDeleteForm,
    PaperFileForm,
    ReceiveForm,
)
from directives.models import CountyPaper, PaperFile, Receipt
from directives.workflow import PaperAction, PaperStatus, ReceiptAction

STEPS = [PaperStatus.DRAFT, PaperStatus.HANDED_DOWN]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The papers of the working year, the latest first."""
    user, year = request.user, working_year(request)
    papers = CountyPaper.objects.visible_to(user).of_year(year).for_list(user)
    kind = request.GET.get("kind", "")
    if kind in CountyPaper.Kind.values:
        papers = papers.filter(kind=kind)
    may_create = CountyPaper.may_be_entered_by(user)
    fields = county_papers.KEPT_FIELDS if may_create else county_papers.PAPER_FIELDS
    if table := exported(request, f"{year}年上级文件", fields, list(papers)):
        return table
    page = Paginator(papers, 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(paper) for paper in page],
        "filters": [
            {"name": "kind", "label": "类别", "choices": CountyPaper.Kind.choices, "selected": kind}
        ],
        "clear": request.path if kind else "",
        "may_create": may_create,
    }
    return render(request, "directives/papers.html", context)


def _row(paper: CountyPaper) -> dict:
    """A paper with its receipts as far as the reader may see them."""
    seen = paper.seen_receipts
    return {
        "paper": paper,
        "receipts": seen,
        "received": county_papers.received(seen),
        "waiting": county_papers.waiting(seen),
    }


def _visible(request: HttpRequest, pk: int) -> CountyPaper:
    papers = CountyPaper.objects.visible_to(request.user).for_detail(request.user)
    return get_object_or_404(papers, pk=pk)


def _draft(request: HttpRequest, pk: int) -> CountyPaper:
    paper = _visible(request, pk)
    if not paper.is_editable_by(request.user):
        raise PermissionDenied
    return paper


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper; for the county who has signed for it, for a township the own receipt."""
    paper = _visible(request, pk)
    may_keep = CountyPaper.may_be_entered_by(request.user)
    if may_keep:
        fields, receipts = county_papers.RECEIPT_FIELDS, paper.seen_receipts
        if table := exported(request, f"{paper}签收情况", fields, receipts):
            return table
    receipts = [(one, county_papers.signed_by(one)) for one in paper.seen_receipts]
    context = {
        **_row(paper),
        "parts": county_papers.parts(paper.points.all()),
        "receipts": receipts,
        "own": None if may_keep or not receipts else receipts[0][0],
        "successor": CountyPaper.objects.visible_to(request.user).successor_of(paper),
        "events": paper.events.all(),
        "steps": road(paper, STEPS),
        "actions": [PaperAction(action) for action in paper.actions_for(request.user)],
        "may_keep": may_keep,
        "may_edit": paper.is_editable_by(request.user),
        "may_replace": paper.may_be_replaced_by(request.user),
        "may_receive": [one.pk for one in paper.seen_receipts if one.actions_for(request.user)],
        "links": links_of(paper, request.user),
    }
    return render(request, "directives/paper.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    form = CountyPaperForm(
        request.POST or None,
        user=request.user,
        initial={"year": working_year(request)},
        cancel_url=reverse("county_papers:index"),
    )
    return form_page(request, form, heading="起草下发文件", done="已保存，核对后下发。")


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _draft(request, pk)
    form = CountyPaperForm(
        request.POST or None,
        instance=paper,
        user=request.user,
        cancel_url=paper.get_absolute_url(),
    )
    return form_page(request, form, heading=f"修改：{paper}", done="已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft that is not needed: asks first."""
    paper = _draft(request, pk)
    form = PaperDeleteForm(request.POST or None, paper=paper, user=request.user)
    if form.is_bound and form.is_valid():
        try:
            paper.remove(by=request.user, version=form.cleaned_data["version"])
        except StaleRecordError:
            messages.warning(request, "没有删除：同事刚刚改过这一份，请核对后再删。")
            return redirect(paper)
        messages.success(request, f"已删除拟稿：{paper}。")
        return redirect("county_papers:index")
    hint = "拟稿和它的附件一起删除，删除后不能恢复。"
    return render(
        request,
        "components/form.html",
        {"form": form, "heading": f"删除拟稿：{paper}？", "hint": hint},
    )


@require_POST
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the paper that takes this one's place."""
    paper = _visible(request, pk)
    if not paper.may_be_replaced_by(request.user):
        raise PermissionDenied
    draft = county_papers.successor(paper, by=request.user)
    messages.success(
        request, "已照原文起草新件，改好以后下发；下发时原件自动撤回。附件要重新添加。"
    )
    return redirect(draft)


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, action: PaperAction) -> HttpResponse:
    return act_page(request, _visible(request, pk), action, PAPER_FORMS[action])


@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign for a paper; the county enters it for a township without a network."""
    seen = Receipt.objects.visible_to(request.user).for_list()
    receipt = get_object_or_404(seen, pk=pk)
    if receipt.paper.is_withdrawn:
        messages.warning(request, "县政协已经撤回这份文件，不用签收了。")
        return redirect(receipt)
    return act_page(request, receipt, ReceiptAction.RECEIVE, ReceiveForm)


@acts_once
@require_http_methods(["GET", "POST"])
def file_create(request: HttpRequest, pk: int) -> HttpResponse:
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    paper = _draft(request, pk)
    form = PaperFileForm(*given, paper=paper, user=request.user)
    return form_page(request, form, heading=f"添加附件：{paper}", done="附件已添加。")


def _file(request: HttpRequest, pk: int) -> PaperFile:
    return get_object_or_404(PaperFile.objects.visible_to(request.user), pk=pk)


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    return attachment_response(request, _file(request, pk))


@require_POST
def file_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file from a draft."""
    found = _file(request, pk)
    found.remove(by=request.user)
    messages.success(request, f"已删除附件：{found}。")
    return redirect(found.paper)


@require_safe
def paper(request: HttpRequest, pk: int, paper: Printed, suffix: Format) -> HttpResponse:
    """The paper itself, or for the county the list of receipts, to be signed or filed."""
    found = _visible(request, pk)
    if paper == Printed.DOCUMENT:
        made, name = county_papers.document_of(found), str(found)
    elif CountyPaper.may_be_entered_by(request.user):
        made, name = county_papers.receipts_of(found), f"{found}{paper.label}"
    else:
        raise PermissionDenied
    return paper_response(request, found, made, suffix, name=name)
