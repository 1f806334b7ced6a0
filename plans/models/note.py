"""What was done for a task that no figure counts."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from counties.models import TownshipRecord
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned
from plans.models.task import OfTaskQuerySet, PlanTask


class NoteQuerySet(OfTaskQuerySet):
    def for_detail(self):
        return self.select_related("task__section__plan")


class TaskNote(TownshipRecord, Versioned):
    """A dated note of progress (进展记录) with its evidence; the last one closes the task.

    `for_day` is the day of the plan (时间节点) that it keeps; without one it keeps the first day
    that nothing else has kept, so that what was done late still counts.
    Whether a task is done follows from its notes; nobody types its state.
    """

    task = TenantKey("plans.PlanTask", related_name="notes")
    on = models.DateField("日期")
    text = models.TextField("做了什么")
    evidence = models.TextField("佐证", blank=True)
    for_day = models.DateField("办的是哪个节点", null=True, blank=True)
    is_last = models.BooleanField("这项任务已全部完成", default=False)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = "进展记录"
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["county", "task", "on"], name="tasknote_by_task")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(is_last=False) | ~Q(evidence=""),
                name="completion_has_evidence",
                violation_error_message="全部完成的，请写明佐证：文件、照片、记录放在哪里。",
            ),
        ]

    def __str__(self):
        return self.text[:40]

    def get_absolute_url(self):
        board = reverse("plans:board", args=[self.task.section.plan_id])
        return f"{board}#task-{self.task_id}"

    def is_editable_by(self, user) -> bool:
        return self.may_be_noted_for(self.task, user)

    @classmethod
    def may_be_noted_for(cls, task: PlanTask, user) -> bool:
        """Whether `user` may note progress: the office, for the plan that is carried out."""
        return task.role_here(user) in cls.ENTERED_BY and task.section.plan.is_carried_out
