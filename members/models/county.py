"""The county, its townships, units and terms."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cppcc.order import remove_unused
from members.models import days
from members.models.days import DayOfYearField
from members.models.dictionaries import ReferredQuerySet, Word, WordQuerySet
from members.models.tenancy import CountySetting, Setting
from members.roles import Role


class CountyQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(pk=user.acting.county_id)

    def open_to(self, user):
        """Those whose work, not only whose name, `user` may see."""
        return self.all() if user.acting.role == Role.COUNTY else self.none()


class County(Setting):
    """A county whose CPPCC committee (县政协) owns the words, deadlines and targets."""

    class Counted(models.TextChoices):
        SUBMITTED = "submitted", "提交了就算"
        FILED = "filed", "立案了才算"

    name = models.CharField(
        "县名", max_length=30, unique=True, error_messages={"unique": "已有同名的县。"}
    )
    body_name = models.CharField("县政协全称", max_length=50)
    short_name = models.CharField("简称", max_length=20, default="县政协")
    red_head = models.CharField("发文机关标志（红头）", max_length=40, blank=True)
    number_code = models.CharField("机关代字", max_length=20, blank=True)
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


class TownshipQuerySet(models.QuerySet):
    def visible_to(self, user):
        acting = user.acting
        match acting.role:
            case Role.COUNTY:
                return self.filter(county=acting.county_id)
            case Role.STAFF | Role.LEADER | Role.MEMBER:
                return self.filter(county=acting.county_id, pk=acting.township_id)
        return self.none()

    def open_to(self, user):
        """Those whose work, not only whose name, `user` may see: all that are visible."""
        return self.all()


class Township(CountySetting):
    """A group of members under one body (乡镇政协联工委, or 县直界别活动组)."""

    MASKED = frozenset({"phone"})

    class Kind(models.TextChoices):
        TOWNSHIP = "township", "乡镇（街道）"
        SECTOR_GROUP = "sector_group", "县直界别活动组"

    name = models.CharField("名称", max_length=30)
    body_name = models.CharField("机构简称", max_length=50)
    full_name = models.CharField("机构全称", max_length=50, blank=True)
    head_title = models.CharField("负责人职务", max_length=20, default="主任")
    committee_name = models.CharField("党委名称", max_length=30, default="镇党委")
    kind = models.CharField("类别", max_length=20, choices=Kind.choices, default=Kind.TOWNSHIP)
    red_head = models.CharField("发文机关标志（红头）", max_length=40, blank=True)
    number_code = models.CharField("机关代字", max_length=20, blank=True)
    phone = models.CharField("办公电话", max_length=30, blank=True)
    address = models.CharField("办公地点", max_length=60, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = "乡镇"
        ordering = ["name"]
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "name"],
                name="township_name_used_once",
                violation_error_message="本县已有同名的乡镇。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("townships:detail", args=[self.pk])

    def may_be_contacted_by(self, user) -> bool:
        """Whether `user` keeps the telephone and the place of the office: its own staff, too."""
        return self.role_here(user) == Role.COUNTY or (
            user.acting.role == Role.STAFF and user.acting.township_id == self.pk
        )

    @property
    def signature(self) -> str:
        """The name under an official paper (署名): the full one, where there is one."""
        return self.full_name or self.body_name


class Unit(Word):
    """A unit that handles proposals and suggestions (承办单位)."""

    KEY = "units"

    objects = WordQuerySet.as_manager()

    class Meta(Word.Meta):
        abstract = False
        verbose_name = "承办单位"
        ordering = ["name"]


class TermQuerySet(ReferredQuerySet):
    def in_force(self, on):
        """The terms that `on` is a day of."""
        return self.filter(first_on__lte=on, last_on__gte=on)


class Term(CountySetting):
    """A term of the county committee (届): members are named for one term."""

    KEY = "terms"

    name = models.CharField("届次", max_length=20)
    first_on = models.DateField("开始日期")
    last_on = models.DateField("结束日期")

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "届次"
        ordering = ["-first_on"]
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "name"],
                name="term_name_used_once",
                violation_error_message="本县已有同名的届次。",
            ),
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="term_ends_after_it_begins",
                violation_error_message="届次的结束日期必须晚于开始日期。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("county:words", args=[self.KEY])

    def remove(self, *, by, version: int) -> None:
        """Delete a term for which nobody has been named, or raise ValidationError."""
        refusal = ValidationError("已有委员或记录属于这一届，不能删除。")
        remove_unused(self, by=by, version=version, refusal=refusal)


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
