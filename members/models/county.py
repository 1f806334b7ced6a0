"""The county, its townships, units and terms."""

from django.db import models
from django.db.models import F, Q

from members.models.tenancy import CountyRecord, DictionaryQuerySet
from members.roles import Role


class CountyQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(pk=user.acting.county_id)

    def open_to(self, user):
        """Those whose work, not only whose name, `user` may see."""
        return self.all() if user.acting.role == Role.COUNTY else self.none()


class County(models.Model):
    """A county whose CPPCC committee (县政协) owns the words, deadlines and targets."""

    name = models.CharField("县名", max_length=30, unique=True)
    body_name = models.CharField("县政协全称", max_length=50)
    short_name = models.CharField("简称", max_length=20, default="县政协")

    objects = CountyQuerySet.as_manager()

    class Meta:
        verbose_name = "县"

    def __str__(self):
        return self.name


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


class Township(CountyRecord):
    """A group of members under one body (乡镇政协联工委, or 县直界别活动组)."""

    class Kind(models.TextChoices):
        TOWNSHIP = "township", "乡镇（街道）"
        SECTOR_GROUP = "sector_group", "县直界别活动组"

    name = models.CharField("名称", max_length=30)
    body_name = models.CharField("机构简称", max_length=50)
    full_name = models.CharField("机构全称", max_length=50, blank=True)
    head_title = models.CharField("负责人职务", max_length=20, default="主任")
    committee_name = models.CharField("党委名称", max_length=30, default="镇党委")
    kind = models.CharField("类别", max_length=20, choices=Kind.choices, default=Kind.TOWNSHIP)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = "乡镇"
        ordering = ["name"]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "name"],
                name="township_name_used_once",
                violation_error_message="本县已有同名的乡镇。",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def signature(self) -> str:
        """The name under an official paper (署名): the full one, where there is one."""
        return self.full_name or self.body_name


class Unit(CountyRecord):
    """A unit that handles proposals and suggestions (承办单位)."""

    name = models.CharField("单位名称", max_length=50)

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        verbose_name = "承办单位"
        ordering = ["name"]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "name"], name="unit_name_used_once"),
        ]

    def __str__(self):
        return self.name


class TermQuerySet(DictionaryQuerySet):
    def in_force(self, on):
        """The terms that `on` is a day of."""
        return self.filter(first_on__lte=on, last_on__gte=on)


class Term(CountyRecord):
    """A term of the county committee (届): members are named for one term."""

    name = models.CharField("届次", max_length=20)
    first_on = models.DateField("开始日期")
    last_on = models.DateField("结束日期")

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "届次"
        ordering = ["-first_on"]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "name"], name="term_name_used_once"),
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="term_ends_after_it_begins",
                violation_error_message="届次的结束日期必须晚于开始日期。",
            ),
        ]

    def __str__(self):
        return self.name


class GuidingText(CountyRecord):
    """What the county says of a year (指导思想): read by plans and summaries, never invented."""

    year = models.PositiveSmallIntegerField("年度")
    plan_text = models.TextField("计划指导思想", blank=True)
    summary_text = models.TextField("总结开头语", blank=True)

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        verbose_name = "年度指导思想"
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "year"], name="one_guiding_text_a_year"),
        ]

    def __str__(self):
        return f"{self.year}年指导思想"
