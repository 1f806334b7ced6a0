"""Sample papers (样张): every block and every kind of paper, with invented text.

For the office that wants to see a paper before it has the records for it, and for whoever
changes how papers look. No person, place or matter in them is real.
"""

from collections.abc import Callable
from dataclasses import dataclass

from counties.roles import Role
from cppcc.documents.tree import Paper
from desk.samples import activities, blocks, duty, plans, proposals, reports

OFFICES = {Role.STAFF, Role.COUNTY}


@dataclass(frozen=True)
class Sample:
    """A paper to look at: `slug` names it in addresses, `note` says what it is for."""

    slug: str
    name: str
    note: str
    make: Callable[[], Paper]

    def __str__(self):
        return self.slug


@dataclass(frozen=True)
class Group:
    """Samples that belong together."""

    name: str
    samples: tuple[Sample, ...]


def may_see_samples(user) -> bool:
    """Whether `user` is shown the samples: the offices, which make such papers."""
    return user.acting.role in OFFICES


GROUPS = (
    Group(
        "计划和总结",
        (
            Sample("plan", "年度工作计划", "各项任务的时间、责任人和目标列成附件表。", plans.plan),
            Sample(
                "revision",
                "计划调整说明",
                "审定以后的改动，原来的写在左边，改成的写在右边。",
                plans.revision,
            ),
            Sample("check", "季度自查表", "当天的进度固定下来，落后的写明整改。", plans.check),
            Sample("study", "年度学习计划", "从年度计划里取出，没定的留空手填。", plans.study),
            Sample("month", "每月工作安排", "计划的节点和活动，打印张贴。", plans.month),
            Sample(
                "summary", "年终总结", "正文里的数字都有依据，依据列入数据附表。", reports.summary
            ),
            Sample(
                "volume",
                "年终总结合订本",
                "县政协把各乡镇的总结订成一册，有封面和目录。",
                reports.volume,
            ),
        ),
    ),
    Group(
        "提案",
        (
            Sample("form", "提案纸", "一事一案，右下角盖章处留给审查单位。", proposals.form),
            Sample("blank", "空白提案纸", "打印出来给不上网的委员手写。", proposals.blank),
            Sample(
                "assignment",
                "提案交办单",
                "县政协交给承办单位，写明期限和要求。",
                proposals.assignment,
            ),
            Sample(
                "letter",
                "提案答复函",
                "承办单位用信函格式答复，右上角是办理结果类别。",
                proposals.letter,
            ),
            Sample(
                "survey", "征询意见表", "随答复函送提案人，打勾、签名后送回。", proposals.survey
            ),
        ),
    ),
    Group(
        "活动",
        (
            Sample("notice", "活动通知", "活动前发给委员。", activities.notice),
            Sample("scheme", "视察工作方案", "视察、监督前定目的、路线和要求。", activities.scheme),
            Sample("sign_in", "签到表", "活动前打印，现场手签，事后照着登记。", activities.sign_in),
            Sample("rating", "民主评议测评表", "发给委员，不记名打勾。", activities.rating),
            Sample(
                "minutes",
                "会议纪要",
                "写明议定事项，末尾是出席、请假、列席名单。",
                activities.minutes,
            ),
            Sample("report", "活动情况报告", "活动后报县政协。", activities.report),
            Sample(
                "inspection",
                "视察报告",
                "问题和建议逐条写明责任单位、期限和落实情况。",
                activities.inspection,
            ),
        ),
    ),
    Group(
        "委员",
        (
            Sample(
                "duty_sheet", "年度履职登记表", "每位委员每年一张，数字由记录得出。", duty.sheet
            ),
            Sample("duty_file", "履职档案", "一届一份，不用人填，从记录里汇总。", duty.file),
        ),
    ),
    Group(
        "版式",
        (
            Sample(
                "red_head",
                "红头文件",
                "发文机关标志、发文字号、签发人、附件、版记。",
                blocks.red_head,
            ),
            Sample("blocks", "各种部件", "标题层次、表格、图表、照片怎样排。", blocks.every_block),
        ),
    ),
)
SAMPLES = {sample.slug: sample for group in GROUPS for sample in group.samples}


def by_slug(slug: str) -> Sample:
    """For the path converter; ValueError is "no such page"."""
    if slug not in SAMPLES:
        raise ValueError(slug)
    return SAMPLES[slug]
