"""Plain functions that make records for tests: keyword-only, deterministic, through the ORM."""

from datetime import date
from functools import cache
from itertools import count

from django.contrib.auth.hashers import make_password

from accounts.models import Appointment, User
from activities.models import Activity, Attendance, Finding
from activities.registers import REGISTERS
from activities.workflow import Status as ActivityStatus
from counties.founding import found_county
from counties.models import (
    ActivityKind,
    AnswerClass,
    County,
    DutyGrade,
    GroupPost,
    GuidingText,
    ProposalCategory,
    RefusalReason,
    Satisfaction,
    Sector,
    Term,
    Township,
    Unit,
)
from counties.roles import Role
from cppcc import clock
from cppcc.attachments import Checked
from directives.models import CountyPaper, PaperFile, Receipt, TargetSheet
from directives.workflow import PaperStatus, SheetStatus
from matters.models import FollowUp
from members.models import Member, Membership, OldPaper, Portrait
from plans.models import (
    AnnualPlan,
    Check,
    CheckLine,
    Function,
    Incentive,
    PlanCopy,
    PlanScan,
    PlanSection,
    PlanTask,
    TaskNote,
    WorkGroup,
)
from plans.workflow import Action as PlanAction
from plans.workflow import Status as PlanStatus
from proposals.models import Proposal, Reply, Suggestion, SuggestionItem
from proposals.workflow import NUMBERED, WITH_HANDLER
from proposals.workflow import Status as ProposalStatus
from summaries.models import DutySheet, DutySheetEvent
from summaries.workflow import DutyAction, DutyStatus

PASSWORD = "春江水暖-2004"
_serial = count(1)


@cache
def _hashed() -> str:
    """The password of every test user; hashing is slow on purpose, so it is done once."""
    return make_password(PASSWORD)


def make_county(**fields) -> County:
    number = next(_serial)
    fields = {"name": f"宜县{number}", "body_name": f"政协宜县{number}委员会", **fields}
    return found_county(**fields)


def make_township(*, county=None, **fields) -> Township:
    number = next(_serial)
    name = fields.pop("name", f"清溪镇{number}")
    fields = {"name": name, "body_name": f"{name}政协联工委", **fields}
    return Township.objects.create(county=county or make_county(), **fields)


def make_group_post(*, township=None, **fields) -> GroupPost:
    township = township or make_township()
    fields = {"kind": "a_head", "name": "陈国安", "first_on": date(2003, 1, 1), **fields}
    return GroupPost.objects.create(county=township.county, township=township, **fields)


def make_sheet(*, township=None, year=2004, targets=(("body", "studies", 6),), **fields):
    """A target sheet with these lines: (scope, figure, number)."""
    township = township or make_township()
    owner = {"county": township.county, "township": township}
    sheet = TargetSheet.objects.create(**owner, year=year, **fields)
    for scope, figure, number in targets:
        sheet.lines.create(**owner, scope=scope, figure=figure, number=number)
    return sheet


def make_county_paper(
    *, county=None, townships=(), points=(), status=PaperStatus.HANDED_DOWN, **fields
) -> CountyPaper:
    """A paper that these townships have; `points` are texts, or (heading, text)."""
    county = county or (townships[0].county if townships else make_county())
    kind = CountyPaper.Kind.KEY_POINTS if points else CountyPaper.Kind.NOTICE
    fields = {"title": "2004年工作要点", "kind": kind, "dated_on": date(2004, 1, 5), **fields}
    fields = {"year": 2004, "status": status, **fields}
    paper = CountyPaper.objects.create(county=county, **fields)
    paper.set_points(("", one) if isinstance(one, str) else one for one in points)
    for township in townships:
        make_receipt(paper=paper, township=township)
    return paper


def make_receipt(*, paper, township, **fields) -> Receipt:
    fields = {"status": SheetStatus.HANDED_DOWN, "handed_on": date(2004, 1, 6), **fields}
    return Receipt.objects.create(county=paper.county, paper=paper, township=township, **fields)


def make_unit(*, county=None, **fields) -> Unit:
    fields = {"name": f"交通局{next(_serial)}", **fields}
    return Unit.objects.create(county=county or make_county(), **fields)


