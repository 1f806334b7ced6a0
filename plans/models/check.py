"""The quarterly check of a plan (监督评估): every task as it stood on a day, and what follows."""

from collections.abc import Mapping
from datetime import date

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from counties.models import TownshipRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc import audit, clock, periods
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned
from plans.models.plan import AnnualPlan

READ_BY = {Role.COUNTY, Role.STAFF, Role.LEADER}


class CheckQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The usual gate; the county sees those that are finished."""
        seen = super().visible_to(user)
        return seen.finished() if user.acting.role == Role.COUNTY else seen

    def finished(self):
        return self.filter(finished_on__isnull=False)

    def of_year_of(self, plan: AnnualPlan):
        """Those of the plan's township and year, whichever revision was in force that day."""
        return self.filter(township=plan.township_id, year=plan.year)

    def for_list(self):
        return self.select_related("township").order_by("year", "quarter")

    def for_detail(self):
        return self.select_related("township").prefetch_related("lines")


class Check(TownshipRecord, Versioned):
    """What came of comparing a plan with its year at the end of a quarter (季度自查).

    It stays with the plan that was in force that day; the year's next revision has it all the same.
    """

    plan = TenantKey("plans.AnnualPlan", related_name="checks")
    year = models.PositiveSmallIntegerField("年度")
    quarter = models.PositiveSmallIntegerField("季度")
    opened_on = models.DateField("数据截至")
    finished_on = models.DateField("完成日期", null=True, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = "季度自查"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "year", "quarter"],
                name="one_check_a_quarter",
                violation_error_message="这个季度已经自查过了。",
            ),
            models.CheckConstraint(condition=Q(quarter__range=(1, 4)), name="quarter_is_of_a_year"),
        ]

    def __str__(self):
        return f"{self.year}年{self.quarter_name}自查表"

    def get_absolute_url(self):
        return reverse("plans:check", args=[self.pk])

    @property
    def quarter_name(self) -> str:
        return periods.QUARTERS[self.quarter - 1]

    @classmethod
    def is_kept_for(cls, user) -> bool:
        """Whether checks have anything to say to `user`."""
        return user.acting.role in READ_BY

    @classmethod
    def may_be_opened_for(cls, plan: AnnualPlan, user) -> bool:
        """Whether `user` may check the plan: its office, while it is the one carried out."""
        return plan.role_here(user) in cls.ENTERED_BY and plan.is_carried_out

    def finish(self, *, by, version: int, lines: Mapping[int, tuple[str, str, date]]) -> None:
        """Write down problem, measure and new date of each task behind: {line: these three}."""
        with transaction.atomic():
            self._update(version, {}, {"finished_on": self.finished_on or clock.today()})
            for line in self.lines.filter(pk__in=lines):
                line.problem, line.measure, line.new_due_on = lines[line.pk]
                line.save(update_fields=["problem", "measure", "new_due_on"])
            audit.record("finish", by=by, target=self, rows=len(lines))


class CheckLine(TownshipRecord):
    """A task as it stood on the day of the check; its words and numbers are frozen."""

    check_of = TenantKey("plans.Check", related_name="lines", verbose_name="自查")
    task = TenantKey("plans.PlanTask", related_name="check_lines")
    place = models.CharField("序号", max_length=20, blank=True)
    text = models.TextField("任务")
    reached = models.CharField("完成情况", max_length=40, blank=True)
    state = models.CharField("状态", max_length=10)
    lacks = models.CharField("落后情况", max_length=200, blank=True)
    problem = models.TextField("存在问题", blank=True)
    measure = models.TextField("整改措施", blank=True)
    new_due_on = models.DateField("新的期限", null=True, blank=True)

    class Meta:
        verbose_name = "自查项目"
        ordering = ["pk"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "check_of", "task"], name="task_checked_once"
            ),
        ]

    def __str__(self):
        return f"{self.place} {self.text[:40]}".strip()
