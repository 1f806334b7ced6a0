"""The login of a member on the roster: whose it is, inviting, and who has one yet."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.invitations import appoint
from accounts.models import Appointment, User
from counties.roles import Role
from cppcc import clock
from members.models import Member, Membership


def login_of(membership: Membership) -> Appointment | None:
    """The role of a member that this membership gave, in force or stopped."""
    person = membership.member.user
    theirs = person.appointments.not_over(clock.today()) if person else Appointment.objects.none()
    return theirs.filter(
        county=membership.county_id, role=Role.MEMBER, township=membership.township_id
    ).first()


def invite_member(membership: Membership, *, by: User) -> Appointment:
    """Open the account of a member on the roster, or add the role to the one they have.

    ValidationError in words for the office if this person may not have it.
    """
    member = membership.member
    with transaction.atomic():
        person = Member.objects.select_for_update().get(pk=member.pk).user
        if person is None:
            phone = "" if User.is_phone_taken(member.phone) else member.phone
            person = User.objects.open_account(name=member.name, phone=phone)
            member.revise(by=by, user=person)
        appointment = login_of(membership)
        if person == by:
            raise ValidationError("不能邀请自己，请同事办理。")
        if appointment is not None and appointment.is_stopped:
            raise ValidationError("这个身份已停用。要让本人再用的，请点姓名，恢复使用。")
        if appointment is None:
            appointment = Appointment(
                user=person,
                county_id=membership.county_id,
                role=Role.MEMBER,
                township=membership.township,
            )
            appoint(appointment, by=by)
    return appointment


def members_of(user: User) -> list[tuple[Membership | None, Appointment | None]]:
    """The members now serving that `user` invites, each with their account, if they have one;
    then the accounts left over, of people who no longer serve."""
    today = clock.today()
    serving = Membership.objects.visible_to(user).serving(today, today)
    accounts = {
        (one.user_id, one.township_id): one
        for one in Appointment.objects.visible_to(user).not_over(today).for_accounts()
        if one.role == Role.MEMBER
    }
    rows = [
        (one, accounts.get((one.member.user_id, one.township_id))) for one in serving.for_list()
    ]
    shown = {account.pk for _, account in rows if account}
    return rows + [(None, one) for one in accounts.values() if one.pk not in shown]
