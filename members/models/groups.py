"""What is kept about a group of members (联工委, 界别活动组): its people and its targets."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cppcc.tenancy import TenantKey
from cppcc.workflow import WorkflowEvent
from members import workflow
from members.models.handed import HandedDown, HandedQuerySet
from members.models.targets import Target
from members.models.tenancy import CountyRecord, Setting, TenantQuerySet, TownshipRecord
from members.roles import Role
from members.workflow import IN_FORCE, SheetAction, SheetStatus


class GroupPostQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The usual gate; a member sees who stands at the head of the own group."""
        if user.acting.role == Role.MEMBER:
            return self.filter(county=user.acting.county_id, township=user.acting.township_id)
        return super().visible_to(user)

    def for_list(self):
        """Kind by kind, whoever serves now first."""
        return self.order_by("kind", F("last_on").desc(nulls_first=True), "-first_on", "pk")


class GroupPost(TownshipRecord, Setting):
    """Who heads a group, who is its clerk, which county leader is linked to it (联系领导), and
    from when to when."""

    ENTERED_BY = frozenset({Role.COUNTY})

    class Kind(models.TextChoices):
        HEAD = "a_head", "负责人"
        CLERK = "b_clerk", "工作人员"
        LIAISON = "c_liaison", "联系县领导"

    kind = models.CharField("类别", max_length=20, choices=Kind.choices)
    name = models.CharField("姓名", max_length=50)
    post = models.CharField("职务", max_length=50, blank=True)
    first_on = models.DateField("开始日期")
    last_on = models.DateField("结束日期", null=True, blank=True)

    objects = GroupPostQuerySet.as_manager()

    class Meta:
        verbose_name = "机构人员"
        indexes = [models.Index(fields=["county", "township", "kind"], name="grouppost_by_kind")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="group_post_ends_after_it_begins",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.name}"

    def get_absolute_url(self):
        return reverse("townships:detail", args=[self.township_id])

    def serves_on(self, on) -> bool:
        return self.first_on <= on and (self.last_on is None or on <= self.last_on)


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

    sheet = TenantKey("members.TargetSheet", related_name="lines")
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

    record = TenantKey("members.TargetSheet", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "目标任务书流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="sheetevent_by_record")]
        constraints = CountyRecord.Meta.constraints
