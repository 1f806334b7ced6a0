"""The follow-up list: what was promised or taken up, until it is really done (跟踪落实)."""

from itertools import chain

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from activities.models import Activity
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.workflow import StaleRecordError
from matters.forms import ProgressForm, PromiseForm
from matters.models import FollowUp
from proposals.exports import FOLLOW_UP_FIELDS
from proposals.models import Proposal, SuggestionItem

SOURCES = ("proposals", "suggestion_items__suggestion", "findings__activity__kind")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything that is still open, whatever year it comes from, the most urgent first."""
    follow_ups = FollowUp.objects.visible_to(request.user).open().for_list()
    follow_ups = follow_ups.select_related("township").prefetch_related(*SOURCES)
    if table := exported(request, "跟踪落实", FOLLOW_UP_FIELDS, follow_ups):
        return table
    page = Paginator(follow_ups, 30).get_page(request.GET.get("page"))
    rows = [
        {"follow_up": one, "source": _source(one), "may_progress": _is_kept_by(one, request.user)}
        for one in page
    ]
    return render(request, "proposals/followups.html", {"page": page, "rows": rows})


def _source(follow_up: FollowUp) -> Proposal | SuggestionItem | Activity | None:
    """What it follows: a proposal, an item, or the activity that found something."""
    found = (finding.activity for finding in follow_up.findings.all())
    return next(chain(follow_up.proposals.all(), follow_up.suggestion_items.all(), found), None)


def _is_kept_by(follow_up: FollowUp, user) -> bool:
    """Whether `user` enters its progress: whoever keeps its source does."""
    source = _source(follow_up)
    if isinstance(source, Activity):
        return source.may_be_found_by(user)
    return source is not None and source.may_be_followed_up_by(user)


@acts_once
@require_http_methods(["GET", "POST"])
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Put what the reply of a proposal promises on the follow-up list."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user), pk=pk)
    if not proposal.may_be_followed_up_by(request.user):
        raise PermissionDenied
    form = PromiseForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        cancel_url=proposal.get_absolute_url(),
    )
    if form.is_bound and form.is_valid():
        try:
            proposal.promise(by=request.user, **form.cleaned_data)
            messages.success(request, "已列入跟踪落实。")
        except StaleRecordError:
            messages.warning(request, "没有列入：这件提案已经在跟踪，或者还没有答复。")
        return redirect(proposal)
    context = {"form": form, "heading": f"列入跟踪落实：{proposal}"}
    return render(request, "components/form.html", context)


@acts_once
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter how far a thing promised, taken up or found has come."""
    follow_ups = FollowUp.objects.visible_to(request.user).prefetch_related(*SOURCES)
    follow_up = get_object_or_404(follow_ups, pk=pk)
    if not _is_kept_by(follow_up, request.user):
        raise PermissionDenied
    source = _source(follow_up)
    form = ProgressForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        follow_up=follow_up,
        cancel_url=source.get_absolute_url(),
    )
    if form.is_bound and form.is_valid():
        try:
            follow_up.move(by=request.user, **form.cleaned_data)
            messages.success(request, "进展已保存。")
        except StaleRecordError:
            messages.warning(request, "没有保存：同事刚刚登记过进展，请核对后再填。")
        return redirect(source)
    context = {"form": form, "heading": f"更新进展：{follow_up}"}
    return render(request, "components/form.html", context)
