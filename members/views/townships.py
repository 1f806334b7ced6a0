"""A township's page (乡镇、街道联工委，县直界别活动组): its names and its people."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cppcc import clock
from cppcc.once import acts_once
from cppcc.records import form_page
from members.forms.townships import ContactForm, GroupPostForm, TownshipForm
from members.models import County, GroupPost, TargetSheet, Township
from members.years import working_year


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
    return render(request, "townships/index.html", {"rows": rows})


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
    township = _visible(request, pk)
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
    return render(request, "townships/detail.html", context)


def _visible(request: HttpRequest, pk: int) -> Township:
    return get_object_or_404(Township.objects.visible_to(request.user), pk=pk)


def _facts(township: Township) -> list[tuple[str, str]]:
    names = ("kind", "body_name", "full_name", "head_title", "committee_name")
    names += ("phone", "address", "red_head", "number_code")
    labels = {name: Township._meta.get_field(name).verbose_name for name in names}
    shown = {name: getattr(township, name) for name in names}
    shown["kind"] = township.get_kind_display()
    return [(labels[name], shown[name]) for name in names]


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    form = TownshipForm(
        request.POST or None, user=request.user, cancel_url=reverse("townships:index")
    )
    return form_page(request, form, heading="登记乡镇或活动组", done="已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change its names: what was reported before keeps those of its day."""
    township = _visible(request, pk)
    form = TownshipForm(
        request.POST or None,
        instance=township,
        user=request.user,
        cancel_url=township.get_absolute_url(),
    )
    hint = "改名以后，页面和新的公文用新的名称；已经上报的材料保留原来的。"
    return form_page(request, form, heading=f"修改{township}", hint=hint, done="已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Change where the office is and how to reach it."""
    form = ContactForm(request.POST or None, instance=_visible(request, pk), user=request.user)
    return form_page(request, form, heading="修改联系方式", done="联系方式已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def post_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter who heads the body, who is its clerk, or which county leader is linked to it."""
    form = GroupPostForm(request.POST or None, township=_visible(request, pk), user=request.user)
    return form_page(request, form, heading="登记负责人、工作人员或联系领导", done="已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def post_edit(request: HttpRequest, pk: int) -> HttpResponse:
    seen = GroupPost.objects.visible_to(request.user).select_related("township")
    post = get_object_or_404(seen, pk=pk)
    form = GroupPostForm(
        request.POST or None, township=post.township, instance=post, user=request.user
    )
    return form_page(request, form, heading=f"修改：{post}", done="已保存。")
