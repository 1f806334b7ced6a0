"""Load the demonstration county, and write its papers and accounts below var/demo."""

import json
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.models import User
from counties.founding import SECTORS, found_county
from counties.models import County, GuidingText, Sector, Term, Township, Unit
from counties.roles import Role
from cppcc.documents.docx import render_docx
from cppcc.documents.html import page_html
from desk.demo import events, neighbours, papers, real_township
from desk.demo.acting import Actor
from summaries import services
from summaries.models import Report

ACCOUNTS = (
    *("huangqiang", "limei", "zhaoyun", "xiaoyang", "jiaotong", "liuzhiyuan"),
    *("wangan", "zhengwei", "chenshen"),
)


class Command(BaseCommand):
    help = "装入演示县（2004年）：真实一镇全年的记录，及周边乡镇。再次运行不会重复装入。"

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, default=settings.BASE_DIR / "var" / "demo")

    def handle(self, *, to: Path, **options):
        data = real_township.read()
        if not County.objects.filter(name=data["county"]["name"]).exists():
            with transaction.atomic():
                load(data)
            (to / "accounts.json").unlink(missing_ok=True)
        to.mkdir(parents=True, exist_ok=True)
        write_papers(to, data["township"]["name"])
        write_accounts(to / "accounts.json")
        self.stdout.write(self.style.SUCCESS(f"演示数据已就绪：{to}"))


def load(data: dict) -> None:
    county = found_county(**data["county"])
    usual = len(SECTORS)
    Sector.objects.bulk_create(
        Sector(county=county, name=name, position=position)
        for position, name in enumerate(data["sectors"], usual + 1)
    )
    Unit.objects.bulk_create(Unit(county=county, name=name) for name in data["units"])
    GuidingText.objects.create(county=county, year=real_township.YEAR, **data["guiding"])
    term = Term.objects.create(county=county, **data["term"])
    officer = Actor("huangqiang", "黄强", Role.COUNTY, county=county, since=term.first_on)
    office = real_township.found(data, county, term, officer)
    others = neighbours.found(county, term)
    offices = [office, *(other.office for other in others)]
    papers.load(data["papers"], officer, offices)
    events.hold(data["events"], officer, offices)
    real_township.work(office, data, officer)
    for other in others:
        neighbours.work(other, officer)
    open_accounts(office)


def open_accounts(office) -> None:
    """Logins for one person of each further role; the deputy mayor who is a member has two."""
    county, since, here = office.county, office.term.first_on, office.township
    for username, name in (("zhaoyun", "赵云"), ("xiaoyang", "肖阳")):
        actor = Actor(username, name, Role.MEMBER, county=county, place=here, since=since)
        member = office.members[name].member
        member.revise(by=office.clerk.user, user=actor.user)
    actor.appoint(Role.LEADER, county=county, place=here, since=since)
    transport = Unit.objects.get(county=county, name="县交通局")
    Actor("jiaotong", "蒋海涛", Role.UNIT, county=county, place=transport, since=since)
    Actor("liuzhiyuan", real_township.LEADER, Role.LEADER, county=county, place=here, since=since)
    Actor("wangan", "王安", Role.SECURITY, county=county, since=since)
    Actor("zhengwei", "郑维", Role.SYSTEM, county=county, since=since)
    Actor("chenshen", "陈审", Role.AUDIT, county=county, since=since)


def write_papers(to: Path, township_name: str) -> None:
    """The demonstration summary as the county received it."""
    township = Township.objects.get(name=township_name, county__name="宜县")
    report = Report.objects.select_related("township").get(
        county=township.county_id, township=township, year=real_township.YEAR
    )
    document = services.document_of(report, report.copy)
    (to / "year-end-summary.pdf").write_bytes(bytes(report.copy.pdf))
    (to / "year-end-summary.docx").write_bytes(render_docx(document))
    (to / "year-end-summary.html").write_text(page_html(document), encoding="utf-8")


def write_accounts(path: Path) -> None:
    """A fresh password for each account, once; it is nowhere else but in this file."""
    if path.exists():
        return
    accounts = []
    for user in User.objects.filter(username__in=ACCOUNTS).order_by("pk"):
        password = secrets.token_urlsafe(9)
        user.set_password(password)
        user.save(update_fields=["password"])
        accounts += [
            {"role": role, "username": user.username, "password": password}
            for role in user.appointments.order_by("pk").values_list("role", flat=True)
        ]
    path.touch(mode=0o600)
    path.write_text(json.dumps(accounts, ensure_ascii=False, indent=2), encoding="utf-8")
