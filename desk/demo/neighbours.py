"""Further townships of the county, whose plausible year a seeded generator makes.

Invented people and matters; the same seed makes the same county every time.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from counties.models import AnswerClass, RefusalReason, Satisfaction, Township, Unit
from counties.roles import Role
from desk.demo.acting import Actor
from desk.demo.office import Office
from desk.demo.sketches import (
    ADVICE,
    GIVEN,
    MATTERS,
    POSTS,
    RESEARCH,
    SCHEME,
    SKETCHES,
    STUDIES,
    SURNAMES,
    Sketch,
)
from plans.forms.group import IncentiveForm
from plans.services import Source

YEAR = 2004
SEED = 2004


@dataclass(frozen=True)
class Neighbour:
    """A township to be made, with a generator of its own, so that one does not move another."""

    sketch: Sketch
    office: Office
    random: Random


def found(county, term) -> list[Neighbour]:
    """Make the neighbours with their members."""
    return [_found(sketch, county, term, Random(f"{SEED}-{sketch.name}")) for sketch in SKETCHES]


def work(neighbour: Neighbour, officer: Actor) -> None:
    """Make a neighbour's year."""
    sketch, office, random = neighbour.sketch, neighbour.office, neighbour.random
    _plan(office, sketch, officer)
    _activities(office, sketch, random)
    _registers(office, random)
    _proposals(office, officer, random)
    _suggestions(office, random)
    _commend(office, random)
    _summary(office, sketch, officer)


def _found(sketch: Sketch, county, term, random: Random) -> Neighbour:
    body = f"{sketch.name}政协联工委"
    committee = "乡党委" if sketch.name.endswith("乡") else "镇党委"
    township = Township.objects.create(
        county=county,
        name=sketch.name,
        body_name=body,
        full_name=f"{sketch.name}政协联络工作委员会",
        committee_name=committee,
    )
    clerk = Actor(
        sketch.username,
        sketch.clerk,
        Role.STAFF,
        county=county,
        place=township,
        since=term.first_on,
    )
    office = Office(township, clerk, sketch.head, term)
    _roster(office, sketch.members, random)
    return Neighbour(sketch, office, random)


def _roster(office: Office, size: int, random: Random) -> None:
    while len(office.members) < size:
        name = random.choice(SURNAMES) + random.choice(GIVEN)
        if name in office.members:
            continue
        sector, post = random.choice(POSTS)
        office.admit(
            on=office.term.first_on,
            name=name,
            sex=random.choice("mf"),
            nation="汉族",
            born_in=f"{random.randint(1946, 1974)}-{random.randint(1, 12):02d}",
            party=random.choice(("中共党员", "群众")),
            phone=f"1390000{random.randint(1000, 9999)}",
            sector=sector,
            post=post,
        )


def _plan(office: Office, sketch: Sketch, officer: Actor) -> None:
    started = date(2003, 12, 10)
    plan = office.plan(
        YEAR,
        started,
        title=f"{office.township.body_name}{YEAR}年工作计划",
        goals="完成县政协下达的各项目标任务。",
        source=sketch.plan_from,
    )
    if sketch.plan_from == Source.COUNTY:
        head, *people = list(office.members.values())[:4]
        group = {"name": "调研工作组", "head": head, "people": people, "scheme": SCHEME}
        office.entrust(plan, RESEARCH, started, **group)
    days = [started + timedelta(days=days) for days in (3, 8, 14, 25)]
    office.publish_plan(plan, "党委书记", officer, days)


def _some(office: Office, random: Random, share: float) -> list[str]:
    return [name for name in office.members if random.random() < share]


def _activities(office: Office, sketch: Sketch, random: Random) -> None:
    for quarter in range(sketch.studies):
        matter = STUDIES[quarter]
        office.hold(
            "集中学习",
            date(YEAR, 3 * quarter + 2, random.randint(5, 25)),
            {
                "theme": f"学习{matter}",
                "content": f"学习{matter}",
                "place": "联工委办公室",
                "mode": "together",
            },
            "通读文件，分组讨论。",
            on_leave=_some(office, random, 0.1),
            absent=_some(office, random, 0.05),
        )
    for number in range(sketch.inspections):
        matter, _, _, fault = random.choice(MATTERS)
        office.hold(
            "视察",
            date(YEAR, 5 + 2 * number, random.randint(5, 25)),
            {"theme": f"视察{matter}情况", "content": f"实地查看{matter}情况", "place": "有关村组"},
            f"现场查看，听取汇报，发现{fault}。",
            outcome="意见已交有关单位办理",
            on_leave=_some(office, random, 0.15),
        )


