"""The obligations of every year (标准任务), as a plan would word them."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from cppcc import audit, figures, periods
from cppcc.documents.prose import numeral
from directives import asked
from plans.models import AnnualPlan, Function, Milestone, PlanSection, PlanTask

Day = tuple[int, int, str]  # month, day, what is done by then


@dataclass(frozen=True)
class StandardTask:
    """An obligation of every year (docs/domain.md, the year), as a plan would word it.

    How much is to be reached is the county's (年度目标): `amount` tells it where the text has {}.
    """

    function: Function
    text: str
    figure: str = ""
    amount: str = ""
    days: tuple[Day, ...] = ()
    evidence: str = ""

    def words(self, target: int | None) -> str:
        return self.text.format(self.amount.format(_quantity(target)) if target else "")


@dataclass(frozen=True)
class StandardSection:
    heading: str
    text: str
    tasks: tuple[StandardTask, ...]


def _quarterly(what: str) -> tuple[Day, ...]:
    ends = ((3, 31), (6, 30), (9, 30), (12, 31))
    return tuple((*end, f"{name}{what}") for end, name in zip(ends, periods.QUARTERS, strict=True))


def _quantity(number: int) -> str:
    """A number of things in a sentence: 两次, 十二次, 120次."""
    return "两" if number == 2 else numeral(number)


STUDY = StandardSection(
    "加强理论学习，提高履职能力",
    "组织委员学习党的路线方针政策、宪法法律、政协章程和统一战线理论，每次学习有内容、有目的、有检查。",
    (
        StandardTask(
            Function.STUDY,
            "每季度至少组织委员集中学习一次{}，定好内容和目的，发放学习资料，检查学习效果。",
            "studies",
            "，全年不少于{}次",
            _quarterly("集中学习"),
            "通知、签到册、照片、学习记录、简报",
        ),
        StandardTask(Function.STUDY, "委员结合工作开展自学，记好学习笔记，撰写学习体会。"),
        StandardTask(
            Function.SELF,
            "坚持一月一堂课，机关工作人员每月集中学习一次{}。",
            "lessons",
            "，全年不少于{}次",
            ((6, 30, "上半年机关学习"), (12, 31, "全年机关学习")),
            "学习记录",
        ),
    ),
)
PARTICIPATION = StandardSection(
    "履行主要职能，积极参政议政",
    "围绕镇党委、镇政府的中心工作和群众关心的问题，开展协商、监督和参政议政。",
    (
        StandardTask(
            Function.SUPERVISION,
            "组织委员视察重点工程和民生项目{}，写出视察报告，抓好跟踪问效。",
            "inspections",
            "，全年不少于{}次",
            ((6, 30, "上半年视察"), (11, 30, "下半年视察")),
            "视察方案、照片、视察报告",
        ),
        StandardTask(
            Function.PARTICIPATION,
            "深入调查研究，反映社情民意，积极撰写提案{}。",
            "proposals_per_member",
            "，每名委员全年不少于{}件",
            ((11, 30, "完成提案提交"),),
        ),
        StandardTask(
            Function.CONSULTATION,
            "镇党委、镇政府作出重要决策前，组织委员协商；平时听取意见，向镇党委、镇政府提出意见建议。",
        ),
        StandardTask(
            Function.SUPERVISION,
            "运用会议、听取汇报、民主评议等形式开展民主监督，促进问题整改。",
        ),
    ),
)
TIES = StandardSection(
    "密切各方联系，服务发展大局",
    "",
    (
        StandardTask(
            Function.EXCHANGE,
            "走访每名委员，全年走访一遍，了解委员的思想、工作和生活情况。",
            "visit_coverage",
            days=((11, 30, "走访一遍"),),
        ),
        StandardTask(
            Function.MASSES,
            "每名委员结对帮扶一户困难户或专业户，察民情、听民意。",
            "pairings",
            days=((3, 31, "完成结对"),),
        ),
        StandardTask(Function.DEVELOPMENT, "组织镇内企业座谈联谊，了解招商引资和项目建设情况。"),
        StandardTask(Function.CULTURE, "开展文化活动。"),
        StandardTask(Function.WELFARE, "开展农技服务和公益慰问。"),
    ),
)
OFFICE = StandardSection(
    "加强自身建设，提高工作水平",
    "",
    (
        StandardTask(Function.SELF, "建立和完善各项规章制度，发挥委员主体作用，规范机关管理。"),
        StandardTask(
            Function.SELF,
            "积极参加县政协组织的各项活动，做到无故不缺席。",
            "county_attendance_rate",
            days=((12, 31, "全年无故不缺席"),),
        ),
        StandardTask(Function.SELF, "每次活动后及时上报文字材料，不超过县里规定的期限。"),
        StandardTask(
            Function.SELF,
            "做到年初有计划、半年有小结、年终有总结，每季度对照计划检查一次进度。",
            days=(
                (3, 31, "第一季度自查"),
                (6, 30, "半年小结"),
                (9, 30, "第三季度自查"),
                (12, 31, "年终总结"),
            ),
        ),
        StandardTask(
            Function.PUBLICITY,
            "加强同新闻单位的联系，向上级政协和报刊投稿，宣传政协工作和委员事迹。",
        ),
    ),
)
STANDARD = (STUDY, PARTICIPATION, TIES, OFFICE)


def add_standard_tasks(plan: AnnualPlan, *, by) -> None:
    """Fill an empty plan with the obligations of every year (标准任务), to be edited at will."""
    if plan.sections.exists():
        raise ValidationError("计划里已经有内容，标准任务只能加到空的计划里。")
    goals, further = goals_of(plan), _further(plan)
    with transaction.atomic():
        for standard in STANDARD:
            section = PlanSection.append(plan, standard.heading, standard.text)
            tasks = [*standard.tasks, *(further if standard is STANDARD[-1] else ())]
            for position, task in enumerate(tasks, 1):
                _add_task(plan, section, position, task, goals.get(task.figure))
        audit.record("add_standard_tasks", by=by, target=plan)


def _further(plan: AnnualPlan) -> list[StandardTask]:
    """Numbers that the county asks of this body and no standard task names."""
    named = {task.figure for standard in STANDARD for task in standard.tasks}
    wanted = asked.of_township(plan.township, plan.year).body
    known = [(figures.REGISTRY[key], wanted[key]) for key in sorted(wanted.keys() - named)]
    return [
        StandardTask(Function.SELF, f"{figure.name}全年达到{number}{figure.unit}。", figure.key)
        for figure, number in known
    ]


def add_asked_tasks(plan: AnnualPlan, heading: str) -> None:
    """A section with a task for each number that the county asks of this body, in the standard
    words where a standard task names that figure."""
    goals = goals_of(plan)
    standard = [task for one in STANDARD for task in one.tasks if task.figure in goals]
    asked = [*standard, *_further(plan)]
    if not asked:
        return
    section = PlanSection.append(plan, heading)
    for position, task in enumerate(asked, 1):
        _add_task(plan, section, position, task, goals[task.figure])


def goals_of(plan: AnnualPlan) -> dict[str, int]:
    """{figure: number} that the county asks of this body in the plan's year."""
    return asked.of_township(plan.township, plan.year).of_body(_member_count(plan))


def _member_count(plan: AnnualPlan) -> int:
    year, owner = periods.year(plan.year), plan.township_id
    numbers = figures.measure(["members"], "township", [owner], year.first, year.last)
    return numbers["members"][owner]


def _add_task(plan, section, position: int, standard: StandardTask, target: int | None) -> None:
    task = PlanTask.objects.create(
        **plan.tenant,
        section=section,
        position=position,
        text=standard.words(target),
        function=standard.function,
        figure=standard.figure if target else "",  # nothing to reach without a number
        target=target,
        evidence=standard.evidence,
    )
    Milestone.objects.bulk_create(
        Milestone(**plan.tenant, task=task, due_on=date(plan.year, month, day), text=text)
        for month, day, text in standard.days
    )
