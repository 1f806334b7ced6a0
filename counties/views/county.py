"""The county's days, limits and numbers, and what it is called."""

from operator import attrgetter

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from counties.forms.county import CountyForm, CountyTargetsForm, DeadlineForm, GuidingForm
from counties.models import County, Deadline, GuidingText
from counties.models.deadlines import LAST_KNOWN_YEAR
from cppcc import clock
from cppcc.clock import working_year
from cppcc.once import acts_once
from cppcc.records import form_page

HOME = "county:index"


@acts_once
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """What the county is called, its papers, its days of the year."""
    County.require_keeper(request.user)
    county = get_object_or_404(County.objects.visible_to(request.user))
    form = CountyForm(request.POST or None, instance=county, user=request.user)
    return form_page(request, form, heading="名称、公文和日子", done="已保存。")


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """The county's limits, each with an example that begins today."""
    County.require_keeper(request.user)
    today = clock.today()
    limits = Deadline.objects.visible_to(request.user)
    rows = [(one, one.explain(today, one.start)) for one in sorted(limits, key=attrgetter("place"))]
    context = {"rows": rows, "last_known_year": LAST_KNOWN_YEAR}
    return render(request, "counties/deadlines.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def deadline_edit(request: HttpRequest, pk: int) -> HttpResponse:
    limit = get_object_or_404(Deadline.objects.visible_to(request.user), pk=pk)
    if not limit.is_editable_by(request.user):
        raise PermissionDenied
    form = DeadlineForm(
        request.POST or None,
        instance=limit,
        user=request.user,
        cancel_url=limit.get_absolute_url(),
    )
    hint = (
        f"从{limit.start}那天起算，那一天不算在内。已经定下的期限不变，改了以后才交办的按新的算。"
    )
    heading = f"修改期限：{limit.get_key_display()}"
    return form_page(request, form, heading=heading, hint=hint, done="期限已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def guiding(request: HttpRequest) -> HttpResponse:
    """The county's words for the working year (指导思想)."""
    County.require_keeper(request.user)
    year = working_year(request)
    text = GuidingText.objects.visible_to(request.user).filter(year=year).first()
    form = GuidingForm(
        request.POST or None,
        instance=text or GuidingText(year=year),
        user=request.user,
        cancel_url=reverse(HOME),
    )
    return form_page(request, form, heading=f"{year}年指导思想", done="指导思想已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def targets(request: HttpRequest) -> HttpResponse:
    """The numbers that the working year asks of every body and every member."""
    County.require_keeper(request.user)
    year = working_year(request)
    form = CountyTargetsForm(
        request.POST or None, user=request.user, year=year, cancel_url=reverse(HOME)
    )
    hint = (
        "这里的数用在各乡镇的进度、标准任务和全县一览里。清空一格就是不设目标。"
        "已经下达给乡镇的目标任务书不受影响。"
    )
    return form_page(
        request, form, heading=f"{year}年目标", hint=hint, done=f"{year}年目标已保存。"
    )
