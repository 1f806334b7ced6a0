"""The accounts of the members on a township's own roster."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.models import Appointment
from accounts.views import accounts
from cppcc import clock
from members import logins
from members.models import Membership


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Staff: the members now serving, each with the state of their account. Others: the accounts
    they look after."""
    if not Appointment.invites_from_roster(request.user):
        return accounts.index(request)
    members = logins.members_of(request.user)
    context = {
        "members": members,
        "uninvited": [one for one, account in members if account is None],
    }
    return render(request, "members/logins.html", context)


def _roster(request: HttpRequest):
    if not Appointment.invites_from_roster(request.user):
        raise PermissionDenied
    today = clock.today()
    return Membership.objects.visible_to(request.user).serving(today, today).for_list()


@require_POST
def invite_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite one member of the own roster."""
    visible = get_object_or_404(Membership.objects.visible_to(request.user), pk=pk)
    membership = get_object_or_404(_roster(request), pk=visible.pk)
    return _invite(request, [membership])


@require_POST
def invite_all(request: HttpRequest) -> HttpResponse:
    """Invite every member of the own roster who has no account yet: a sheet of slips."""
    _roster(request)  # refuses whoever has none
    rows = logins.members_of(request.user)
    return _invite(request, [membership for membership, account in rows if account is None])


def _invite(request: HttpRequest, memberships: list[Membership]) -> HttpResponse:
    """Invite each of them; whoever may not have the role is named, and the others get theirs."""
    made = []
    for membership in memberships:
        try:
            made.append(logins.invite_member(membership, by=request.user))
        except ValidationError as error:
            messages.warning(request, f"没有邀请{membership}：{error.message}")
    return accounts.after_inviting(request, made) if made else redirect("accounts:index")