def make_user(*, role=None, township=None, county=None, unit=None, **fields) -> User:
    """A person with one appointment; without a role, one who may do nothing."""
    username = fields.pop("username", f"user{next(_serial)}")
    user = User(username=username, name=fields.pop("name", "张三"), **fields)
    user.password = _hashed()
    user.save()
    if role:
        make_appointment(user=user, role=role, township=township, county=county, unit=unit)
    return user


def make_appointment(*, user, role, township=None, county=None, unit=None, **fields):
    if role in {Role.STAFF, Role.MEMBER, Role.LEADER}:
        township = township or make_township(county=county)
    if role == Role.UNIT:
        unit = unit or make_unit(county=county)
    owner = township or unit
    county = county or (owner.county if owner else make_county())
    fields = {"first_on": date(2000, 1, 1), **fields}
    return Appointment.objects.create(
        user=user, role=role, county=county, township=township, unit=unit, **fields
    )


def make_term(*, county, **fields) -> Term:
    fields = {
        "name": "第六届",
        "first_on": date(2003, 1, 1),
        "last_on": date(2007, 12, 31),
        **fields,
    }
    term, _ = Term.objects.get_or_create(
        county=county, name=fields["name"], defaults={k: fields[k] for k in ("first_on", "last_on")}
    )
    return term


def make_membership(*, township=None, user=None, name="赵云", **fields) -> Membership:
    township = township or make_township()
    county = township.county
    if "member" not in fields:
        fields["member"] = Member.objects.create(county=county, name=name, user=user)
    fields = {
        "term": make_term(county=county),
        "sector": Sector.objects.filter(county=county).first(),
        "post": "某厂厂长",
        "joined_on": date(2003, 1, 1),
        **fields,
    }
    return Membership.objects.create(county=county, township=township, **fields)


def make_activity(*, township=None, county=None, feeds="study", **fields) -> Activity:
    """An activity; of the county itself where only a county is given."""
    if county is None:
        township = township or make_township()
    county = county or township.county
    fields = {
        "kind": ActivityKind.objects.filter(county=county, feeds=feeds).first(),
        "theme": "学习新修订的《政协章程》",
        "on": date(2004, 4, 8),
        "place": "联工委办公室",
        "content": "学习新修订的《政协章程》",
        "status": ActivityStatus.HELD,
        **fields,
    }
    return Activity.objects.create(county=county, township=township, **fields)


def make_attendance(*, activity, membership, status=Attendance.Status.PRESENT, **fields):
    return Attendance.objects.create(
        county=membership.county,
        township=membership.township,
        activity=activity,
        membership=membership,
        status=status,
        **fields,
    )


def make_guiding_text(*, county, year=2004, **fields) -> GuidingText:
    fields = {"summary_text": "以《工作要点》为指导", **fields}
    return GuidingText.objects.create(county=county, year=year, **fields)


def make_proposal(*, township=None, proposer=None, status=ProposalStatus.DRAFT, **fields):
    """A proposal as it stands in `status`, with the numbers, unit or reason that this needs."""
    proposer = proposer or make_membership(township=township)
    county = proposer.county
    if status != ProposalStatus.DRAFT:
        fields = {"submitted_on": date(2004, 3, 1), "serial": next(_serial), **fields}
    if status in NUMBERED:
        fields.setdefault("number", next(_serial))
    if status in WITH_HANDLER:
        fields["handler"] = fields.get("handler") or make_unit(county=county)
        fields = {"assigned_on": date(2004, 3, 12), "due_on": date(2004, 6, 12), **fields}
    if status == ProposalStatus.DECLINED:
        fields.setdefault("refusal", RefusalReason.objects.filter(county=county).first())
    fields = {
        "year": 2004,
        "category": ProposalCategory.objects.filter(county=county).first(),
        "title": "关于整修里公路的建议",
        "situation": "里公路多处塌方。",
        "advice": "请交通局列入今年计划。",
        **fields,
    }
    return Proposal.objects.create(
        county=county, township=proposer.township, proposer=proposer, status=status, **fields
    )


def grade(county, name="满意") -> Satisfaction:
    """A grade of the county's scale (满意度) by its name."""
    return Satisfaction.objects.get(county=county, name=name)


def make_reply(*, proposal, **fields) -> Reply:
    fields = {
        "on": date(2004, 5, 20),
        "answer_class": AnswerClass.objects.filter(county=proposal.county).first(),
        "text": "已列入今年的整修计划。",
        **fields,
    }
    return Reply.objects.create(
        county=proposal.county,
        township=proposal.township,
        proposal=proposal,
        unit=proposal.handler,
        **fields,
    )


