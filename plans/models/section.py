"""The numbered parts of a plan's text."""

from django.core.exceptions import ValidationError
from django.db import models, transaction

from counties.models import TownshipRecord
from counties.models.tenancy import TenantQuerySet
from cppcc import audit
from cppcc.order import Part, next_position, remove_unused
from cppcc.tenancy import TenantKey
from plans.models.plan import AnnualPlan


class SectionQuerySet(TenantQuerySet):
    def visible_to(self, user):
        plans = AnnualPlan.objects.visible_to(user)
        return self.filter(county=user.acting.county_id, plan__in=plans)


class PlanSection(TownshipRecord, Part):
    """A numbered part of a plan (一、二、三), with its text and tasks; the number is its place."""

    plan = TenantKey("plans.AnnualPlan", related_name="sections")
    origin = TenantKey("plans.PlanSection", null=True, related_name="copies", editable=False)
    position = models.PositiveSmallIntegerField("次序")
    heading = models.CharField("标题", max_length=60)
    text = models.TextField("正文", blank=True)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = "计划部分"
        ordering = ["position"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "plan", "position"], name="section_position_used_once"
            ),
        ]

    def __str__(self):
        return self.heading

    def get_absolute_url(self):
        return f"{self.plan.get_absolute_url()}#section-{self.pk}"

    def is_editable_by(self, user) -> bool:
        return self.plan.is_editable_by(user)

    def peers(self):
        return PlanSection.objects.filter(county=self.county_id, plan=self.plan_id)

    @classmethod
    def append(cls, plan: AnnualPlan, heading: str, text: str = "") -> "PlanSection":
        """A new section behind the plan's others."""
        section = cls(**plan.tenant, plan=plan, heading=heading, text=text)
        section.place_last()
        section.save()
        return section

    def place_last(self) -> None:
        """Give a new section the place behind the others."""
        self.position = next_position(self.peers())

    def arrange(self, tasks: list, *, by) -> None:
        """Give these tasks, of this or of another section, their places in this order; those of
        the section that are not named come behind. Versions stay, as in `move`."""
        named = {task.pk for task in tasks}
        order = [*tasks, *(task for task in self.tasks.all() if task.pk not in named)]
        free = next_position(self.tasks) + len(order)
        with transaction.atomic():
            for first in (free, 1):  # first out of the way, as no two may have one place
                for position, task in enumerate(order, first):
                    rows = type(task)._base_manager.filter(pk=task.pk)
                    rows.update(section=self, position=position)
            audit.record("arrange", by=by, target=self, order=[task.pk for task in order])

    def remove(self, *, by, version: int) -> None:
        """Delete an empty section; its tasks are deleted or moved one by one before."""
        refusal = ValidationError("这一部分里还有任务，请先删除任务或把任务移到别的部分。")
        remove_unused(self, by=by, version=version, refusal=refusal)