def _registers(office: Office, random: Random) -> None:
    for name in _some(office, random, 0.9):
        on = date(YEAR, random.randint(1, 11), random.randint(1, 28))
        office.note("visits", on, name, visitors=office.head, form="call", situation="情况良好")
    for name in _some(office, random, 0.6):
        on = date(YEAR, random.randint(2, 11), random.randint(1, 28))
        household = f"{random.choice(SURNAMES)}家"
        office.note("pairings", on, name, kind="needy", household=household)
    for name in _some(office, random, 0.4):
        on = date(YEAR, random.randint(2, 11), random.randint(1, 28))
        office.note("honours", on, name, title="扎实工作", text="热心公益，带领村民增收")
    on = date(YEAR, random.randint(3, 11), random.randint(1, 28))
    office.note(
        "articles",
        on,
        title=f"{office.township.name}委员走村入户",
        outlet="县政协工作简报",
        level="county",
    )


def _proposals(office: Office, officer: Actor, random: Random) -> None:
    """One or two for most members; they stand at every station of the road."""
    for name in office.members:
        for matter, unit, category, fault in random.sample(MATTERS, random.choice((1, 2, 2, 3))):
            on = date(YEAR, random.randint(1, 11), random.randint(1, 28))
            village = f"{random.choice(SURNAMES)}家村"
            proposal = office.propose(
                name,
                on,
                category=category,
                title=f"关于{village}{matter}的提案",
                situation=f"{village}{fault}，群众反映强烈。",
                advice=f"请{unit}派人查看，列入计划，尽早{matter}。",
            )
            _handle(proposal, office, officer, unit, on, random)


def _handle(proposal, office: Office, officer: Actor, unit: str, on: date, random: Random) -> None:
    """Move it on as far as the year's end and chance allow; old ones do not lie about."""
    stations = random.choice((1, 2, 4)) if on.month > 9 else random.choice((5, 6, 6, 6))
    steps = _road(proposal, office, officer, unit, random)
    for days, step in list(zip((15, 25, 28, 80, 95), steps, strict=True))[: stations - 1]:
        day = on + timedelta(days=days)
        if day > date(YEAR, 12, 10) or not step(day):
            return


def _road(proposal, office: Office, officer: Actor, unit: str, random: Random):
    """The steps of a proposal's road; one that answers False is the last."""
    county = office.county
    named = {"decided_by": unit}

    def examine(day):
        if random.random() < 0.08:
            reason = RefusalReason.objects.get(county=county, name="内容空泛没有具体建议")
            officer.act(proposal, "decline", day, refusal=reason)
            return False
        officer.act(proposal, "file", day)
        return True

    def assign(day):
        handler = Unit.objects.get(county=county, name=unit)
        officer.act(proposal, "assign", day, handler=handler)
        return True

    def sign(day):
        officer.act(proposal, "sign", day, **named)
        return True

    def reply(day):
        letter = random.choice("AABBC")
        answer = AnswerClass.objects.get(county=county, letter=letter)
        text = f"经研究，{answer.name}。"
        officer.act(proposal, "reply", day, answer_class=answer, text=text, **named)
        return True

    def accept(day):
        name = proposal.proposer.member.name
        grade = random.choice(("满意", "满意", "基本满意"))
        satisfaction = Satisfaction.objects.get(county=office.county, name=grade)
        office.clerk.act(proposal, "accept", day, satisfaction=satisfaction, decided_by=name)
        return True

    return examine, assign, sign, reply, accept


def _suggestions(office: Office, random: Random) -> None:
    on = date(YEAR, random.randint(4, 9), random.randint(1, 28))
    paper = office.suggest(
        on,
        title="对镇村工作的建议",
        addressee=f"{office.township.committee_name}、政府",
        items="\n".join(ADVICE),
    )
    for item in paper.items.all():
        verb = random.choice(("adopt", "adopt_partly", "refuse", ""))
        if verb:
            reason = {"note": "今年没有这笔经费"} if verb == "refuse" else {}
            day = on + timedelta(days=14)
            office.clerk.act(item, verb, day, decided_by="党委书记", **reason)


def _commend(office: Office, random: Random) -> None:
    """The Party committee commends a member at the end of the year."""
    office.clerk.enter(
        IncentiveForm,
        date(YEAR, 12, 6),
        {"cancel_url": "/"},
        kind="commend",
        membership=random.choice(list(office.members.values())),
        title=f"{YEAR}年度优秀政协委员",
        on=date(YEAR, 12, 3),
        decided_by=office.township.committee_name,
        document=f"{office.township.committee_name}会议纪要",
        text="积极参加活动，认真撰写提案，为群众办实事",
    )


def _summary(office: Office, sketch: Sketch, officer: Actor) -> None:
    if not sketch.summary:
        return
    on = date(YEAR, 12, 10)
    summary = office.summarise(YEAR, on, report=sketch.summary != "draft")
    if sketch.summary == "accepted":
        officer.act(summary, "accept", date(YEAR, 12, 14))
