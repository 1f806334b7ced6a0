"""A task of a plan, and what it serves."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Min, Q

from accounts.models import Appointment
from counties.models import TownshipRecord
from counties.models.tenancy import TenantQuerySet
from cppcc.order import Part, next_position, remove_unused
from cppcc.tenancy import TenantKey
from members.models import Membership
from plans.models.group import WorkGroup
from plans.models.plan import AnnualPlan
from plans.models.section import PlanSection


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

    def in_force(self):
        """The tasks that the plans in force promise: each once, whatever is being revised."""
        return self.filter(section__plan__in=AnnualPlan.objects.in_force().values("pk"))

    def current(self):
        """The tasks of the plans in force, and of those that are being made or revised."""
        making = AnnualPlan.objects.unfinished().values("pk")
        in_force = AnnualPlan.objects.in_force().values("pk")
        return self.filter(Q(section__plan__in=in_force) | Q(section__plan__in=making))

    def of_group(self, group: WorkGroup):
        """The tasks for which a work group is responsible, plan by plan in their order."""
        named = self.filter(responsibles__group=group).select_related("section__plan")
        return named.order_by("section__plan__revision", "section__position", "position")

    def with_target(self):
        return self.exclude(figure="")

    def of_year(self, year: int):
        """What the plans in force promise for a year."""
        return self.in_force().filter(section__plan__year=year)

    def suggested_for(self, figures: Iterable[str], on: date) -> "PlanTask | None":
        """The task of that year which a record of these figures and that day most likely fulfils:
        the one whose next day (时间节点) is the nearest."""
        tasks = self.of_year(on.year).filter(figure__in=figures)
        ahead = Min("milestones__due_on", filter=Q(milestones__due_on__gte=on))
        ranked = tasks.annotate(next_on=ahead).order_by(
            F("next_on").asc(nulls_last=True), "section__position", "position"
        )
        return ranked.first()

    def first_copies(self, first: int, last: int) -> dict[int, int]:
        """{task: the one it goes back to, through all revisions} of the plans of these years."""
        of_years = self.filter(section__plan__year__range=(first, last)).order_by()
        origins, found = dict(of_years.values_list("pk", "origin")), {}
        for pk in sorted(origins):  # a copy is younger than what it was copied from
            found[pk] = found.get(origins[pk], pk)
        return found

    def for_choice(self):
        """All that is needed to name and to find a task, in the order of the plan."""
        return self.select_related("section__plan").order_by("section__position", "position")

    def for_list(self):
        return self.select_related("section__plan").prefetch_related("milestones", "responsibles")


class PlanTask(TownshipRecord, Part):
    """What a plan promises (任务): by when, by whom, and optionally how many of what."""

    section = TenantKey("plans.PlanSection", related_name="tasks", verbose_name="所属部分")
    origin = TenantKey("plans.PlanTask", null=True, related_name="copies", editable=False)
    position = models.PositiveSmallIntegerField("次序")
    is_carried = models.BooleanField("上年结转", default=False)
    point = TenantKey(
        "directives.KeyPoint",
        null=True,
        related_name="tasks",
        editable=False,
        verbose_name="县工作要点",
    )
    text = models.TextField("任务")
    function = models.CharField("职能", max_length=20, choices=Function.choices)
    helpers = models.CharField("协助", max_length=100, blank=True)
    figure = models.CharField("指标", max_length=50, blank=True)
    target = models.PositiveIntegerField("目标数", null=True, blank=True)
    evidence = models.CharField("应留依据", max_length=100, blank=True)

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
                condition=models.Q(figure="") | models.Q(target__isnull=False, target__gt=0),
                name="task_with_figure_has_target",
                violation_error_message="选了指标就要填大于 0 的目标数。",
            ),
        ]

    def __str__(self):
        return self.text[:40]

    def get_absolute_url(self):
        return f"{self.section.plan.get_absolute_url()}#task-{self.pk}"

    def is_editable_by(self, user) -> bool:
        return self.section.plan.is_editable_by(user)

    def peers(self):
        return PlanTask.objects.filter(county=self.county_id, section=self.section_id)

    def place_last(self, section: PlanSection) -> None:
        """Put the task, new or from another section, behind the others of `section`."""
        self.section = section
        self.position = next_position(self.peers())
        if not self._state.adding:
            PlanTask.objects.filter(pk=self.pk).update(section=section, position=self.position)

    def set_milestones(self, milestones: Iterable[tuple[date, str]]) -> None:
        """Replace the task's days by these: (day, what is done by then)."""
        with transaction.atomic():
            self.milestones.all().delete()
            self.milestones.bulk_create(
                self.milestones.model(**self.tenant, task=self, due_on=due_on, text=text)
                for due_on, text in milestones
            )

    def set_responsibles(self, parties: Iterable[Membership | Appointment | WorkGroup]) -> None:
        """Replace those responsible for the task by these, told in this order."""
        with transaction.atomic():
            self.responsibles.all().delete()
            self.responsibles.bulk_create(
                self.responsibles.model.naming(one, **self.tenant, task=self) for one in parties
            )

    def remove(self, *, by, version: int) -> None:
        """Delete the task with its days and people, unless a record names it as its task."""
        refusal = ValidationError(
            "已经有记录（活动、走访、提案等）记在这项任务名下，不能删除；可以修改任务的文字。"
        )
        with transaction.atomic():
            self.milestones.all().delete()
            self.responsibles.all().delete()
            remove_unused(self, by=by, version=version, refusal=refusal)


class OfTaskQuerySet(TenantQuerySet):
    def visible_to(self, user):
        tasks = PlanTask.objects.visible_to(user)
        return self.filter(county=user.acting.county_id, task__in=tasks)
