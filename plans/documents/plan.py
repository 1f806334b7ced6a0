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

ANNEX = "年度任务分解表"
ENDS = "。；，、"


@dataclass(frozen=True)
class TaskText:
    """A task in words; `target` (集中学习4次) is empty where nothing is counted."""

    text: str
    milestones: tuple[tuple[date, str], ...] = ()
    responsibles: tuple[str, ...] = ()
    helpers: str = ""
    target: str = ""


@dataclass(frozen=True)
class SectionText:
    heading: str
    text: str
    tasks: tuple[TaskText, ...] = ()


@dataclass(frozen=True)
class PlanText:
    """Everything the paper says; `is_annexed`: by when, by whom and how many stand in an annex."""

    title: str
    guiding: str
    goals: str
    sections: tuple[SectionText, ...]
    body_name: str
    dated_on: date
    is_annexed: bool = True
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
    """指导思想 and 总体目标, then 一、二、三 with their tasks; what each task asks for stands
    behind its words, or in an annex."""
    blocks = [*_led_by("指导思想", plan.guiding), *_led_by("总体目标", plan.goals)]
    for number, section in enumerate(plan.sections, 1):
        blocks.append(Heading(f"{numeral(number)}、{section.heading}"))
        blocks += map(paragraph, lines(section.text))
        for place, task in enumerate(section.tasks, 1):
            facts = "" if plan.is_annexed else _facts(task)
            blocks.append(paragraph(f"{place}.{_bare(task)}{facts}。"))
    rows = _rows(plan) if plan.is_annexed else ()
    if rows:
        blocks.append(Attachments((ANNEX,)))
    blocks.append(Signature(plan.body_name, plan.dated_on))
    if rows:
        head = ("序号", "任务", "时间节点", "责任人", "目标")
        table = Table(head=head, rows=rows, widths=(5, 15, 12, 7, 9))
        blocks.append(Annex(label="附件", title=ANNEX, blocks=(table,)))
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


def _bare(task: TaskText) -> str:
    """The task in one line, without its full stop."""
    return "".join(lines(task.text)).rstrip(ENDS)


def _when(task: TaskText) -> str:
    return "；".join(
        f"{month_and_day(on)}{f'，{text}' if text else ''}" for on, text in task.milestones
    )


def _facts(task: TaskText) -> str:
    """By when, by whom and how many, in brackets; nothing where nothing is said."""
    facts = [
        ("时间节点", _when(task)),
        ("责任人", "、".join(task.responsibles)),
        ("协助", task.helpers),
        ("目标", task.target),
    ]
    told = "。".join(f"{word}：{words}" for word, words in facts if words)
    return f"（{told}）" if told else ""


def _rows(plan: PlanText) -> tuple[tuple[str, ...], ...]:
    """The rows of the annex: every task, with its place in the plan."""
    return tuple(
        (
            f"{numeral(number)}、{place}",
            _bare(task),
            _when(task) or "—",
            _people(task) or "—",
            task.target or "—",
        )
        for number, section in enumerate(plan.sections, 1)
        for place, task in enumerate(section.tasks, 1)
    )


def _people(task: TaskText) -> str:
    helpers = f"协助：{task.helpers}" if task.helpers else ""
    return "；".join(filter(None, ("、".join(task.responsibles), helpers)))


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
