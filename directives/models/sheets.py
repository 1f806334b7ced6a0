"""Target sheets: what the county asks of one township in a year (年度目标任务书)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from counties.models.targets import Target
from counties.models.tenancy import CountyRecord, TownshipRecord
from cppcc.tenancy import TenantKey
from cppcc.workflow import WorkflowEvent
from directives import workflow
from directives.models.handed import HandedDown, HandedQuerySet
from directives.workflow import IN_FORCE, SheetAction, SheetStatus


class TargetSheetQuerySet(HandedQuerySet):
    def in_force(self, county_id: int, year: int):
        """The sheets that were handed down for a year, with their lines."""
        sheets = self.filter(county=county_id, year=year, status__in=IN_FORCE)
        return sheets.prefetch_related("lines")

    def for_list(self):
        return self.select_related("township", "county").order_by("township__name")


class TargetSheet(HandedDown):
    """What the county asks of one township in one year (年初下达目标), and its receipt (签收).

    Until it is handed down the county's numbers hold; its lines are a copy of them, to be edited.
    """

    TRANSITIONS = workflow.SHEET_TRANSITIONS
    Action = SheetAction

    year = models.PositiveSmallIntegerField("年度")
    number = models.CharField("发文字号", max_length=40, blank=True)
    text = models.TextField("其他要求", blank=True)

    objects = TargetSheetQuerySet.as_manager()

    class Meta:
        verbose_name = "年度目标任务书"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "year"],
                name="one_target_sheet_a_year",
                violation_error_message="这个乡镇这一年已有目标任务书。",
            ),
        ]

    def __str__(self):
        return f"{self.township}{self.year}年度目标任务书"

    def get_absolute_url(self):
        return reverse("townships:sheet", args=[self.pk])

    def is_editable_by(self, user) -> bool:
        return self.status == SheetStatus.DRAFT and super().is_editable_by(user)

    def hand_down(self, **act):
        self.advance(SheetAction.HAND_DOWN, **act)

    def recall(self, *, note, **act):
        self.advance(SheetAction.RECALL, note=note, **act)


class TargetLine(TownshipRecord):
    """One number of a sheet: as a county's target, but of one township."""

    sheet = TenantKey("directives.TargetSheet", related_name="lines")
    scope = models.CharField("由谁完成", max_length=20, choices=Target.Scope.choices)
    figure = models.SlugField("指标", max_length=50, db_index=False)
    number = models.PositiveSmallIntegerField("目标数")

    class Meta:
        verbose_name = "下达的目标"
        ordering = ["scope", "pk"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "sheet", "scope", "figure"], name="one_line_a_figure"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="line_is_a_number_to_reach"),
        ]

    def __str__(self):
        return f"{self.figure} {self.number}"


class TargetSheetEvent(CountyRecord, WorkflowEvent):
    """One move of a sheet."""

    record = TenantKey("directives.TargetSheet", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "目标任务书流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="sheetevent_by_record")]
        constraints = CountyRecord.Meta.constraints
