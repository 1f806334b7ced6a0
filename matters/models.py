"""Follow-up (跟踪问效): what stays on the list until it is really done."""

from django.db import models

from counties.models import TownshipRecord
from counties.models.tenancy import TenantQuerySet
from cppcc import audit, clock
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned


class Progress(models.TextChoices):
    """How far a promised thing has come."""

    STUDYING = "studying", "研究中"
    PLANNED = "planned", "已列入计划"
    APPROVED_ABOVE = "approved_above", "已由上级立项"
    UNDER_WAY = "under_way", "已开工（推进中）"
    DONE = "done", "已完成"
    STOPPED = "stopped", "终止"


CLOSED = {Progress.DONE, Progress.STOPPED}


class FollowUpQuerySet(TenantQuerySet):
    def open(self):
        return self.exclude(progress__in=CLOSED)

    def overdue(self, on):
        return self.open().filter(due_on__lt=on)

    def for_list(self):
        return self.prefetch_related("steps").order_by("due_on", "pk")


class FollowUp(TownshipRecord, Versioned):
    """One thing to be done by somebody (跟踪落实).

    It does not know what it follows: the source (a finding, a proposal, a suggestion) holds the
    link, so that another app can add a source without this one knowing.
    """

    title = models.CharField("事项", max_length=200)
    unit_name = models.CharField("责任单位", max_length=50, blank=True)
    due_on = models.DateField("预计完成", null=True, blank=True)
    progress = models.CharField(
        "进展", max_length=20, choices=Progress.choices, default=Progress.STUDYING
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = "跟踪落实"
        indexes = [models.Index(fields=["county", "township", "due_on"], name="followup_by_due")]
        constraints = TownshipRecord.Meta.constraints

    def __str__(self):
        return self.title

    @property
    def is_open(self) -> bool:
        return self.progress not in CLOSED

    def move(self, *, by, progress, text, on=None, version=None, level=""):
        """Enter one step of progress (推进情况), dated by the day of the fact."""
        self._update(version, {}, {"progress": progress})
        FollowUpStep.objects.create(
            **self.tenant,
            follow_up=self,
            on=on or clock.today(),
            progress=progress,
            text=text,
            level=level,
            entered_by=by.name,
        )
        audit.record("move_follow_up", by=by, target=self, on=on, progress=progress)


class FollowUpStep(TownshipRecord):
    """One step of a follow-up (推进情况)."""

    follow_up = TenantKey("matters.FollowUp", related_name="steps")
    on = models.DateField("日期")
    progress = models.CharField("进展", max_length=20, choices=Progress.choices)
    level = models.CharField("立项单位", max_length=50, blank=True)
    text = models.TextField("情况", blank=True)
    entered_by = models.CharField("录入人", max_length=50)

    class Meta:
        verbose_name = "推进情况"
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["county", "follow_up", "on"], name="followupstep_by_day")]
        constraints = TownshipRecord.Meta.constraints

    def __str__(self):
        return f"{self.on} {self.get_progress_display()}"
