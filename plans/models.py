"""The annual plan and what it promises."""

from django.db import models
from django.urls import reverse

from cppcc.tenancy import tenant_key
from cppcc.workflow import Versioned, WorkflowEvent, WorkflowModel
from members.models import CountyRecord, TownshipRecord
from members.models.tenancy import TenantQuerySet
from members.roles import Role
from plans import workflow
from plans.workflow import EDITABLE, SENT, Action, Party, Status


class PlanQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """A township's own plans; the county those reported to it; members those in force."""
        seen = super().visible_to(user)
        match user.acting.role:
            case Role.COUNTY:
                return seen.filter(status__in=SENT)
            case Role.MEMBER:
                return self.filter(
                    county=user.acting.county_id,
                    township=user.acting.township_id,
                    status=Status.PUBLISHED,
                )
        return seen

    def for_list(self):
        return self.select_related("township").order_by("-year", "township__name")


class AnnualPlan(TownshipRecord, WorkflowModel):
    """A township's plan for one year (年度工作计划), approved by its Party committee."""

    TRANSITIONS = workflow.TRANSITIONS
    Action = Action

    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("标题", max_length=100)
    guiding = models.TextField("指导思想", blank=True)
    goals = models.TextField("总体目标", blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "年度计划"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "year"],
                name="one_plan_a_year",
                violation_error_message="本年度的计划已经有了，请在原计划上修改。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("plans:detail", args=[self.pk])

    def parties(self, user) -> set[Party]:
        acting = user.acting
        if acting.county_id != self.county_id:
            return set()
        if acting.role == Role.COUNTY:
            return {Party.COUNTY}
        if acting.township_id != self.township_id:
            return set()
        of_role = {Role.STAFF: {Party.OFFICE}, Role.LEADER: {Party.COMMITTEE}}
        return of_role.get(acting.role, set())

    def is_editable_by(self, user) -> bool:
        return self.status in EDITABLE and Party.OFFICE in self.parties(user)

    def submit(self, **act):
        self.advance(Action.SUBMIT, **act)

    def approve(self, **act):
        self.advance(Action.APPROVE, **act)

    def send_back(self, **act):
        self.advance(Action.SEND_BACK, **act)

    def report(self, **act):
        self.advance(Action.REPORT, **act)

    def return_plan(self, **act):
        self.advance(Action.RETURN, **act)

    def publish(self, **act):
        self.advance(Action.PUBLISH, **act)


class PlanEvent(CountyRecord, WorkflowEvent):
    """One move of a plan."""

    record = tenant_key("plans.AnnualPlan", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "计划流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="planevent_by_record")]
        constraints = CountyRecord.Meta.constraints


class PlanSection(TownshipRecord, Versioned):
    """A numbered part of a plan (一、二、三), with its text and tasks."""

    plan = tenant_key("plans.AnnualPlan", related_name="sections")
    position = models.PositiveSmallIntegerField("次序")
    heading = models.CharField("标题", max_length=60)
    text = models.TextField("正文", blank=True)

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


class Function(models.TextChoices):
    """What a task serves (职能)."""

    STUDY = "study", "学习培训"
    CONSULTATION = "consultation", "政治协商"
    SUPERVISION = "supervision", "民主监督"
    PARTICIPATION = "participation", "参政议政"
    DEVELOPMENT = "development", "服务发展"
    MASSES = "masses", "联系群众"
    EXCHANGE = "exchange", "团结联谊"
    CULTURE = "culture", "文化交流"
    SELF = "self", "自身建设"
    PUBLICITY = "publicity", "宣传"
    WELFARE = "welfare", "公益"


class TaskQuerySet(TenantQuerySet):
    def visible_to(self, user):
        plans = AnnualPlan.objects.visible_to(user)
        return self.filter(county=user.acting.county_id, section__plan__in=plans)

    def with_target(self):
        return self.exclude(figure="")

    def for_list(self):
        return self.select_related("section__plan").prefetch_related(
            "milestones", "responsibles__membership__member"
        )


class PlanTask(TownshipRecord, Versioned):
    """What a plan promises (任务): by when, by whom, and optionally how many of what."""

    section = tenant_key("plans.PlanSection", related_name="tasks", verbose_name="所属部分")
    position = models.PositiveSmallIntegerField("次序")
    text = models.TextField("任务")
    function = models.CharField("职能", max_length=20, choices=Function.choices)
    helpers = models.CharField("协助", max_length=100, blank=True)
    figure = models.CharField("指标", max_length=50, blank=True)
    target = models.PositiveIntegerField("目标数", null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "计划任务"
        ordering = ["section__position", "position"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "section", "position"], name="task_position_used_once"
            ),
            models.CheckConstraint(
                condition=models.Q(figure="") | models.Q(target__gt=0),
                name="task_with_figure_has_target",
                violation_error_message="选了指标就要填大于 0 的目标数。",
            ),
        ]

    def __str__(self):
        return self.text[:40]

    def get_absolute_url(self):
        return f"{self.section.plan.get_absolute_url()}#task-{self.pk}"


class Milestone(TownshipRecord):
    """A date by which a part of a task is done (时间节点)."""

    task = tenant_key("plans.PlanTask", related_name="milestones")
    due_on = models.DateField("时间节点")
    text = models.CharField("内容", max_length=60, blank=True)

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


class Responsible(TownshipRecord):
    """A person responsible for a task (责任人)."""

    task = tenant_key("plans.PlanTask", related_name="responsibles")
    membership = tenant_key("members.Membership", related_name="tasks", verbose_name="委员")

    class Meta:
        verbose_name = "责任人"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "task", "membership"], name="responsible_named_once"
            ),
        ]

    def __str__(self):
        return str(self.membership)
