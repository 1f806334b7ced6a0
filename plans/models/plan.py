"""A township's plan for a year and the parts of its text."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from counties.models import CountyRecord, TownshipRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc.tenancy import TenantKey
from cppcc.workflow import WorkflowEvent, WorkflowModel
from plans import workflow
from plans.models.content import content_of, digest
from plans.workflow import EDITABLE, RETURNS, SENT, SETTLED, UNREPORTED, Action, Party, Status

AUTUMN = 10  # from October on the next year is planned


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

    def in_force(self):
        """Of each year the plan that counts: the latest published revision, else the first text.

        A revision on its road leaves the plan it revises in force.
        """
        counted = Q(revision=0) | Q(status=Status.PUBLISHED)
        return self.with_successor().filter(counted, is_replaced=False)

    def carried_out(self):
        """What a year is worked, noted and checked by: the plan in force, once it is approved."""
        return self.in_force().filter(status__in=SETTLED)

    def with_successor(self):
        """With `is_replaced`: whether a revision of it is in force."""
        latest = self.model.objects.filter(
            county=OuterRef("county"), revises=OuterRef("pk"), status=Status.PUBLISHED
        )
        return self.annotate(is_replaced=Exists(latest))

    def unfinished(self):
        """Plans that have not come to the end of their road."""
        return self.exclude(status__in=(Status.PUBLISHED, Status.WITHDRAWN))

    def published_in(self, county_id: int):
        """What anybody of a county may read, whichever township's it is."""
        return self.filter(county=county_id, status=Status.PUBLISHED)

    def reported_for(self, year: int):
        """The plans of a year that the county has (已报县)."""
        return self.filter(year=year, revision=0, status__in=SENT)

    def to_approve(self):
        return self.filter(status=Status.SUBMITTED)

    def at_county(self):
        """Reported and not public yet: the county reads them, and may still return them."""
        return self.filter(status=Status.REPORTED)

    def years_to_make(self, year: int, on: date) -> list[int]:
        """Whose plans are to be begun: that of `year`, and from autumn on also the next year's."""
        made = set(self.filter(year__in=(year, year + 1)).values_list("year", flat=True))
        is_time = (on.year, on.month) >= (year, AUTUMN)
        years = (year, year + 1) if is_time else (year,)
        return [one for one in years if one not in made]

    def for_list(self):
        listed = self.with_successor().select_related("township", "county")
        return listed.order_by("-year", "township__name", "-revision")

    def for_detail(self):
        """A plan with all its sections, tasks, days and people, in one query for each kind."""
        plans = self.with_successor().select_related("township", "county", "revises")
        return plans.prefetch_related(
            "sections__tasks__milestones", "sections__tasks__responsibles"
        )


