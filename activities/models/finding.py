"""What an inspection or a supervision found."""

from django.db import models

from counties.models import TownshipRecord
from counties.models.tenancy import TenantQuerySet
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned


class FindingQuerySet(TenantQuerySet):
    def for_list(self):
        return self.select_related("follow_up").prefetch_related("follow_up__steps").order_by("pk")


class Finding(TownshipRecord, Versioned):
    """What an inspection or a supervision found and recommends (发现的问题和建议)."""

    activity = TenantKey("activities.Activity", related_name="findings", verbose_name="活动")
    text = models.TextField("问题和建议")
    follow_up = TenantKey("matters.FollowUp", null=True, blank=True, related_name="findings")

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = "发现的问题和建议"
        indexes = [models.Index(fields=["county", "activity"], name="finding_by_activity")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "follow_up"], name="follow_up_of_one_finding"
            ),
        ]

    def __str__(self):
        return self.text[:40]

    def get_absolute_url(self):
        return f"{self.activity.get_absolute_url()}#finding-{self.pk}"
