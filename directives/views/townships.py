"""A township's page: its names, its people now and before, and what a year asks of it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from counties.models import County, GroupPost, Township
from cppcc import clock
from cppcc.clock import working_year
from directives.models import TargetSheet


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The county's townships with who heads them now; anybody else is led to the own one."""
    if not County.is_kept_by(request.user):
        own = Township.objects.visible_to(request.user).first()
        if own is None:
            raise PermissionDenied
        return redirect(own)
    year = working_year(request)
    serving = _serving(GroupPost.objects.visible_to(request.user))
    sheets = {
        sheet.township_id: sheet
        for sheet in TargetSheet.objects.visible_to(request.user).filter(year=year)
    }
    rows = [
        {"township": one, "posts": serving.get(one.pk, {}), "sheet": sheets.get(one.pk)}
        for one in Township.objects.visible_to(request.user)
    ]
    return render(request, "directives/townships.html", {"rows": rows})


def _serving(posts) -> dict:
    """{township: {kind: names}} of those who serve today."""
    found, today = {}, clock.today()
    for one in posts.for_list():
        if one.serves_on(today):
            kinds = found.setdefault(one.township_id, {})
            kinds.setdefault(one.get_kind_display(), []).append(one.name)
    return found


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The names, the people now and before, and the target sheet of the working year."""
    township = get_object_or_404(Township.objects.visible_to(request.user), pk=pk)
    year, today = working_year(request), clock.today()
    posts = list(GroupPost.objects.visible_to(request.user).in_township(pk).for_list())
    sheets = TargetSheet.objects.visible_to(request.user).in_township(pk)
    context = {
        "township": township,
        "facts": _facts(township),
        "posts": [(one, one.serves_on(today)) for one in posts],
        "sheet": sheets.filter(year=year).first(),
        "is_kept": township.is_editable_by(request.user),
        "may_contact": township.may_be_contacted_by(request.user),
    }
    return render(request, "directives/township.html", context)


def _facts(township: Township) -> list[tuple[str, str]]:
    names = ("kind", "body_name", "full_name", "head_title", "committee_name")
    names += ("phone", "address", "red_head", "number_code")
    labels = {name: Township._meta.get_field(name).verbose_name for name in names}
    shown = {name: getattr(township, name) for name in names}
    shown["kind"] = township.get_kind_display()
    return [(labels[name], shown[name]) for name in names]