class AnnualPlan(TownshipRecord, WorkflowModel):
    """A township's plan for one year (年度工作计划), approved by its Party committee.

    What changes after that is a plan of its own, the numbered revision (第n次调整) of the one
    before, which stays in force and is never edited again.
    """

    TRANSITIONS = workflow.TRANSITIONS
    Action = Action

    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("标题", max_length=100)
    guiding = models.TextField("指导思想", blank=True)
    goals = models.TextField("总体目标", blank=True)
    is_annexed = models.BooleanField("任务分解表作为附件", default=True)
    revision = models.PositiveSmallIntegerField("第几次调整", default=0, editable=False)
    revises = TenantKey(
        "plans.AnnualPlan",
        null=True,
        related_name="revisions",
        editable=False,
        verbose_name="原计划",
    )
    reason = models.TextField("调整原因", blank=True)
    meeting = models.CharField("审定会议", max_length=60, blank=True, editable=False)
    approval_paper = models.CharField("审定文件", max_length=100, blank=True, editable=False)
    status = models.CharField(
        "状态", max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "年度计划"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "year", "revision"],
                name="one_plan_a_year",
                violation_error_message="本年度的计划已经有了，请在原计划上修改。",
            ),
            models.UniqueConstraint(
                fields=["county", "revises"],
                condition=~Q(status="withdrawn"),
                name="one_revision_at_a_time",
                violation_error_message="这份计划正在调整，请在那份调整上修改。",
            ),
            models.CheckConstraint(
                condition=Q(revision=0, revises=None) | Q(revision__gt=0, revises__isnull=False),
                name="revision_names_what_it_revises",
            ),
        ]

    def __str__(self):
        return f"{self.title}（第{self.revision}次调整）" if self.revision else self.title

    def get_absolute_url(self):
        return reverse("plans:detail", args=[self.pk])

    def parties(self, user) -> set[Party]:
        of_role = {
            Role.COUNTY: {Party.COUNTY},
            Role.STAFF: {Party.OFFICE, Party.REVISER} if self.revision else {Party.OFFICE},
            Role.LEADER: {Party.COMMITTEE},
        }
        return of_role.get(self.role_here(user), set())

    def is_editable_by(self, user) -> bool:
        return self.status in EDITABLE and self.is_kept_by(user)

    @classmethod
    def are_awaited_by(cls, user) -> bool:
        """Whether the plans of all townships are reported to `user`."""
        return user.acting.role == Role.COUNTY

    def is_kept_by(self, user) -> bool:
        """Whether `user` is the office whose plan it is."""
        return Party.OFFICE in self.parties(user)

    def may_be_revised_by(self, user) -> bool:
        """Whether `user` may begin a revision: the office, of an approved plan in force."""
        return (
            self.status in SETTLED
            and self.is_kept_by(user)
            and (not self.revision or self.status == Status.PUBLISHED)
            and self.following is None
        )

    @property
    def carried_out(self) -> "AnnualPlan | None":
        """The plan by which its year is worked: itself, a revision of it, or none yet."""
        of_year = type(self).objects.filter(
            county=self.county_id, township=self.township_id, year=self.year
        )
        return of_year.carried_out().first()

    @property
    def is_carried_out(self) -> bool:
        """Whether its year is worked by it: neither on its road, nor replaced by a revision."""
        return self.carried_out == self

    @property
    def following(self) -> "AnnualPlan | None":
        """The revision of this plan, on its road or in force."""
        return self.revisions.exclude(status=Status.WITHDRAWN).first()

    @property
    def due_on(self) -> date:
        """The county's last day for reporting the plan."""
        return self.county.plan_due_on(self.year)

    def has_begun(self, on: date) -> bool:
        """Whether its year has begun; before that nothing of it is behind."""
        return self.year <= on.year

    def is_late(self, on: date) -> bool:
        """Whether the plan should be at the county by now and is not; revisions have no day."""
        return not self.revision and self.status in UNREPORTED and on > self.due_on

    def submit(self, **act):
        """Send the plan to the Party committee; what was sent is kept beside it."""
        if self.revision and not self.reason:
            raise ValidationError("请先在“修改”里写明调整原因，再送审。")
        with transaction.atomic():
            self.advance(Action.SUBMIT, **act)
            self.keep()

    def approve(self, *, seen: str = "", **act):
        """Approve the plan as it was `seen` (its digest), and keep what was approved (审定稿)."""
        with transaction.atomic():
            self.hold()
            if seen and seen != digest(content_of(self)):
                raise ValidationError("您打开这一页以后，计划又有改动，请看过改动再审定。")
            self.advance(Action.APPROVE, **act)
            self.keep()

    def hold(self) -> "AnnualPlan":
        """The plan as stored; until this transaction ends nobody else edits or moves it."""
        return AnnualPlan.objects.select_for_update(no_key=True).get(pk=self.pk)

    def keep(self) -> None:
        """Freeze the words of this moment under the latest event."""
        self.copies.create(
            **self.tenant,
            event=self.events.order_by("pk").last(),
            content=content_of(self),
        )

    def send_back(self, **act):
        self.advance(Action.SEND_BACK, **act)

    def report(self, **act):
        self.advance(Action.REPORT, **act)

    def return_plan(self, **act):
        """Return the plan to its office, unless that has begun to revise it."""
        with transaction.atomic():
            self.hold()
            if self.following is not None:
                raise ValidationError("这份计划正在调整，请在调整报来时退回调整。")
            self.advance(Action.RETURN, **act)

    def publish(self, **act):
        """Make the plan public; a revision is in force from now on (services.publish)."""
        self.advance(Action.PUBLISH, **act)

    def withdraw(self, **act):
        self.advance(Action.WITHDRAW, **act)

    @property
    def approval(self) -> "PlanEvent | None":
        """The approval (审定) in force; a plan that went back to the desk has none."""
        if self.status not in SETTLED:
            return None
        return self.events.filter(action=Action.APPROVE).order_by("pk").last()

    @property
    def unscanned(self) -> "PlanEvent | None":
        """The approval in force that was made on paper, as long as nobody has kept its scan."""
        approval = self.approval
        is_on_paper = approval is not None and approval.decided_by
        return approval if is_on_paper and not approval.scans.exists() else None

    @property
    def latest_return(self) -> "PlanEvent | None":
        """Why a draft lies on the desk again; none for one that was never sent on."""
        latest = self.events.order_by("pk").last()
        is_back = self.status in EDITABLE and latest is not None and latest.action in RETURNS
        return latest if is_back else None


class PlanEvent(CountyRecord, WorkflowEvent):
    """One move of a plan."""

    record = TenantKey("plans.AnnualPlan", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "计划流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="planevent_by_record")]
        constraints = CountyRecord.Meta.constraints
