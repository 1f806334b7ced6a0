"""What happens to several memberships at once: a member moves to another township, a roster goes
on into the next term."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import Appointment
from counties.models import Sector, Term, Township
from cppcc import audit
from members import logins
from members.models import Membership


def transfer(
    membership: Membership,
    *,
    by,
    township: Township,
    on: date,
    sector: Sector,
    post: str,
    version: int,
) -> Membership:
    """Move a member to another township (调动) on `on`, their first day there.

    What they did before stays with the township they left; their login follows. The county alone
    does it, because two offices are concerned. Raises StaleRecordError if somebody was quicker.
    """
    if not Membership.may_be_moved_by(by):
        raise PermissionDenied
    with transaction.atomic():
        before = on - timedelta(days=1)
        membership.revise(by=by, version=version, left_on=before, left_why=f"调到{township}")
        moved = Membership(
            county_id=membership.county_id,
            township=township,
            member=membership.member,
            term=membership.term,
            sector=sector,
            post=post,
            joined_on=on,
        )
        moved.enter(by=by)
        _take_login_along(membership, moved, by=by)
    return moved


def _take_login_along(old: Membership, new: Membership, *, by) -> None:
    """Let the member's login act in the new township from the first day there.

    One that was opened since then belongs there as a whole; a stopped one stays stopped.
    """
    login = logins.login_of(old)
    if login is None:
        return
    if login.first_on < new.joined_on:
        Appointment.objects.filter(pk=login.pk).update(last_on=old.left_on)
        login.pk, login.first_on = None, new.joined_on
    login.township_id = new.township_id
    login.save()
    audit.record("enter", by=by, target=login)


def reelect(
    memberships: Iterable[Membership], staying: set[int], *, by, term: Term, on: date
) -> dict[str, int]:
    """End these memberships on the eve of `on` (换届) and name those who stay for the new term.

    The old memberships keep all that belongs to them and stay readable. Raises StaleRecordError if
    one of them has been edited since it was read.
    """
    memberships = list(memberships)
    if not Membership.is_roster_kept_by(by):
        raise PermissionDenied
    with transaction.atomic():
        for one in memberships:
            why = "换届，连任" if one.pk in staying else "换届"
            one.revise(by=by, left_on=on - timedelta(days=1), left_why=why)
        named = [
            Membership(
                **one.tenant,
                member_id=one.member_id,
                term=term,
                sector_id=one.sector_id,
                post=one.post,
                joined_on=on,
            )
            for one in memberships
            if one.pk in staying
        ]
        Membership.objects.bulk_create(named)
        audit.record_all("enter", by=by, targets=named)
        audit.record("reelect", by=by, target=term, on=on, staying=len(named))
    return {"staying": len(named), "leaving": len(memberships) - len(named)}