def make_suggestion(*, township=None, items=("修建垃圾池", "装路灯"), **fields) -> Suggestion:
    township = township or make_township()
    fields = {
        "on": date(2004, 7, 5),
        "addressee": "镇党委",
        "title": "关于集镇管理的建议",
        **fields,
    }
    suggestion = Suggestion.objects.create(county=township.county, township=township, **fields)
    suggestion.add_items(items)
    return suggestion


def make_item(*, township=None, **fields) -> SuggestionItem:
    """The one item of a paper."""
    suggestion = make_suggestion(township=township, items=("修建垃圾池",))
    SuggestionItem.objects.filter(suggestion=suggestion).update(**fields)
    return SuggestionItem.objects.get(suggestion=suggestion)


def make_follow_up(*, township=None, **fields) -> FollowUp:
    township = township or make_township()
    fields = {"title": "整修里公路", "unit_name": "交通局", **fields}
    return FollowUp.objects.create(county=township.county, township=township, **fields)


def make_plan(*, township=None, year=2004, **fields) -> AnnualPlan:
    township = township or make_township()
    fields = {"title": f"{township.body_name}{year}年度工作计划", **fields}
    return AnnualPlan.objects.create(county=township.county, township=township, year=year, **fields)


def make_revision(*, township=None, year=2004, status=PlanStatus.DRAFT, **fields) -> AnnualPlan:
    """The first revision of a published plan."""
    plan = make_plan(township=township, year=year, status=PlanStatus.PUBLISHED)
    fields = {"reason": "县里调整了要求。", "status": status, **fields}
    return make_plan(township=plan.township, year=year, revision=1, revises=plan, **fields)


def make_copy(*, plan=None) -> PlanCopy:
    """What was kept of a plan when it was approved."""
    plan = plan or make_plan()
    plan.events.create(
        county=plan.county,
        action=PlanAction.APPROVE,
        actor=make_user(),
        actor_name="李梅",
        decided_by="陈国安",
        on=date(2003, 12, 25),
        recorded_at=clock.now(),
    )
    plan.keep()
    return plan.copies.last()


def make_scan(*, plan=None) -> PlanScan:
    """The scan of an approval of a plan on paper."""
    plan = plan or make_plan()
    event = make_copy(plan=plan).event
    scan = PlanScan(county=plan.county, township=plan.township, event=event)
    scan.take(Checked("批件.pdf", "pdf", b"%PDF-1.4", ""))
    scan.save()
    return scan


def make_section(*, plan=None, position=1, **fields) -> PlanSection:
    plan = plan or make_plan()
    fields = {"heading": "抓好理论学习", **fields}
    return PlanSection.objects.create(
        county=plan.county, township=plan.township, plan=plan, position=position, **fields
    )


def make_task(*, section=None, position=1, **fields) -> PlanTask:
    section = section or make_section()
    fields = {"text": "每季度集中学习一次", "function": Function.STUDY, **fields}
    return PlanTask.objects.create(
        county=section.county,
        township=section.township,
        section=section,
        position=position,
        **fields,
    )


def make_note(*, task=None, on=None, **fields) -> TaskNote:
    task = task or make_task()
    fields = {"on": on or date(2004, 3, 1), "text": "报送了第一季度材料", **fields}
    return TaskNote.objects.create(county=task.county, township=task.township, task=task, **fields)


def make_group(*, head=None, **fields) -> WorkGroup:
    """A work group led by this member."""
    head = head or make_membership()
    fields = {"year": 2004, "name": "提案工作组", "scheme": "分头调研。", **fields}
    return WorkGroup.objects.create(county=head.county, township=head.township, head=head, **fields)


def make_incentive(*, membership=None, **fields) -> Incentive:
    """A decision to commend this member, with the honour that it made."""
    honour = make_line("honours", membership=membership)
    owner = {"county": honour.county, "township": honour.township, "honour": honour}
    fields = {"kind": "commend", "decided_by": "镇党委", "document": "清党发〔2004〕8号", **fields}
    return Incentive.objects.create(**owner, **fields)


