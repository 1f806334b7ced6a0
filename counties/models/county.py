"""The county, and what it says of a year."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models
from django.urls import reverse

from counties import days
from counties.days import DayOfYearField
from counties.models.tenancy import Body, CountySetting, Setting
from counties.roles import Role


class CountyQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(pk=user.acting.county_id)

    def open_to(self, user):
        """Those whose work, not only whose name, `user` may see."""
        return self.all() if user.acting.role == Role.COUNTY else self.none()


class County(Body, Setting):
    """A county whose CPPCC committee (县政协) owns the words, deadlines and targets."""

    class Counted(models.TextChoices):
        SUBMITTED = "submitted", "提交了就算"
        FILED = "filed", "立案了才算"

    name = models.CharField(
        "县名", max_length=30, unique=True, error_messages={"unique": "已有同名的县。"}
    )
    body_name = models.CharField("县政协全称", max_length=50)
    short_name = models.CharField("简称", max_length=20, default="县政协")
    supervisor = models.CharField(
        "提案督办单位", max_length=40, blank=True, default="县委、县政府督查室"
    )
    proposal_year_from = DayOfYearField("提案年度起始日", default="12-01")
    proposals_counted = models.CharField(
        "每人应交的提案怎样算", max_length=20, choices=Counted.choices, default=Counted.SUBMITTED
    )
    plan_due = DayOfYearField("年度计划上报截止日", default="01-01")
    late_entries_until = DayOfYearField("上年补录截止日", default="01-31")
    allows_long_login = models.BooleanField("允许委员在本人手机上30天免登录", default=False)
    second_factor_roles = models.JSONField("必须使用手机验证码的身份", default=list, blank=True)

    objects = CountyQuerySet.as_manager()

    class Meta:
        verbose_name = "县"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("county:index")

    @classmethod
    def is_kept_by(cls, user) -> bool:
        """Whether `user` keeps the county's words, deadlines, targets and townships."""
        return user.acting.role == Role.COUNTY

    @classmethod
    def require_keeper(cls, user) -> None:
        """Raise PermissionDenied but for those who keep the county's words."""
        if not cls.is_kept_by(user):
            raise PermissionDenied

    def is_editable_by(self, user) -> bool:
        return self.is_kept_by(user) and user.acting.county_id == self.pk

    def plan_due_on(self, year: int) -> date:
        """The last day on which the plan of `year` may be reported."""
        return days.in_year(self.plan_due, year)

    def proposal_year(self, on: date) -> int:
        """The year whose numbers a proposal gets that is handed in `on` this day.

        The proposal year (提案年度) begins on a day of the year before, when the proposals for the
        coming plenary session are called for; one that begins on 1 January is the calendar's.
        It governs numbers and lists; figures count calendar days.
        """
        starts = self.proposal_year_from
        return on.year + (f"{on:%m-%d}" >= starts > "01-01")

    @classmethod
    def any_allows_long_login(cls) -> bool:
        """Asked before anybody has said who they are."""
        return cls.objects.filter(allows_long_login=True).exists()

    def login_rules_are_kept_by(self, user) -> bool:
        """How people log in is for the security administrator (安全管理员) to say."""
        return user.acting.county_id == self.pk and user.acting.role == Role.SECURITY


class GuidingText(CountySetting):
    """What the county says of a year (指导思想): read by plans and summaries, never invented."""

    year = models.PositiveSmallIntegerField("年度")
    plan_text = models.TextField("计划指导思想", blank=True)
    summary_text = models.TextField("总结开头语", blank=True)

    class Meta:
        verbose_name = "年度指导思想"
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(fields=["county", "year"], name="one_guiding_text_a_year"),
        ]

    def __str__(self):
        return f"{self.year}年指导思想"

    def get_absolute_url(self):
        return reverse("county:guiding")
