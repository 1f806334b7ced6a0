"""What was sent and what was approved: kept as it was, whatever the plan becomes."""

from django.db import models
from django.urls import reverse

from counties.models import TownshipRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc.tenancy import TenantKey
from plans.models.plan import AnnualPlan
from plans.workflow import Action


class OfMoveQuerySet(TenantQuerySet):
    """What was kept of a plan's moves."""

    def visible_to(self, user):
        """For everybody who may see the plan; members see what was approved."""
        plans = AnnualPlan.objects.visible_to(user)
        seen = self.filter(county=user.acting.county_id, event__record__in=plans)
        is_member = user.acting.role == Role.MEMBER
        return seen.filter(event__action=Action.APPROVE) if is_member else seen


class CopyQuerySet(OfMoveQuerySet):
    def of_plan(self, plan: AnnualPlan):
        """Those of one plan, in the order of its road."""
        return self.filter(plan=plan).select_related("event__record").order_by("pk")


class PlanCopy(TownshipRecord):
    """The words of a plan as they were sent (送审稿) or approved (审定稿); never changed."""

    plan = TenantKey("plans.AnnualPlan", related_name="copies")
    event = TenantKey("plans.PlanEvent", related_name="copies")
    content = models.JSONField("内容")

    objects = CopyQuerySet.as_manager()

    class Meta:
        verbose_name = "计划留存稿"
        ordering = ["pk"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "plan", "event"], name="one_copy_an_event"),
        ]

    def __str__(self):
        return f"{self.plan}（{self.label}）"

    @property
    def label(self) -> str:
        return f"{self.event.get_action_display()}稿"

    def get_absolute_url(self):
        return reverse("plans:copy", args=[self.pk])
