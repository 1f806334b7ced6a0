"""Who I am here: the appointment I act in and the year I work in."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from cppcc import audit
from members.years import FIRST, LAST


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Http404
    return int(text)


@require_POST
def acting(request: HttpRequest) -> HttpResponse:
    """Act in another of one's own appointments from now on."""
    chosen = _number(request, "appointment")
    if not request.user.act_as(chosen):
        raise Http404
    request.session["appointment"] = chosen
    audit.record("act_as", by=request.user)
    return HttpResponseRedirect("/")


@require_POST
def year(request: HttpRequest) -> HttpResponse:
    """Work in another year from now on, on the same page."""
    chosen = _number(request, "year")
    if not FIRST <= chosen <= LAST:
        raise Http404
    request.session["year"] = chosen
    target = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(target if is_ours else "/")
