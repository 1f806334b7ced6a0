"""A township's plan for a year and the parts of its text."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from cppcc.order import Part, next_position, remove_unused
from cppcc.tenancy import tenant_key
from cppcc.workflow import WorkflowEvent, WorkflowModel
from members.models import CountyRecord, TownshipRecord
from members.models.tenancy import TenantQuerySet
from members.roles import Role
from plans import workflow
from plans.workflow import EDITABLE, RETURNS, SENT, SETTLED, Action, Party, Status


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

    def listed_for(self, user, year: int):
        """The county reads the plans of one year at a time, a township all of its years."""
        return self.filter(year=year) if user.acting.role == Role.COUNTY else self

    def unfinished(self):
        """Plans that have not come to the end of their road."""
        return self.exclude(status=Status.PUBLISHED)

    def to_approve(self):
        return self.filter(status=Status.SUBMITTED)

    def for_list(self):
        return self.select_related("township").order_by("-year", "township__name")

    def for_detail(self):
        """A plan with all its sections, tasks, days and people, in one query for each kind."""
        return self.select_related("township").prefetch_related(
            "sections__tasks__milestones",
            "sections__tasks__responsibles__membership__member",
        )


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
        of_role = {
            Role.COUNTY: {Party.COUNTY},
            Role.STAFF: {Party.OFFICE},
            Role.LEADER: {Party.COMMITTEE},
        }
        return of_role.get(self.role_here(user), set())

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

    @property
    def approval(self) -> "PlanEvent | None":
        """The approval (审定) in force; a plan that went back to the desk has none."""
        if self.status not in SETTLED:
            return None
        return self.events.filter(action=Action.APPROVE).order_by("pk").last()

    @property
    def latest_return(self) -> "PlanEvent | None":
        """Why a draft lies on the desk again; none for one that was never sent on."""
        latest = self.events.order_by("pk").last()
        is_back = self.status in EDITABLE and latest is not None and latest.action in RETURNS
        return latest if is_back else None


class PlanEvent(CountyRecord, WorkflowEvent):
    """One move of a plan."""

    record = tenant_key("plans.AnnualPlan", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "计划流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="planevent_by_record")]
        constraints = CountyRecord.Meta.constraints


class SectionQuerySet(TenantQuerySet):
    def visible_to(self, user):
        plans = AnnualPlan.objects.visible_to(user)
        return self.filter(county=user.acting.county_id, plan__in=plans)


class PlanSection(TownshipRecord, Part):
    """A numbered part of a plan (一、二、三), with its text and tasks; the number is its place."""

    plan = tenant_key("plans.AnnualPlan", related_name="sections")
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

    def place_last(self) -> None:
        """Give a new section the place behind the others."""
        self.position = next_position(self.peers())

    def remove(self, *, by, version: int) -> None:
        """Delete an empty section; its tasks are deleted or moved one by one before."""
        refusal = ValidationError("这一部分里还有任务，请先删除任务或把任务移到别的部分。")
        remove_unused(self, by=by, version=version, refusal=refusal)
