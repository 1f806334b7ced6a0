"""Keeping a township (乡镇、街道联工委，县直界别活动组): its names and its people.

Its page stands with what is asked of it, in `directives`.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from counties.forms.townships import ContactForm, GroupPostForm, TownshipForm
from counties.models import GroupPost, Township
from cppcc.once import acts_once
from cppcc.records import form_page


def _visible(request: HttpRequest, pk: int) -> Township:
    return get_object_or_404(Township.objects.visible_to(request.user), pk=pk)


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
