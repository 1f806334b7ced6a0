"""Opening accounts, giving and taking away roles: what touches a person and their appointments."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import segno
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from accounts.models import Appointment, Invitation, LoginSession, User
from counties.roles import ADMINISTRATORS, GRANTS
from cppcc import audit, clock
from cppcc.periods import month_and_day

BY_MAIL = timedelta(hours=1)


@dataclass(frozen=True)
class Slip:
    """What somebody is handed to log in for the first time (邀请单)."""

    name: str
    place: str
    role: str
    address: str
    until: datetime
    login_names: list[str]
    is_new: bool  # nobody has set a password yet

    @property
    def picture(self) -> str:
        """The address as a QR code, drawn here."""
        return segno.make(self.address, error="m").svg_data_uri(scale=4, border=2)

    @property
    def text(self) -> str:
        """To paste into a chat."""
        day = month_and_day(self.until)
        verb = "设置密码" if self.is_new else "重新设置密码"
        names = "或".join(self.login_names)
        return (
            f"{self.name}，您好！请在{day}前打开下面的链接，{verb}：\n{self.address}\n"
            f"以后登录填：{names}，和您自己设的密码。"
            f"链接只能用一次，请不要转发给别人。\n{self.place}"
        )


def appoint(appointment: Appointment, *, by: User | None) -> None:
    """Give a role. `by` is nobody where the installation's own commands do it."""
    person, role = appointment.user, appointment.role
    if by is not None and (role not in GRANTS.get(by.acting.role, ()) or person.pk == by.pk):
        raise PermissionDenied
    appointment.first_on = appointment.first_on or clock.today()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)  # two grants at once see each other
        held = set(person.appointments.not_over(clock.today()).values_list("role", flat=True))
        if (held and role in ADMINISTRATORS) or held & ADMINISTRATORS:
            raise ValidationError("管理员不能有别的身份，也不能同时担任两种管理员。")
        same = person.appointments.not_over(clock.today()).filter(
            county=appointment.county_id,
            role=role,
            township=appointment.township_id,
            unit=appointment.unit_id,
        )
        if same.exists():
            raise ValidationError("这个人已经有这个身份了。")
        appointment.save(force_insert=True)
        audit.record("appoint", by=by, target=appointment, person=person.name, role=role)


def invite(
    appointment: Appointment, *, by: User, person: User | None, name: str, phone: str
) -> Appointment:
    """Give a role to somebody who has an account, or to a new person of this name."""
    with transaction.atomic():
        appointment.user = person or User.objects.open_account(name=name, phone=phone)
        appoint(appointment, by=by)
    return appointment


def of_token(token: str) -> Invitation | None:
    """The open link behind an address."""
    return Invitation.objects.of_token(token)


def hand_link(appointment: Appointment, *, by: User, site: str = "") -> Slip:
    """A fresh link for somebody whose account `by` looks after."""
    if not appointment.may_get_link_from(by):
        raise PermissionDenied
    is_new = not appointment.user.has_usable_password()
    token = Invitation.objects.issue(user=appointment.user, by=by)
    return slip(appointment, token, is_new=is_new, site=site)


def slip(appointment: Appointment, token: str, *, is_new: bool = True, site: str = "") -> Slip:
    return Slip(
        name=appointment.user.name,
        place=appointment.place,
        role=appointment.get_role_display(),
        address=site + reverse("welcome", args=[token]),
        until=clock.now() + timedelta(days=settings.INVITATION_DAYS),
        login_names=appointment.user.login_names,
        is_new=is_new,
    )


def send_link(email: str, site: str) -> None:
    """Mail a link to whoever logs in with this address, if there is exactly one."""
    found = User.objects.filter(email__iexact=email, is_active=True)[:2]
    if len(found) != 1 or not found[0].current_appointments:
        return
    person = found[0]
    if person.invitations.filter(expires_at__gt=clock.now(), ended_at=None, made_by=person):
        return  # one at a time: the last is still good
    token = Invitation.objects.issue(user=person, by=person, lasts=BY_MAIL)
    address = site + reverse("welcome", args=[token])
    send_mail(
        "重新设置密码",
        f"{person.name}，您好！\n\n请在1小时内打开下面的链接，重新设置密码：\n{address}\n\n"
        "不是您本人要的，不用理会，密码不会变。",
        None,
        [person.email],
    )


def stop(appointment: Appointment, *, by: User) -> None:
    """Take a role away at once (停用); what was done in it stays."""
    _set_stopped(appointment, True, by)


def restore(appointment: Appointment, *, by: User) -> None:
    if not appointment.may_be_restored_by(by):
        raise PermissionDenied
    _set_stopped(appointment, False, by)


def _set_stopped(appointment: Appointment, is_stopped: bool, by: User) -> None:
    if not appointment.is_kept_by(by):
        raise PermissionDenied
    with transaction.atomic():
        stopped = {"is_stopped": is_stopped, "stopped_as": by.acting.role if is_stopped else ""}
        Appointment.objects.filter(pk=appointment.pk).update(**stopped)
        person = appointment.user
        if is_stopped:
            LoginSession.objects.end(person)
            if not person.appointments.in_force(clock.today()).exists():
                person.invitations.filter(ended_at=None).update(ended_at=clock.now())
        action = "stop_account" if is_stopped else "restore_account"
        audit.record(action, by=by, target=appointment, person=person.name)
