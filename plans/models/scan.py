"""The scan of a decision that was made on paper and entered by the office (代录)."""

from django.db import models, transaction
from django.urls import reverse

from counties.models import TownshipRecord
from cppcc import audit
from cppcc.attachments import Attachment, Checked
from cppcc.tenancy import TenantKey
from plans.models.copy import OfMoveQuerySet
from plans.models.plan import AnnualPlan, PlanEvent


class ScanQuerySet(OfMoveQuerySet):
    def of_plan(self, plan: AnnualPlan):
        """Those of one plan, in the order of its road."""
        return (
            self.filter(event__record=plan)
            .select_related("event__record")
            .order_by("event__on", "pk")
        )


class PlanScan(TownshipRecord, Attachment):
    """The signed paper (扫描件) behind a move of a plan that the office entered."""

    event = TenantKey("plans.PlanEvent", related_name="scans")

    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = "计划扫描件"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "event"],
                name="one_scan_an_event",
                violation_error_message="这一步的扫描件已经有了。",
            ),
        ]

    def __str__(self):
        return f"{self.event.get_action_display()}扫描件"

    def get_absolute_url(self):
        return reverse("plans:scan", args=[self.pk])

    @classmethod
    def keep(cls, plan: AnnualPlan, event: PlanEvent, file: Checked, *, by) -> "PlanScan":
        """Keep this file beside the move that it proves; it is never replaced."""
        scan = cls(**plan.tenant, event=event)
        with transaction.atomic():
            scan.take(file)
            scan.save(force_insert=True)
            audit.record("keep_scan", by=by, target=plan, sha256=scan.sha256)
        return scan
