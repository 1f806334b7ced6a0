"""The archive (旧资料): papers of past years, found by their words."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from counties.models import Township
from cppcc.attachments import attachment_response
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.records import form_page
from cppcc.texts import clean_text
from cppcc.workflow import StaleRecordError
from members.exports import OLD_PAPER_FIELDS
from members.forms.archive import NewOldPaperForm, OldPaperForm
from members.models import OldPaper


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All papers, the latest year first; a search looks in titles and texts."""
    user = request.user
    papers = OldPaper.objects.visible_to(user)
    filters = _filters(request, papers)
    year, sort, township = (one["selected"] for one in filters)
    q = clean_text(request.GET.get("q", "")).strip()[:100]
    if year:
        papers = papers.of_year(int(year))
    if sort:
        papers = papers.filter(sort=sort)
    if township:
        papers = papers.in_township(int(township))
    papers = papers.find(q).with_text() if q else papers.for_list()
    if table := exported(request, "旧资料", OLD_PAPER_FIELDS, papers):
        return table
    page = Paginator(papers, 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(paper, paper.around(q) if q else "") for paper in page],
        "filters": [one for one in filters if len(one["choices"]) > 1],
        "q": q,
        "clear": request.path if q or year or sort or township else "",
        "shows_township": user.acting.township_id is None,
        "may_create": OldPaper.may_be_entered_by(user),
    }
    return render(request, "members/archive.html", context)


def _filters(request: HttpRequest, papers) -> list[dict]:
    """Year, sort and township; an unknown choice in the address is no choice."""
    townships = [(one.pk, one.name) for one in Township.objects.visible_to(request.user)]
    choices = {
        "year": ("年度", [(year, f"{year}年") for year in papers.years()]),
        "sort": ("类别", OldPaper.Sort.choices),
        "township": ("乡镇", townships),
    }
    filters = []
    for name, (label, options) in choices.items():
        given = request.GET.get(name, "")
        selected = given if given in {str(value) for value, _ in options} else ""
        filters.append({"name": name, "label": label, "choices": options, "selected": selected})
    return filters


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = NewOldPaperForm(*given, user=request.user, cancel_url=reverse("archive:index"))
    return form_page(request, form, heading="存入旧资料", done="资料已保存。")


def _visible(request: HttpRequest, pk: int) -> OldPaper:
    return get_object_or_404(OldPaper.objects.visible_to(request.user).with_text(), pk=pk)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _visible(request, pk)
    context = {"paper": paper, "may_edit": paper.is_editable_by(request.user)}
    return render(request, "members/archive_paper.html", context)


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    return attachment_response(request, _visible(request, pk))


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _visible(request, pk)
    form = OldPaperForm(
        request.POST or None,
        instance=paper,
        user=request.user,
        cancel_url=paper.get_absolute_url(),
    )
    return form_page(request, form, heading=f"修改旧资料：{paper}", done="资料已保存。")


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a paper that was put here by mistake: asks first."""
    paper = _visible(request, pk)
    if not paper.is_editable_by(request.user):
        raise PermissionDenied
    if request.method == "POST":
        text = request.POST.get("version", "")
        seen = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else paper.version
        try:
            paper.remove(by=request.user, version=seen)
        except StaleRecordError:
            messages.warning(request, "没有删除：同事刚刚改过这一份，请核对后再删。")
            return redirect(paper)
        messages.success(request, f"已删除：{paper}。")
        return redirect("archive:index")
    return render(request, "members/archive_delete.html", {"paper": paper})
