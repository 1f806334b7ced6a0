"""Set up a county from a file: its term, townships, units, and who works in which role."""

import tomllib
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import invitations
from accounts.invitations import Slip
from accounts.models import Appointment, Invitation, User
from counties.founding import found_county
from counties.models import County, Term, Township, Unit

EXAMPLE = """
[county]
name = "宜县"
body_name = "政协宜县委员会"

[term]
name = "第六届"
first_on = 2026-12-01
last_on = 2031-11-30

[[townships]]
name = "清溪镇"
body_name = "清溪镇政协联工委"
full_name = "清溪镇政协联络工作委员会"

[[units]]
name = "县交通局"

[[people]]
username = "huangqiang"
name = "黄强"
role = "county"            # county, staff, member, unit, leader; security, system, audit

[[people]]
username = "limei"
name = "李梅"
role = "staff"
township = "清溪镇"        # for a unit's officer: unit = "县交通局"
"""


class Command(BaseCommand):
    help = "按文件建立一个县和它的乡镇、单位、人员；再次运行只补上没有的。格式见 --example。"

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="TOML 文件")
        parser.add_argument("--example", action="store_true", help="打印一个样例文件")

    def handle(self, *, file, example, **options):
        if example or file is None:
            self.stdout.write(EXAMPLE.strip())
            return
        try:
            given = tomllib.loads(file.read_text(encoding="utf-8"))
            with transaction.atomic():
                slips = set_up(given)
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise CommandError(f"读不了文件 {file}：{error}") from None
        except KeyError as error:
            raise CommandError(f"文件里缺少 {error} 这一项，没有建立任何内容。") from None
        except ValidationError as error:
            raise CommandError(
                "文件里有错误，没有建立任何内容：" + "；".join(error.messages)
            ) from None
        for slip in slips:
            self.stdout.write(f"{slip.name}\t{slip.address}")
        self.stdout.write(
            self.style.SUCCESS(
                f"已建立{given['county']['name']}。链接只显示这一次，请交给本人设置密码。"
            )
        )


def set_up(given: dict) -> list[Slip]:
    """Make what is not there yet; for each new person, what they are handed to log in."""
    county = County.objects.filter(name=given["county"]["name"]).first() or found_county(
        **given["county"]
    )
    for model, rows in (
        (Term, [given["term"]]),
        (Township, given.get("townships", [])),
        (Unit, given.get("units", [])),
    ):
        for row in rows:
            if not model.objects.filter(county=county, name=row["name"]).exists():
                _make(model(county=county, **row))
    return [made for person in given.get("people", []) if (made := _appoint(county, **person))]


def _make(record):
    record.full_clean()
    record.save()


def _appoint(county, *, username, name, role, phone=None, township=None, unit=None) -> Slip | None:
    """Give a person a role, and the person an account if there is none; a link, if new."""
    user = User.objects.filter(username=username).first()
    is_new = user is None
    if is_new:
        user = User(username=username, name=name, phone=phone)
        user.set_unusable_password()
        _make(user)
    place = {
        "township": _named(Township, county, township),
        "unit": _named(Unit, county, unit),
    }
    appointment = user.appointments.filter(county=county, role=role, **place).first()
    if appointment is None:
        appointment = Appointment(user=user, county=county, role=role, **place)
        appointment.full_clean(exclude=["first_on"])
        invitations.appoint(appointment, by=None)
    if not is_new:
        return None
    token = Invitation.objects.issue(user=user, by=None)
    return invitations.slip(appointment, token, site=settings.SITE)


def _named(model, county, name):
    if name is None:
        return None
    found = model.objects.filter(county=county, name=name).first()
    if found is None:
        raise ValidationError(f"没有名为“{name}”的{model._meta.verbose_name}。")
    return found
