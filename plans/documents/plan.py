"""The words and the order of an annual plan as an official paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cppcc.documents.prose import lines, numeral
from cppcc.documents.tree import (
    Annex,
    Attachments,
    Block,
    Document,
    Heading,
    RedHead,
    Signature,
    Table,
    paragraph,
)
from cppcc.periods import month_and_day

ANNEX = "年度任务目标表"


@dataclass(frozen=True)
class TaskText:
    """A task in words; `figure` and `target` are empty where nothing is counted."""

    text: str
    milestones: tuple[tuple[date, str], ...] = ()
    responsibles: tuple[str, ...] = ()
    helpers: str = ""
    figure: str = ""
    target: str = ""


@dataclass(frozen=True)
class SectionText:
    heading: str
    text: str
    tasks: tuple[TaskText, ...] = ()


@dataclass(frozen=True)
class PlanText:
    """Everything the paper says."""

    title: str
    guiding: str
    goals: str
    sections: tuple[SectionText, ...]
    body_name: str
    dated_on: date
    head: RedHead | None = None


@dataclass(frozen=True)
class RevisionText:
    """Everything the explanation of a revision says; `changes` are those of plans.changes."""

    title: str
    reason: str
    original: str
    changes: tuple
    body_name: str
    dated_on: date
    head: RedHead | None = None


def plan_document(plan: PlanText) -> Document:
    """指导思想 and 总体目标, then 一、二、三 with their tasks; the targets as an annex."""
    blocks = [*_led_by("指导思想", plan.guiding), *_led_by("总体目标", plan.goals)]
    for number, section in enumerate(plan.sections, 1):
        blocks.append(Heading(f"{numeral(number)}、{section.heading}"))
        blocks += map(paragraph, lines(section.text))
        blocks += (paragraph(_told(place, task)) for place, task in enumerate(section.tasks, 1))
    rows = _targets(plan)
    if rows:
        blocks.append(Attachments((ANNEX,)))
    blocks.append(Signature(plan.body_name, plan.dated_on))
    if rows:
        blocks.append(_annex(rows))
    return Document(
        title=plan.title,
        blocks=tuple(blocks),
        author=plan.body_name,
        on=plan.dated_on,
        head=plan.head,
    )


def _led_by(word: str, text: str) -> Iterator[Block]:
    """The paragraphs of an opening text, the first one led by its word."""
    for number, line in enumerate(lines(text)):
        yield paragraph(line if number else f"{word}：{line}")


def _when(task: TaskText) -> str:
    return "；".join(
        f"{month_and_day(on)}{f'，{text}' if text else ''}" for on, text in task.milestones
    )


def _told(number: int, task: TaskText) -> str:
    """A task as one paragraph: what, and behind it by when and by whom."""
    facts = [
        ("时间节点", _when(task)),
        ("责任人", "、".join(task.responsibles)),
        ("协助", task.helpers),
    ]
    told = "。".join(f"{word}：{words}" for word, words in facts if words)
    return f"{number}.{''.join(lines(task.text))}{f'（{told}）' if told else ''}"


def _targets(plan: PlanText) -> tuple[tuple[str, ...], ...]:
    """The rows of the annex: every task that promises a number, with its place in the plan."""
    return tuple(
        (
            f"{numeral(number)}、{place}",
            "".join(lines(task.text)),
            task.figure,
            task.target,
            "、".join(task.responsibles) or "—",
        )
        for number, section in enumerate(plan.sections, 1)
        for place, task in enumerate(section.tasks, 1)
        if task.figure
    )


def _annex(rows: tuple[tuple[str, ...], ...]) -> Annex:
    table = Table(
        head=("序号", "任务", "指标", "目标", "责任人"), rows=rows, widths=(2, 7, 4, 2, 3)
    )
    return Annex(label="附件", title=ANNEX, blocks=(table,))


def revision_document(revision: RevisionText) -> Document:
    """调整说明: why, and a table of what changed, the old words beside the new."""
    rows = tuple(
        (change.name, _side(change, "old"), _side(change, "new"), change.kind)
        for change in revision.changes
        if change.is_changed
    )
    blocks = [*map(paragraph, lines(revision.reason))]
    if rows:
        blocks.append(paragraph(f"《{revision.original}》调整{len(rows)}处，具体如下："))
        head = ("位置", "原计划", "调整为", "说明")
        blocks.append(Table(head=head, rows=rows, widths=(2, 6, 6, 2)))
    blocks.append(Signature(revision.body_name, revision.dated_on))
    return Document(
        title=revision.title,
        blocks=tuple(blocks),
        author=revision.body_name,
        on=revision.dated_on,
        head=revision.head,
    )


def _side(change, side: str) -> str:
    """The words of one side, those lines only that differ; a dash where there was nothing."""
    told = ((line.label, "".join(run.text for run in getattr(line, side))) for line in change.told)
    return "；".join(f"{label}：{''.join(lines(text))}" for label, text in told if text) or "—"
