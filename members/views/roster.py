"""The roster (委员名册): who serves in the year, and what each has done."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from counties.models import Sector, Township
from cppcc import audit, clock, figures, periods
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.records import form_page
from cppcc.texts import clean_text
from members.exports import roster_fields
from members.forms.roster import LeaveForm, MembershipForm
from members.models import Correction, Engagement, Honour, Membership, Pairing, Portrait


def _chosen(request: HttpRequest, name: str, rows):
    """Which of the rows a filter in the address names."""
    selected = request.GET.get(name, "")
    return next((row for row in rows if str(row.pk) == selected), None)


def _filter(request: HttpRequest, name: str, label: str, rows) -> dict:
    choices = [(row.pk, row.name) for row in rows]
    selected = request.GET.get(name, "")
    return {"name": name, "label": label, "choices": choices, "selected": selected}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Who serves in the working year; filters stand in the address."""
    year = periods.year(working_year(request))
    seen = Membership.objects.visible_to(request.user).serving(year.first, year.last)
    roster = seen.for_list().with_namesakes()
    sectors = list(Sector.objects.visible_to(request.user))
    townships = list(Township.objects.visible_to(request.user))
    filters = [_filter(request, "sector", "界别", sectors)]
    if len(townships) > 1:
        filters.append(_filter(request, "township", "乡镇", townships))
    sector, township = _chosen(request, "sector", sectors), _chosen(request, "township", townships)
    q = clean_text(request.GET.get("q", "")).strip()[:100]
    if sector:
        roster = roster.filter(sector=sector)
    if township:
        roster = roster.in_township(township.pk)
    if q:
        roster = roster.find(q)
    is_kept = Membership.is_roster_kept_by(request.user)
    title, fields = f"{year.first.year}年委员名册", roster_fields(request.user)
    if table := exported(request, title, fields, roster, has_phones=is_kept):
        return table
    context = {
        "page": Paginator(roster, 30).get_page(request.GET.get("page")),
        "filters": filters,
        "q": q,
        "clear": request.path if sector or township or q else "",
        "shows_township": request.user.acting.township_id is None,
        "shows_service": Membership.is_roster_open_to(request.user),
        "may_create": Membership.may_be_entered_by(request.user),
        "is_kept": is_kept,
        "corrections": _corrections(request) if is_kept else (),
    }
    return render(request, "members/index.html", context)


def _corrections(request: HttpRequest):
    """What members have corrected themselves in the last weeks."""
    since = clock.today() - timedelta(days=30)
    return Correction.objects.visible_to(request.user).since(since).for_list()[:10]


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Enter a person and their membership of the term in force."""
    form = MembershipForm(
        request.POST or None, user=request.user, cancel_url=reverse("members:index")
    )
    return form_page(request, form, heading="登记委员", done="委员已保存。")


def _visible(request: HttpRequest, pk: int) -> Membership:
    return get_object_or_404(Membership.objects.visible_to(request.user).for_list(), pk=pk)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A member's page: the own one and, for the offices, all in full; a colleague's in brief."""
    membership = _visible(request, pk)
    context = {
        "membership": membership,
        "shows_person": membership.shows_person_to(request.user),
        "is_open": membership.is_open_to(request.user),
        "may_edit": membership.is_editable_by(request.user),
        "may_move": Membership.may_be_moved_by(request.user) and not membership.left_on,
        "may_correct": membership.may_be_corrected_by(request.user),
    }
    if context["shows_person"]:
        audit.record("view_person", by=request.user, target=membership)
        context |= _person(request, membership)
    if context["is_open"]:
        context |= _work(request, membership)
    return render(request, "members/detail.html", context)


def _person(request: HttpRequest, membership: Membership) -> dict:
    """What is private: the photo, what was corrected, and the other terms of the same person."""
    user, person = request.user, membership.member_id
    own = Membership.objects.visible_to(user).of_person(person).exclude(pk=membership.pk)
    return {
        "portrait": Portrait.objects.visible_to(user).filter(member=person).first(),
        "corrections": Correction.objects.visible_to(user).filter(member=person).for_list()[:5],
        "other_terms": own,
    }


def _work(request: HttpRequest, membership: Membership) -> dict:
    """What the member did in the working year: figures, and the records about the person."""
    year = periods.year(working_year(request))

    def own(model):
        records = model.objects.visible_to(request.user).filter(membership=membership)
        return records.within(year.first, year.last).for_list()

    return {
        "figures": _figures(membership, year),
        "honours": own(Honour),
        "pairings": own(Pairing),
        "engagements": own(Engagement),
    }


def _figures(membership: Membership, year: periods.Period) -> list[dict]:
    """Every figure that can be told of one member, each a link to its records."""
    keys = [key for key, _ in figures.choices("member")]
    days = year.first, year.last
    counted = figures.measure(keys, "member", [membership.pk], *days)
    return [
        {
            "name": figures.REGISTRY[key].name,
            "value": figures.show(counted[key][membership.pk]),
            "unit": figures.REGISTRY[key].unit,
            "url": figures.link(key, "member", membership.pk, *days),
        }
        for key in keys
    ]


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _visible(request, pk)
    form = MembershipForm(
        request.POST or None,
        instance=membership,
        user=request.user,
        cancel_url=membership.get_absolute_url(),
    )
    return form_page(request, form, heading=f"修改委员：{membership}", done="委员已保存。")


@acts_once
@require_http_methods(["GET", "POST"])
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the same person's membership of another term (连任), so that they stay one person."""
    former = _visible(request, pk)
    form = MembershipForm(
        request.POST or None,
        instance=Membership(member=former.member, sector=former.sector, post=former.post),
        user=request.user,
        cancel_url=former.get_absolute_url(),
    )
    return form_page(request, form, heading=f"登记连任：{former}", done="连任已登记。")


@acts_once
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a member has left."""
    membership = _visible(request, pk)
    form = LeaveForm(request.POST or None, instance=membership, user=request.user)
    return form_page(request, form, heading=f"登记离任：{membership}", done="离任已登记。")
