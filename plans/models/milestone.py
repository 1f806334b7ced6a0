"""The days of a task (时间节点)."""

from django.db import models

from counties.models import TownshipRecord
from cppcc.tenancy import TenantKey
from plans.models.plan import AnnualPlan
from plans.models.task import OfTaskQuerySet


class MilestoneQuerySet(OfTaskQuerySet):
    def in_force(self):
        """The days of the plans in force."""
        return self.filter(task__section__plan__in=AnnualPlan.objects.in_force().values("pk"))

    def due_within(self, first, last):
        return self.filter(due_on__range=(first, last))


class Milestone(TownshipRecord):
    """A date by which a part of a task is done (时间节点)."""

    task = TenantKey("plans.PlanTask", related_name="milestones")
    due_on = models.DateField("时间节点")
    text = models.CharField("内容", max_length=60, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = "时间节点"
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["county", "township", "due_on"], name="milestone_by_day")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "task", "due_on"],
                name="milestone_day_used_once",
                violation_error_message="这个任务在这一天已有时间节点。",
            ),
        ]

    def __str__(self):
        return f"{self.due_on} {self.text}"
