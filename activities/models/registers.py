"""Registers of the body: articles, attention, consultations, research, talents."""

from django.db import models
from django.db.models import Q

from counties.models.tenancy import TenantQuerySet
from cppcc import figures
from cppcc.tenancy import TenantKey
from members.models.ledger import LedgerRecord
from plans.models import FulfilsTask


class DatedQuerySet(TenantQuerySet):
    def within(self, first, last):
        return self.filter(on__range=(first, last))

    def for_list(self):
        return self.select_related("township").order_by("-on", "-pk")


class DatedRecord(FulfilsTask, LedgerRecord):
    """A line of a register that belongs to the body, not to one member."""

    on = models.DateField("日期")

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = LedgerRecord.Meta.constraints


class Article(DatedRecord):
    """A published report on the body's work (宣传稿件)."""

    REGISTER = "articles"

    class Level(models.TextChoices):
        TOWNSHIP = "township", "镇级"
        COUNTY = "county", "县级"
        CITY = "city", "市级"
        PROVINCE = "province", "省级"
        NATION = "nation", "国家级"

    title = models.CharField("标题", max_length=100)
    outlet = models.CharField("刊发单位", max_length=50)
    level = models.CharField("级别", max_length=20, choices=Level.choices)
    author = models.CharField("作者", max_length=50, blank=True)
    link = models.URLField("网址", blank=True)

    class Meta:
        verbose_name = "宣传稿件"
        indexes = [models.Index(fields=["county", "township", "-on"], name="article_by_day")]
        constraints = DatedRecord.Meta.constraints

    def __str__(self):
        return f"《{self.title}》（{self.outlet}）"


class Attention(DatedRecord):
    """The Party committee's attention and the body's ground (党委重视与阵地)."""

    REGISTER = "attention"

    class Kind(models.TextChoices):
        DISCUSSED = "discussed", "专题研究"
        NOTE = "note", "领导批示"
        TOPIC = "topic", "交办课题"
        FACILITY = "facility", "经费、用房、设备"
        GUIDANCE = "guidance", "县领导来镇指导"

    kind = models.CharField("类别", max_length=20, choices=Kind.choices)
    who = models.CharField("单位或领导", max_length=50)
    text = models.TextField("内容")

    class Meta:
        verbose_name = "党委重视与阵地"
        indexes = [models.Index(fields=["county", "township", "-on"], name="attention_by_day")]
        constraints = DatedRecord.Meta.constraints

    def __str__(self):
        return f"{self.who}：{self.text[:30]}"

    def counted_by(self) -> set[str]:
        return figures.counting(Attention, self.kind)


class PriorConsultation(DatedRecord):
    """Opinions asked before a decision (会前征求意见); counts as 政治协商."""

    REGISTER = "consultations"

    asked_by = models.CharField("征求意见的单位", max_length=50)
    decision = models.CharField("准备作出的决策", max_length=100)
    opinions = models.TextField("委员意见", blank=True)
    taken_up = models.TextField("采纳情况", blank=True)

    class Meta:
        verbose_name = "会前征求意见"
        indexes = [models.Index(fields=["county", "township", "-on"], name="priorconsult_by_day")]
        constraints = DatedRecord.Meta.constraints

    def __str__(self):
        return self.decision


class ResearchReport(DatedRecord):
    """A research report (调研报告) of a member or of the group."""

    REGISTER = "research"

    title = models.CharField("题目", max_length=100)
    authors = models.CharField("作者", max_length=100)
    text = models.TextField("主要内容", blank=True)
    activity = TenantKey(
        "activities.Activity",
        null=True,
        blank=True,
        related_name="reports",
        verbose_name="所属调研",
        leaves_township=True,  # a county event
    )

    class Meta:
        verbose_name = "调研报告"
        indexes = [models.Index(fields=["county", "township", "-on"], name="research_by_day")]
        constraints = DatedRecord.Meta.constraints

    def __str__(self):
        return f"《{self.title}》"


class TalentQuerySet(DatedQuerySet):
    def within(self, first, last):
        """Who stands on the list on at least one day from `first` to `last`."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=first), on__lte=last)


class Talent(DatedRecord):
    """A person of ability (人才名册): a list that the body recommends from, no procedure.

    A line stays on the list until the day on which it was taken off.
    """

    REGISTER = "talents"

    name = models.CharField("姓名", max_length=50)
    trade = models.CharField("行业专长", max_length=100)
    contact = models.CharField("联系方式", max_length=50, blank=True)
    recommended_for = models.CharField("推荐用途", max_length=100)
    ended_on = models.DateField("移出日期", null=True, blank=True)
    text = models.TextField("主要情况", blank=True)

    objects = TalentQuerySet.as_manager()

    class Meta:
        verbose_name = "人才名册"
        indexes = [models.Index(fields=["county", "township", "-on"], name="talent_by_day")]
        constraints = DatedRecord.Meta.constraints

    def __str__(self):
        return f"{self.name}（{self.trade}）"
