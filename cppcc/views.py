"""The pages of the kernel: the records behind a figure, and what answers before login."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from cppcc import drafts, figures


def _day(request: HttpRequest, name: str) -> date:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        raise Http404 from None


def _owner_pk(request: HttpRequest) -> int:
    text = request.GET.get("owner", "")
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Http404
    return int(text)


@require_safe
def figure(request: HttpRequest, key: str) -> HttpResponse:
    """The records a figure counts, as far as this user may see them, and its explanation."""
    shown, level = figures.REGISTRY.get(key), request.GET.get("level", "")
    if shown is None or level not in shown.paths:
        raise Http404
    owners: Any = figures.owners(level)  # an app's own, so it has the gate
    owners = owners.visible_to(request.user).open_to(request.user)
    owner = get_object_or_404(owners, pk=_owner_pk(request))
    first, last = _day(request, "first"), _day(request, "last")
    number = shown.grouped(level, [owner.pk], first, last)[owner.pk]
    evidence = shown.evidence(level, owner.pk, first, last)
    visible: Any = evidence.filter(
        pk__in=evidence.model.objects.visible_to(request.user).values("pk")
    )
    if level == "county":  # then each record says whose it is
        visible = visible.select_related("township")
    context = {
        "figure": shown,
        "shows_township": level == "county",
        "number": figures.show(number),
        "owner": owner,
        "first": first,
        "last": last,
        "page": Paginator(visible.for_evidence(), 50).get_page(request.GET.get("page")),
    }
    return render(request, "components/figure_records.html", context)


@require_POST
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keep what is being typed in one of the user's forms, or drop it and show the form anew."""
    address = request.POST.get("address", "")
    if not url_has_allowed_host_and_scheme(address, None) or not address.startswith("/"):
        raise Http404
    if "discard" in request.POST:
        drafts.forget(request, address)
        return HttpResponseRedirect(address)
    saved_at = drafts.keep(request.user, address, request.POST)
    if saved_at is None:
        return HttpResponseBadRequest("内容太长，没有存成草稿。")
    return JsonResponse({"saved": f"草稿已保存 {saved_at:%H:%M}"})
