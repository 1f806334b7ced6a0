"""What was done for the tasks of a plan: the records that name them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from plans import agenda
from plans.models import AnnualPlan, PlanTask, TaskNote

FEW = 5  # deeds of a task that are named, where its figure lists them all


@dataclass(frozen=True)
class Deed:
    """What was done for a task on a day: a note of progress, or a record that names the task.

    It counts for whoever looks; one that they may not see (`is_seen`) is not told of.
    """

    on: date
    what: str
    url: str = ""
    evidence: str = ""
    note_pk: int | None = None
    is_seen: bool = True


def deeds_of(plan: AnnualPlan, tasks: list[PlanTask], user) -> dict[int, list]:
    """What was done for each task: the notes and the records that name it."""
    found = defaultdict(list)
    notes = TaskNote.objects.visible_to(user).filter(task__section__plan=plan)
    for note in notes.order_by("on", "pk"):
        found[note.task_id].append((note, Deed(note.on, note.text, "", note.evidence, note.pk)))
    for record in agenda.done_for(tasks, user):
        url, is_seen = record.get_absolute_url(), record.is_seen
        deed = Deed(record.on, str(record), url, is_seen=is_seen)
        found[record.task_id].append((None, deed))
    return found


def shown_deeds(deeds: list) -> tuple[Deed, ...]:
    """Those of which whoever looks may be told, by day."""
    seen = (deed for _, deed in deeds if deed.is_seen)
    return tuple(sorted(seen, key=lambda one: one.on))
