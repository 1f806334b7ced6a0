"""What becomes of members: transfer, the next term; and what is a person's own."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from counties.models import Township
from cppcc.attachments import attachment_response
from cppcc.once import acts_once
from cppcc.records import form_page
from cppcc.workflow import StaleRecordError
from members.forms.moving import ReelectionForm, TransferForm
from members.forms.personal import ContactForm, PortraitForm
from members.models import Membership, Portrait


def _visible(request: HttpRequest, pk: int) -> Membership:
    return get_object_or_404(Membership.objects.visible_to(request.user).for_list(), pk=pk)


@acts_once
@require_http_methods(["GET", "POST"])
def transfer(request: HttpRequest, pk: int) -> HttpResponse:
    """The county moves a member to another township."""
    membership = _visible(request, pk)
    if membership.left_on and Membership.may_be_moved_by(request.user):
        messages.warning(request, "这位委员已经离任，不能再办理调动。")
        return redirect(membership)
    form = TransferForm(request.POST or None, user=request.user, membership=membership)
    hint = f"{membership}现在{membership.township}任职。调动后，两个乡镇都看得到各自那一段。"
    done = "调动已办理。"
    return form_page(request, form, heading=f"办理调动：{membership}", done=done, hint=hint)


@acts_once
@require_http_methods(["GET", "POST"])
def reelect(request: HttpRequest) -> HttpResponse:
    """Into the next term for a whole township: who is ticked serves on, the others end."""
    user = request.user
    if not Membership.is_roster_kept_by(user):
        raise PermissionDenied
    townships = list(Township.objects.visible_to(user))
    asked = request.GET.get("township", "")
    chosen = next((one for one in townships if str(one.pk) == asked), None)
    if len(townships) == 1:
        chosen = townships[0]
    if chosen is None:
        context = {"townships": townships}
        return render(request, "members/reelection_township.html", context)
    form = ReelectionForm(
        request.POST or None, user=user, township=chosen, cancel_url=reverse("members:index")
    )
    heading = f"换届：{chosen}"
    if form.is_bound and form.is_valid():
        try:
            told = form.save()
        except StaleRecordError:
            messages.warning(request, "没有办理：名册刚刚被同事改过，请核对后再办理。")
            return redirect(request.get_full_path())
        done = f"换届已办理：连任{told['staying']}人，离任{told['leaving']}人。"
        messages.success(request, done)
        return redirect("members:index")
    return render(request, "components/form.html", {"form": form, "heading": heading})


@acts_once
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """A member corrects the own phone number."""
    membership = _visible(request, pk)
    form = ContactForm(request.POST or None, user=request.user, membership=membership)
    return form_page(request, form, heading="更正联系电话", done="联系电话已保存。")


def _portrait(request: HttpRequest, membership: Membership) -> Portrait | None:
    return Portrait.objects.visible_to(request.user).filter(member=membership.member_id).first()


@require_safe
def portrait(request: HttpRequest, pk: int) -> HttpResponse:
    """The photo, for those who may see what is private of the person."""
    membership = _visible(request, pk)
    found = _portrait(request, membership) if membership.shows_person_to(request.user) else None
    if found is None:
        raise Http404
    return attachment_response(request, found, is_saved=False)


@acts_once
@require_http_methods(["GET", "POST"])
def portrait_edit(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _visible(request, pk)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PortraitForm(*given, user=request.user, membership=membership)
    return form_page(request, form, heading=f"照片：{membership}", done="照片已保存。")