def make_check(*, task=None, quarter=1, is_finished=False, **fields) -> Check:
    """A check of a quarter in which this one task was behind."""
    task = task or make_task()
    owner = {"county": task.county, "township": task.township}
    fields = {"opened_on": date(2004, 4, 2), **fields}
    if is_finished:
        fields.setdefault("finished_on", date(2004, 4, 3))
    plan = task.section.plan
    check = Check.objects.create(**owner, plan=plan, year=plan.year, quarter=quarter, **fields)
    CheckLine.objects.create(
        **owner, check_of=check, task=task, text=task.text, state="逾期", lacks="第一季度未办"
    )
    return check


LINES = {
    "visits": {"visitors": "李梅、陈国安", "demand": "希望修好进村的路"},
    "contacts": {"whom": "清溪村三组村民", "demand": "希望装路灯"},
    "notes": {"title": "学习《政协章程》的体会"},
    "articles": {"title": "清溪镇委员视察污水处理", "outlet": "宜县日报", "level": "county"},
    "attention": {"kind": "guidance", "who": "县政协主席", "text": "来镇指导联工委工作"},
    "consultations": {"asked_by": "镇党委", "decision": "集镇规划"},
    "research": {"title": "关于柑橘销路的调研", "authors": "赵云"},
    "honours": {"title": "县优秀政协委员", "is_award": True},
    "pairings": {"household": "王大爷", "kind": "needy"},
    "engagements": {"appointing_body": "县法院", "post": "民主监督员"},
    "talents": {"name": "周桔", "trade": "柑橘种植", "recommended_for": "农技培训讲师"},
}


def make_line(register: str, *, township=None, membership=None, on=None, **fields):
    """A line of the register with this key, of a new member where it needs one."""
    model = REGISTERS[register].model
    if hasattr(model, "membership"):
        membership = membership or make_membership(township=township)
        fields |= {"membership": membership}
    township = membership.township if membership else township or make_township()
    fields = {"on": on or date(2004, 6, 1), **LINES[register], **fields}
    return model.objects.create(county=township.county, township=township, **fields)


def make_duty_sheet(*, membership=None, status=DutyStatus.DRAFT, **fields) -> DutySheet:
    """A member's yearly form as it stands in `status`, with the event that brought it there."""
    membership = membership or make_membership()
    if status == DutyStatus.RATED:
        fields.setdefault("grade", DutyGrade.objects.filter(county=membership.county).first())
    fields = {"year": 2004, "own_summary": "一年来认真履职。", **fields}
    sheet = DutySheet.objects.create(
        county=membership.county,
        township=membership.township,
        membership=membership,
        status=status,
        **fields,
    )
    if status in {DutyStatus.SIGNED, DutyStatus.RATED}:
        DutySheetEvent.objects.create(
            county=sheet.county,
            record=sheet,
            action=DutyAction.SIGN,
            actor=make_user(),
            actor_name="李梅",
            decided_by="陈国安",
            on=date(2004, 12, 10),
            recorded_at=clock.now(),
        )
    return sheet


def make_finding(*, activity=None, follow_up=None, **fields) -> Finding:
    activity = activity or make_activity(feeds="inspection")
    fields = {"text": "污水管网没有接通，建议年内接通。", **fields}
    return Finding.objects.create(
        county=activity.county,
        township=activity.township,
        activity=activity,
        follow_up=follow_up,
        **fields,
    )


def make_portrait(*, member, body=b"\xff\xd8\xff not drawn", **fields) -> Portrait:
    portrait = Portrait(county=member.county, member=member, **fields)
    portrait.take(Checked("照片.jpg", "jpg", body, ""))
    portrait.save()
    return portrait


def make_paper_file(*, paper, body=b"%PDF-1.4") -> PaperFile:
    """A file that is handed down with a paper of the county."""
    file = PaperFile(county=paper.county, paper=paper)
    file.take(Checked("考核办法.pdf", "pdf", body, ""))
    file.save()
    return file


def make_old_paper(*, township=None, county=None, body=b"%PDF-1.4", **fields) -> OldPaper:
    """A paper in the archive; the county's own where only a county is given."""
    county = county or township.county
    fields = {"year": 2001, "title": "2001年工作总结", "text": "整修里公路", **fields}
    paper = OldPaper(county=county, township=township, **fields)
    paper.take(Checked("总结.pdf", "pdf", body, ""))
    paper.save()
    return paper
