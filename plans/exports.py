"""Plans, their tasks, work groups and incentives as tables to take away."""

from cppcc import figures
from cppcc.exports import Field
from plans.models import AnnualPlan
from plans.progress import Chapter, Promise


def task_rows(chapters: list[Chapter]) -> list[tuple[Chapter, Promise]]:
    return [(chapter, promise) for chapter in chapters for promise in chapter.promises]


def _of_task(title: str, value, width: int = 14) -> Field:
    return Field(title, lambda row: value(row[1].task), width)


def _reached(row: tuple[Chapter, Promise]):
    progress = row[1].progress
    return figures.show(progress.number) if progress else ""


TASK_FIELDS = (
    Field("部分", lambda row: f"{row[0].numeral}、{row[0].section.heading}", 20),
    _of_task("任务", lambda task: task.text, 48),
    _of_task("职能", lambda task: task.get_function_display()),
    _of_task("时间节点", lambda task: "；".join(map(str, task.milestones.all())), 28),
    _of_task("责任人", lambda task: "、".join(map(str, task.responsibles.all())), 20),
    _of_task("协助", lambda task: task.helpers, 20),
    Field("指标", lambda row: row[1].progress.figure.name if row[1].progress else "", 16),
    _of_task("目标数", lambda task: task.target, 8),
    Field("已完成", _reached, 8),
    _of_task("应留依据", lambda task: task.evidence, 20),
    _of_task("上年结转", lambda task: "是" if task.is_carried else ""),
    _of_task("县工作要点", lambda task: "是" if task.point_id else ""),
)


TOWNSHIP = Field("乡镇", lambda one: one.township)
PLAN_FIELDS = (
    Field("年度", lambda one: one.year, 8),
    TOWNSHIP,
    Field("标题", str, 40),
    Field("状态", AnnualPlan.get_status_display),
    Field("上报期限", lambda one: None if one.revision else one.due_on),
)
GROUP_FIELDS = (
    Field("年度", lambda one: one.year, 8),
    TOWNSHIP,
    Field("名称", lambda one: one.name, 20),
    Field("组长", lambda one: one.head),
    Field("工作方案", lambda one: one.scheme, 48),
)
INCENTIVE_FIELDS = (
    TOWNSHIP,
    Field("委员", lambda one: one.honour.membership),
    Field("类别", lambda one: one.get_kind_display(), 8),
    Field("名称", lambda one: one.honour.title, 28),
    Field("决定单位", lambda one: one.decided_by, 20),
    Field("依据", lambda one: one.document, 28),
    Field("决定日期", lambda one: one.honour.on),
    Field("事迹", lambda one: one.honour.text, 40),
)


def uptake_fields(points: list) -> tuple[Field, ...]:
    """The columns of townships × points: the task that took up each point, in its words."""
    return (
        Field("乡镇", lambda row: row.township.name),
        Field("计划", lambda row: row.plan.title if row.plan else "还没有报县", 28),
        *(_point_field(number, point) for number, point in enumerate(points, 1)),
        Field("列入条数", lambda row: row.taken),
    )


def _point_field(number: int, point) -> Field:
    def taken(row):
        task = row.cells[number - 1].task
        return task.text if task else ""

    return Field(f"{number}. {point.text[:30]}", taken, 28)
