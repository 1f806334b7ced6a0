"""A county comes into being, with words, deadlines and targets that it then edits as its own."""

from django.db import transaction

from counties import targets
from counties.models import (
    ActivityKind,
    AdoptionLevel,
    AnswerClass,
    County,
    Deadline,
    DutyGrade,
    ProposalCategory,
    RefusalReason,
    Satisfaction,
    Sector,
    SupervisionForm,
)
from cppcc import clock

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
