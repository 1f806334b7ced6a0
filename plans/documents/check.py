"""The words and the order of a quarterly check (季度自查表) on one page."""

from dataclasses import dataclass
from datetime import date

from cppcc.documents.tree import Document, Signature, Table, paragraph
from cppcc.periods import chinese_date, month_and_day

SHORT = 12  # characters of a task in its row


@dataclass(frozen=True)
class LineText:
    """A task as it stood; the last three are empty where nothing was behind."""

    task: str
    reached: str
    state: str
    problem: str = ""
    measure: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class CheckText:
    """Everything the paper says; `quarter` is its name."""

    year: int
    quarter: str
    body_name: str
    lines: tuple[LineText, ...]
    frozen_on: date
    dated_on: date


def check_document(check: CheckText) -> Document:
    """How many tasks stand how, all of them in one table, and what is done about those behind."""
    behind = [line for line in check.lines if line.problem]
    lead = f"截至{chinese_date(check.frozen_on)}，计划共{len(check.lines)}项任务，{_told(check)}。"
    table = Table(
        head=("任务", "完成情况", "状态", "问题、措施和新的期限"),
        rows=tuple(
            (_short(f"{n}.{line.task}"), line.reached or "—", line.state, _follows(line))
            for n, line in enumerate(check.lines, 1)
        ),
        widths=(13, 6, 4, 13),
    )
    blocks = (
        paragraph(lead + ("" if behind else "没有落后的任务。")),
        table,
        Signature(check.body_name, check.dated_on),
    )
    return Document(
        title=f"{check.year}年{check.quarter}计划执行情况自查表",
        blocks=blocks,
        author=check.body_name,
        on=check.dated_on,
    )


def _told(check: CheckText) -> str:
    states = [line.state for line in check.lines]
    return "，".join(f"{state}{_number(states, state)}项" for state in dict.fromkeys(states))


def _short(text: str) -> str:
    line = "".join(text.split())
    return f"{line[:SHORT]}…" if len(line) > SHORT else line


def _follows(line: LineText) -> str:
    """Problem, measure and date in one sentence; a dash where nothing was behind."""
    day = f"{month_and_day(line.due_on)}前" if line.due_on else ""
    told = "；".join(_bare(text) for text in (line.problem, line.measure) if text)
    return f"{told}（{day}）" if told and day else told or "—"


def _bare(text: str) -> str:
    return "".join(text.split()).rstrip("。；")


def _number(states: list[str], state: str) -> int:
    return sum(one == state for one in states)
