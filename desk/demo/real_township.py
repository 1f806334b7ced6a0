"""The real township's year 2004, entered from `2004.toml`."""

import tomllib
from datetime import date, timedelta
from operator import itemgetter
from pathlib import Path

from activities.models import Activity
from counties.forms.townships import GroupPostForm
from counties.models import AnswerClass, GroupPost, Satisfaction, Township, Unit
from counties.roles import Role
from desk.demo.acting import Actor
from desk.demo.office import Office
from plans.services import Source

YEAR = 2004
LEADER = "刘志远"  # secretary of the town's Party committee
HEAD = "陈国安"  # head of the liaison committee


def read() -> dict:
    return tomllib.loads(Path(__file__).with_name("2004.toml").read_text(encoding="utf-8"))


def found(data: dict, county, term, officer: Actor) -> Office:
    """Enter the township, its posts and its members."""
    since = term.first_on
    township = Township.objects.create(county=county, **data["township"])
    clerk = Actor("limei", "李梅", Role.STAFF, county=county, place=township, since=since)
    office = Office(township, clerk, HEAD, term)
    for kind, name in ((GroupPost.Kind.HEAD, HEAD), (GroupPost.Kind.CLERK, clerk.user.name)):
        about = {"township": township}
        officer.enter(GroupPostForm, since, about, kind=kind, name=name, first_on=since)
    for member in data["members"]:
        office.admit(on=since, **member)
    return office


def work(office: Office, data: dict, officer: Actor) -> None:
    """Enter the township's year, up to the reported summary."""
    _road(office, data["road"], officer)
    _plan(office, data["plan"], officer)
    enter = {"activities": _hold, "registered": _register, "notes": _note, "checks": _check}
    days = [(one["on"], step, one) for name, step in enter.items() for one in data[name]]
    for _, step, one in sorted(days, key=itemgetter(0)):  # a check sees what was there by its day
        step(office, one)
    _dam(office, data["dam"])
    _market(office, data["market"])
    office.summarise(YEAR, date(2004, 12, 16))


def _hold(office: Office, one: dict) -> None:
    office.hold(
        one["kind"],
        one["on"],
        one["fields"],
        one["record"],
        one.get("outcome", ""),
        one.get("on_leave", ()),
        task=one.get("task", ""),
    )


def _register(office: Office, one: dict) -> None:
    task = one.get("task", "")
    office.note(one["register"], one["on"], one.get("member"), task, **one["fields"])


def _note(office: Office, one: dict) -> None:
    office.report_progress(one["task"], one["on"], **one["fields"])


def _check(office: Office, one: dict) -> None:
    office.check(one["quarter"], one["on"], one["behind"])


def _road(office: Office, road: dict, officer: Actor) -> None:
    """The road proposal of the year before: filed, answered, and carried out this year."""
    unit = Unit.objects.get(county=office.county, name="县交通局")
    proposal = office.propose(
        "赵云",
        date(2003, 2, 18),
        category="经济",
        cosigners=("肖阳", "何耒"),
        title=road["title"],
        situation=road["situation"],
        advice=road["advice"],
    )
    officer.act(proposal, "file", date(2003, 3, 3))
    officer.act(proposal, "assign", date(2003, 3, 12), handler=unit)
    officer.act(proposal, "sign", date(2003, 3, 14), decided_by="县交通局办公室")
    answer = AnswerClass.objects.get(county=office.county, letter="B")
    officer.act(
        proposal,
        "reply",
        date(2003, 6, 5),
        answer_class=answer,
        text=road["reply"],
        decided_by="县交通局",
    )
    satisfied = Satisfaction.objects.get(county=office.county, name="满意")
    office.clerk.act(
        proposal, "accept", date(2003, 6, 18), satisfaction=satisfied, decided_by="赵云"
    )
    follow_up = proposal.promise(by=office.clerk.user, due_on=date(2005, 6, 30))
    for step in road["steps"]:
        office.clerk.act(
            follow_up, "move", step["on"], progress=step["progress"], text=step["text"]
        )


def _plan(office: Office, plan: dict, officer: Actor) -> None:
    started = date(2003, 12, 8)
    made = office.plan(YEAR, started, title=plan["title"], goals=plan["goals"], source=Source.EMPTY)
    office.add_to_plan(made, started, plan["sections"])
    days = [started + timedelta(days=days) for days in (4, 10, 15, 30)]
    office.publish_plan(made, LEADER, officer, days)


def _dam(office: Office, dam: dict) -> None:
    """Out of the inspection of the mine: a dam, taken up by the province."""
    source = Activity.objects.get(township=office.township, campaign="环保行")
    item = _suggestion(office, dam, source=source)
    step = dam["step"]
    office.clerk.act(
        item.follow_up,
        "move",
        step["on"],
        progress=step["progress"],
        level=step["level"],
        text=step["text"],
    )


def _market(office: Office, market: dict) -> None:
    _suggestion(office, market, adopt=False)


def _suggestion(office: Office, data: dict, *, adopt: bool = True, **extra):
    """One item sent to the town, handed to a unit and, as a rule, taken up."""
    on = data["on"]
    extra["task"] = office.task(data["task"], on.year)
    paper = office.suggest(
        on, title=data["title"], addressee=data["addressee"], items=data["item"], **extra
    )
    item = paper.items.get()
    office.clerk.act(
        item, "assign", on + timedelta(days=5), unit_name=data["unit_name"], decided_by=LEADER
    )
    if adopt:
        office.clerk.act(item, "adopt", on + timedelta(days=12), decided_by=LEADER)
    return item
