"""The county's own words: rows, never constants (DOMAIN: what differs between counties)."""

from datetime import date, timedelta

import chinese_calendar
from django.db import models

from cppcc import periods
from members.models.tenancy import CountyRecord, DictionaryQuerySet


class Entry(CountyRecord):
    """A word of a county's dictionary; one in use is retired, not deleted."""

    name = models.CharField("名称", max_length=50)
    position = models.PositiveSmallIntegerField("次序", default=0)
    is_retired = models.BooleanField("已停用", default=False)

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "name"], name="%(class)s_named_once"),
        ]

    def __str__(self):
        return self.name


class Sector(Entry):
    """A sector that members represent (界别)."""

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "界别"


class ActivityKind(Entry):
    """A kind of activity (活动类别), with the group of figures it feeds."""

    class Feeds(models.TextChoices):
        STUDY = "study", "集中学习"
        TRAINING = "training", "讲座培训"
        LESSON = "lesson", "机关学习"
        INSPECTION = "inspection", "视察"
        RESEARCH = "research", "调研考察"
        SUPERVISION = "supervision", "民主监督"
        CONSULTATION = "consultation", "协商议事"
        ATTENDED = "attended", "列席会议"
        EXCHANGE = "exchange", "联谊交流"
        CULTURE = "culture", "文化活动"
        WELFARE = "welfare", "服务公益"
        COUNTY = "county", "县政协活动"

    feeds = models.CharField("计入指标", max_length=20, choices=Feeds.choices)

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "活动类别"


class ProposalCategory(Entry):
    """A category of proposals (提案类别)."""

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "提案类别"


class AnswerClass(Entry):
    """A class of replies (答复类别): A solved … D for reference."""

    letter = models.CharField("字母", max_length=1)

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "答复类别"

    def __str__(self):
        return f"{self.letter}类（{self.name}）"


class RefusalReason(Entry):
    """A coded reason for not filing a proposal (不予立案理由)."""

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "不予立案理由"


class Deadline(CountyRecord):
    """A time limit of the county (期限). A due date always explains itself."""

    class Key(models.TextChoices):
        REPLY = "reply", "提案答复"
        RETURN = "return", "申退"
        FEEDBACK = "feedback", "委员反馈"
        ACTIVITY_REPORT = "activity_report", "活动材料上报"

    class Unit(models.TextChoices):
        DAYS = "days", "天"
        WORKING_DAYS = "working_days", "个工作日"
        MONTHS = "months", "个月"

    key = models.CharField("事项", max_length=20, choices=Key.choices)
    amount = models.PositiveSmallIntegerField("期限")
    unit = models.CharField("单位", max_length=20, choices=Unit.choices)

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        verbose_name = "期限"
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "key"], name="deadline_set_once"),
        ]

    def __str__(self):
        return f"{self.get_key_display()}：{self.amount}{self.get_unit_display()}"

    def due_on(self, start: date) -> date:
        """The last day of the limit that begins on `start`; that day itself does not count."""
        if self.unit == self.Unit.MONTHS:
            return periods.add_months(start, self.amount)
        if self.unit == self.Unit.DAYS:
            return start + timedelta(days=self.amount)
        day, left = start, self.amount
        while left:
            day += timedelta(days=1)
            left -= is_working_day(day)
        return day

    def explain(self, start: date, what: str) -> str:
        """「交办 2026-03-12 + 3个月 = 2026-06-12」"""
        limit = f"{self.amount}{self.get_unit_display()}"
        return f"{what} {start} + {limit} = {self.due_on(start)}"


def is_working_day(day: date) -> bool:
    """By the Chinese calendar; beyond the years it knows, weekends only."""
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return day.weekday() < 5
