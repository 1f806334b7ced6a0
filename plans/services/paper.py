"""The papers of a plan: of its rows as they stand, and of what was kept of it."""

from collections.abc import Iterator
from datetime import date

from cppcc import clock, figures
from plans.changes import compare
from plans.documents.plan import (
    PlanText,
    RevisionText,
    SectionText,
    TaskText,
    plan_document,
    revision_document,
)
from plans.models import AnnualPlan, PlanCopy
from plans.models.content import content_of


def document_of(plan: AnnualPlan):
    """The paper of a plan as it stands, dated by its approval, else by today."""
    approval = plan.approval
    return _document(plan, content_of(plan), approval.on if approval else clock.today())


def document_of_copy(copy: PlanCopy):
    """The paper of what was sent or approved, in the very words of that day."""
    return _document(copy.plan, copy.content, copy.event.on)


def document_of_changes(plan: AnnualPlan):
    """The paper of a revision (调整说明): why, and what was beside what is to be."""
    approval = plan.approval
    return revision_document(
        RevisionText(
            title=f"关于{plan}的说明",
            reason=plan.reason,
            original=plan.revises.title,
            changes=tuple(compare(content_of(plan.revises), content_of(plan))),
            body_name=plan.township.signature,
            dated_on=approval.on if approval else clock.today(),
            head=plan.township.head(plan.year),
        )
    )


def _document(plan: AnnualPlan, content: dict, on: date):
    return plan_document(
        PlanText(
            title=f"{content['title']}（第{plan.revision}次调整）"
            if plan.revision
            else content["title"],
            guiding=content["guiding"],
            goals=content["goals"],
            sections=tuple(
                SectionText(section["heading"], section["text"], tuple(_tasks(section)))
                for section in content["sections"]
            ),
            body_name=plan.township.signature,
            dated_on=on,
            is_annexed=plan.is_annexed,
            head=plan.township.head(plan.year),
        )
    )


def _tasks(section: dict) -> Iterator[TaskText]:
    for task in section["tasks"]:
        figure = figures.REGISTRY.get(task["figure"])
        yield TaskText(
            text=task["text"],
            milestones=tuple((date.fromisoformat(on), text) for on, text in task["milestones"]),
            responsibles=tuple(task["responsibles"]),
            helpers=task["helpers"],
            target=figures.quantity(figure, task["target"]) if figure else "",
        )
