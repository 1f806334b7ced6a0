"""Summaries and the obligation board as tables to take away."""

from cppcc import figures
from cppcc.exports import Field
from summaries.models import Report
from summaries.obligations import Board, Duty

REPORT_FIELDS = (
    Field("标题", lambda one: one.title, 40),
    Field("乡镇", lambda one: one.township),
    Field("状态", Report.get_status_display),
    Field("数据截至日", lambda one: one.cutoff_on),
)


def board_fields(board: Board) -> tuple[Field, ...]:
    """A column for each obligation, and what is still missing in words."""
    return (
        Field("委员", lambda row: row.membership),
        *(_of_duty(place, duty) for place, duty in enumerate(board.duties)),
        Field("还差什么", lambda row: "；".join(row.lacks), 40),
    )


def _of_duty(place: int, duty: Duty) -> Field:
    title = f"{duty.name}（应{duty.target}{duty.unit}）"
    return Field(title, lambda row: figures.show(row.cells[place].number), 18)
