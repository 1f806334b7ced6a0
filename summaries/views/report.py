"""Year-end summaries: compose, edit, sign, report; and at the county read, accept or return."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counties.models import Township
from cppcc import figures
from cppcc.clock import working_year
from cppcc.documents.html import render_html
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.papers import Format, docx_response, paper_response, pdf_response
from cppcc.records import act_page, road
from cppcc.workflow import StaleRecordError
from summaries import services
from summaries.exports import REPORT_FIELDS
from summaries.forms.report import ACTION_FORMS, SummaryForm
from summaries.models import FrozenFigure, Report
from summaries.tokens import token
from summaries.volume import copies_of, may_bind, volume_of
from summaries.workflow import STEPS, Action


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The year's summaries: a township's own; the county sees what has reached it, or not yet."""
    year = working_year(request)
    reports = Report.objects.visible_to(request.user).filter(year=year).for_list()
    if table := exported(request, f"{year}年年终总结", REPORT_FIELDS, reports):
        return table
    context = {
        "page": Paginator(reports, 30).get_page(request.GET.get("page")),
        "may_create": Report.may_be_entered_by(request.user) and not reports.exists(),
        "may_bind": may_bind(request.user) and reports.accepted().exists(),
    }
    return render(request, "summaries/index.html", context)


@require_safe
def volume(request: HttpRequest, suffix: Format) -> HttpResponse:
    """The year's accepted summaries of all townships bound as one (合订本)."""
    if not may_bind(request.user):
        raise PermissionDenied
    year, county = working_year(request), request.user.acting.county
    copies = copies_of(request.user, year)
    if not copies:
        messages.info(request, "本年度还没有接收的年终总结，接收以后才能合订。")
        return redirect("summaries:index")
    name, back = f"{year}年度工作总结合订本", reverse("summaries:index")
    paper = volume_of(copies, year, county)
    return paper_response(request, county, paper, suffix, name=name, back=back)


@acts_once
@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """Compose the draft of the working year from its records, with one press."""
    if not Report.may_be_entered_by(request.user):
        raise PermissionDenied
    year = working_year(request)
    existing = Report.objects.visible_to(request.user).filter(year=year).first()
    if existing:
        messages.info(request, "本年度的年终总结已经起草过了。")
        return redirect(existing)
    township = get_object_or_404(Township.objects.visible_to(request.user).select_related("county"))
    report = services.draft(township, year, by=request.user)
    messages.success(request, "已根据全年记录起草，请核对修改。")
    return redirect(report)


def _visible(request: HttpRequest, pk: int):
    """The report and, where the reader is shown what was frozen, its copy."""
    report = get_object_or_404(
        Report.objects.visible_to(request.user).select_related("township__county"), pk=pk
    )
    shows_copy = report.is_frozen or not report.is_own(request.user)
    return report, report.copy if shows_copy else None


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    report, copy = _visible(request, pk)
    context = {
        "report": report,
        "copy": copy,
        "paper": render_html(services.document_of(report, copy)),
        "events": report.events.all(),
        "steps": road(report, STEPS),
        "actions": [Action(action) for action in report.actions_for(request.user)],
        "may_edit": report.is_editable_by(request.user),
    }
    return render(request, "summaries/detail.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Edit the text with the paper beside it; figures are chips that stay live."""
    report, _ = _visible(request, pk)
    if not report.is_editable_by(request.user):
        raise PermissionDenied
    form = SummaryForm(request.POST or None, user=request.user, report=report)
    if form.is_bound and form.is_valid():
        try:
            report.rewrite(
                by=request.user,
                version=form.cleaned_data["version"],
                title=form.cleaned_data["title"],
                cutoff_on=form.cleaned_data["cutoff_on"],
                sections=form.sections(),
            )
        except StaleRecordError:
            return _conflict(request, report, form)
        messages.success(request, "总结已保存。")
        return redirect("summaries:edit", pk=report.pk)
    return _editor(request, report, form)


def _conflict(request: HttpRequest, report: Report, form: SummaryForm) -> HttpResponse:
    """A colleague saved first: show both texts; saving again is then a decision."""
    stored = Report.objects.visible_to(request.user).get(pk=report.pk)
    form.data = form.data.copy()
    form.data["version"] = stored.version
    mine = form.sections()
    theirs = list(stored.sections.values_list("heading", "body"))
    rows = [
        (heading or "开头", body, dict(mine).get(heading, ""))
        for heading, body in theirs
        if (heading, body) not in mine
    ]
    return _editor(request, stored, form, theirs=rows)


def _editor(request: HttpRequest, report: Report, form: SummaryForm, **context) -> HttpResponse:
    text = services.live_text(report)
    counted = services.counted_figures(report, figures_of_townships())
    chips = [{"token": token(one), "name": one.name, "value": one.value.text} for one in counted]
    mentioned = set(text.names())
    document = services.year_end_document(text, [one for one in counted if one.name in mentioned])
    context |= {"report": report, "form": form, "chips": chips, "paper": render_html(document)}
    return render(request, "summaries/edit.html", context)


def figures_of_townships() -> list[str]:
    """The names of all figures that a township's report may mention."""
    return [name for name, one in figures.by_name().items() if "township" in one.paths]


@transaction.non_atomic_requests
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, action: Action) -> HttpResponse:
    """Take one action; reporting renders the paper before the transaction that freezes it."""
    report, _ = _visible(request, pk)
    return act_page(request, report, action, ACTION_FORMS[action], verbs=VERBS, hint=HINTS[action])


VERBS = {Action.REPORT: services.report_to_county}
HINTS = {
    Action.SIGN: "签发后正文不能再改，要改先撤回签发；指标仍随记录更新，直到上报。",
    Action.REOPEN: "撤回后可以继续修改正文，改好再重新签发。",
    Action.REPORT: "上报时，正文、每个指标的数值和依据的记录、PDF 文件一起固定，"
    "并记下校验码（SHA-256）。以后记录再有变化，这份总结也不变；要修改，须由县政协退回。",
    Action.ACCEPT: "接收后，这份总结归档，不能再退回修改。",
    Action.SEND_BACK: "写明要改什么。乡镇修改后重新签发、上报，这次上报的文本仍然保留。",
}


@acts_once
@require_http_methods(["GET", "POST"])
def redraft(request: HttpRequest, pk: int) -> HttpResponse:
    """Compose the text again; what was written is replaced, so it asks first."""
    report, _ = _visible(request, pk)
    if not report.is_editable_by(request.user):
        raise PermissionDenied
    if request.method == "POST":
        services.redraft(report, by=request.user, version=report.version)
        messages.success(request, "已按现在的记录重新起草。")
        return redirect("summaries:edit", pk=report.pk)
    return render(request, "summaries/redraft.html", {"report": report})


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The summary as PDF: once reported, the frozen bytes and nothing else."""
    report, copy = _visible(request, pk)
    if copy is not None:
        return pdf_response(request, report, bytes(copy.pdf))
    return pdf_response(request, report, services.document_of(report, None))


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    report, copy = _visible(request, pk)
    return docx_response(request, report, services.document_of(report, copy))


@require_safe
def frozen_figure(request: HttpRequest, pk: int, figure: int) -> HttpResponse:
    """The records behind a figure as they were when the summary was reported."""
    report, _ = _visible(request, pk)
    figures_of_report = FrozenFigure.objects.visible_to(request.user).filter(copy__report=report)
    frozen = get_object_or_404(figures_of_report, pk=figure)
    return render(request, "summaries/frozen_figure.html", {"report": report, "figure": frozen})
