"""Make the first account of a county: its security administrator (安全管理员)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import invitations
from accounts.models import Appointment, Invitation, User
from counties.founding import found_county
from counties.models import County
from counties.roles import Role


class Command(BaseCommand):
    help = "为一个县开设第一个账号：安全管理员。显示一个一次性链接，由本人设置密码；没有默认密码。"

    def add_arguments(self, parser):
        parser.add_argument("county", help="县名，如 宜县；还没有的，同时建立")
        parser.add_argument("name", help="姓名")
        parser.add_argument("--body-name", default="", help="县政协全称，如 政协宜县委员会")
        parser.add_argument("--phone", default=None, help="登录手机号（可不填）")

    def handle(self, *, county, name, body_name, phone, **options):
        try:
            with transaction.atomic():
                slip = create(county, name, body_name or f"政协{county}委员会", phone)
        except ValidationError as error:
            raise CommandError("；".join(error.messages)) from None
        self.stdout.write(f"{slip.name}\t{slip.address}")
        self.stdout.write(
            self.style.SUCCESS("链接只显示这一次，请由安全管理员本人打开，设置密码。")
        )


def create(county_name: str, name: str, body_name: str, phone: str | None) -> invitations.Slip:
    county = County.objects.select_for_update().filter(name=county_name).first()
    county = county or found_county(name=county_name, body_name=body_name)
    if Appointment.objects.filter(county=county, role=Role.SECURITY, is_stopped=False).exists():
        raise ValidationError(f"{county}已有安全管理员，请由他（她）邀请别人。")
    if phone:
        User._meta.get_field("phone").clean(phone, None)
        if User.is_phone_taken(phone):
            raise ValidationError("这个手机号已有人用来登录。")
    person = User.objects.open_account(name=name, phone=phone or "")
    appointment = Appointment(user=person, county=county, role=Role.SECURITY)
    invitations.appoint(appointment, by=None)
    token = Invitation.objects.issue(user=person, by=None)
    return invitations.slip(appointment, token, site=settings.SITE)
