"""The words of a plan as plain data: what is kept of each 送审 and 审定, and what is compared."""

import hashlib
import json


def content_of(plan) -> dict:
    """Everything a plan says, in its order. `key` names a part, `was` what it was copied from."""
    read = (
        type(plan)
        ._base_manager.filter(pk=plan.pk)
        .prefetch_related("sections__tasks__milestones", "sections__tasks__responsibles")
    )
    [stored] = read
    return {
        **{name: getattr(stored, name) for name in ("title", "guiding", "goals", "reason")},
        "sections": [_section(section) for section in stored.sections.all()],
    }


def _section(section) -> dict:
    return {
        "key": section.pk,
        "was": section.origin_id,
        "heading": section.heading,
        "text": section.text,
        "tasks": [_task(task) for task in section.tasks.all()],
    }


def _task(task) -> dict:
    names = ("text", "function", "figure", "target", "evidence", "helpers")
    return {
        "key": task.pk,
        "was": task.origin_id,
        **{name: getattr(task, name) for name in names},
        "milestones": [[one.due_on.isoformat(), one.text] for one in task.milestones.all()],
        "responsibles": [str(one) for one in task.responsibles.all()],
    }


def digest(content: dict) -> str:
    """By which two states of a plan are told apart."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
