"""Lists of proposals and suggestions as tables to take away."""

from cppcc.exports import Field
from cppcc.periods import chinese_date
from proposals.models import Proposal

TOWNSHIP = Field("乡镇", lambda one: one.township)
PROPOSAL_FIELDS = (
    Field("编号", lambda one: one.mark, 18),
    Field("案由", lambda one: one.title, 40),
    Field("提案人", lambda one: one.proposer),
    TOWNSHIP,
    Field("类别", lambda one: one.category),
    Field("状态", Proposal.get_status_display),
    Field("提交日期", lambda one: one.submitted_on),
    Field("承办单位", lambda one: one.handler, 20),
    Field("交办日期", lambda one: one.assigned_on),
    Field("答复期限", lambda one: one.due_on),
    Field("同意公开", lambda one: one.is_public),
)
SUGGESTION_FIELDS = (
    Field("标题", lambda one: one.title, 40),
    TOWNSHIP,
    Field("主送", lambda one: one.addressee, 20),
    Field("条数", lambda one: one.item_count, 8),
    Field("采纳", lambda one: one.adopted_count, 8),
    Field("送出日期", lambda one: one.on),
)
FOLLOW_UP_FIELDS = (
    Field("事项", lambda one: one.title, 40),
    TOWNSHIP,
    Field("责任单位", lambda one: one.unit_name, 20),
    Field("进展", lambda one: one.get_progress_display()),
    Field("预计完成", lambda one: one.due_on),
    Field("推进情况", lambda one: "；".join(_step(step) for step in one.steps.all()), 48),
)


def _step(step) -> str:
    return f"{chinese_date(step.on)}{step.get_progress_display()}{step.text and f'：{step.text}'}"
