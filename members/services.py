"""What happens to several aggregates at once: a county comes into being with its words, a member
moves to another township, a roster goes on into the next term."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cppcc import audit, clock
from members import invitations, targets
from members.models import (
    ActivityKind,
    AdoptionLevel,
    AnswerClass,
    Appointment,
    County,
    Deadline,
    DutyGrade,
    Membership,
    ProposalCategory,
    RefusalReason,
    Satisfaction,
    Sector,
    SupervisionForm,
    Term,
    Township,
)

Feeds = ActivityKind.Feeds

SECTORS = (
    "中共 民革 民盟 民建 共青团 总工会 妇联 工商联 科协 文化艺术 科学技术 社会科学 经济 农业 "
    "教育 体育 新闻出版 医药卫生 对外友好 社会福利和社会保障 少数民族 宗教 特别邀请"
).split()
CATEGORIES = "经济 政治 文化 社会 生态文明建设 其他".split()
ANSWERS = (
    ("A", "已解决或基本解决"),
    ("B", "正在解决或列入计划"),
    ("C", "因条件限制暂不能解决"),
    ("D", "留作参考"),
)
REFUSALS = (
    "涉及国家秘密",
    "国家明令禁止",
    "党内组织人事",
    "民主党派内部问题",
    "进入诉讼或仲裁程序",
    "属于学术研讨",
    "为本人或亲属解决个人问题",
    "宣传推介作品产品",
    "指名举报",
    "内容空泛没有具体建议",
    "不属于本级职权",
)
KINDS = (
    ("集中学习", Feeds.STUDY),
    ("专题讲座", Feeds.TRAINING),
    ("培训", Feeds.TRAINING),
    ("一月一堂课", Feeds.LESSON),
    ("视察", Feeds.INSPECTION),
    ("调研", Feeds.RESEARCH),
    ("考察", Feeds.RESEARCH),
    ("听取汇报", Feeds.SUPERVISION),
    ("民主监督", Feeds.SUPERVISION),
    ("民主评议", Feeds.SUPERVISION),
    ("协商议事", Feeds.CONSULTATION),
    ("列席会议", Feeds.ATTENDED),
    ("座谈联谊", Feeds.EXCHANGE),
    ("对接会/论坛", Feeds.EXCHANGE),
    ("横向交流", Feeds.EXCHANGE),
    ("文化活动", Feeds.CULTURE),
    ("农技服务", Feeds.WELFARE),
    ("公益慰问", Feeds.WELFARE),
    ("县政协活动", Feeds.COUNTY),
)
SATISFACTIONS = (("满意", True), ("基本满意", True), ("不满意", False))
SUPERVISION_FORMS = "会议监督 视察监督 现场监督 舆论监督 提案监督 专项监督 民主评议".split()
ADOPTION_LEVELS = (
    "县政协采用",
    "市政协采用（综合）",
    "市政协采用（单篇）",
    "省政协采用（综合）",
    "省政协采用（单篇）",
    "全国政协采用（综合）",
    "全国政协采用（单篇）",
)
DUTY_GRADES = "优秀 称职 基本称职 不称职".split()
DEADLINES = (
    (Deadline.Key.REPLY, 3, Deadline.Unit.MONTHS),
    (Deadline.Key.EXTENSION, 1, Deadline.Unit.MONTHS),
    (Deadline.Key.RETURN, 5, Deadline.Unit.WORKING_DAYS),
    (Deadline.Key.CO_OPINION, 1, Deadline.Unit.MONTHS),
    (Deadline.Key.FEEDBACK, 15, Deadline.Unit.WORKING_DAYS),
    (Deadline.Key.TOWNSHIP_COMMENT, 10, Deadline.Unit.DAYS),
    (Deadline.Key.ACTIVITY_REPORT, 7, Deadline.Unit.DAYS),
)


WORDS = (  # the rows of each dictionary, as they stand in a new county
    (Sector, [{"name": word} for word in SECTORS]),
    (ProposalCategory, [{"name": word} for word in CATEGORIES]),
    (RefusalReason, [{"name": word} for word in REFUSALS]),
    (AnswerClass, [{"letter": letter, "name": word} for letter, word in ANSWERS]),
    (ActivityKind, [{"name": word, "feeds": feeds} for word, feeds in KINDS]),
    (Satisfaction, [{"name": word, "is_satisfied": is_good} for word, is_good in SATISFACTIONS]),
    (SupervisionForm, [{"name": word} for word in SUPERVISION_FORMS]),
    (AdoptionLevel, [{"name": word} for word in ADOPTION_LEVELS]),
    (DutyGrade, [{"name": word} for word in DUTY_GRADES]),
)


def found_county(*, name: str, body_name: str, **fields) -> County:
    """Set up a county with the default dictionaries, which it then edits as its own."""
    with transaction.atomic():
        county = County.objects.create(name=name, body_name=body_name, **fields)
        for model, rows in WORDS:
            model.objects.bulk_create(
                model(county=county, position=position, **row)
                for position, row in enumerate(rows, 1)
            )
        Deadline.objects.bulk_create(
            Deadline(county=county, key=key, amount=amount, unit=unit)
            for key, amount, unit in DEADLINES
        )
        targets.set_default(county, clock.today().year)
    return county


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
    login = invitations.login_of(old)
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
