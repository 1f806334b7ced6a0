"""The county's time limits (期限), and the working days of the Chinese calendar."""

from datetime import date, timedelta

import chinese_calendar
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from counties.models.tenancy import CountySetting
from cppcc import periods


class Deadline(CountySetting):
    """A time limit of the county (期限). A due date always explains itself."""

    class Key(models.TextChoices):
        REPLY = "reply", "提案答复"
        EXTENSION = "extension", "提案延期答复"
        RETURN = "return", "申退"
        CO_OPINION = "co_opinion", "会办意见"
        FEEDBACK = "feedback", "委员反馈"
        TOWNSHIP_COMMENT = "township_comment", "联工委提出意见"
        ACTIVITY_REPORT = "activity_report", "活动材料上报"

    START = {  # the event from which each is counted
        Key.REPLY: "交办",
        Key.EXTENSION: "原答复期限",
        Key.RETURN: "交办",
        Key.CO_OPINION: "交办",
        Key.FEEDBACK: "答复",
        Key.TOWNSHIP_COMMENT: "提交",
        Key.ACTIVITY_REPORT: "举办活动",
    }

    class Unit(models.TextChoices):
        DAYS = "days", "天"
        WORKING_DAYS = "working_days", "个工作日"
        MONTHS = "months", "个月"

    key = models.CharField("事项", max_length=20, choices=Key.choices)
    amount = models.PositiveSmallIntegerField(
        "期限", validators=[MinValueValidator(1), MaxValueValidator(366)]
    )
    unit = models.CharField("单位", max_length=20, choices=Unit.choices)

    class Meta:
        verbose_name = "期限"
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(fields=["county", "key"], name="deadline_set_once"),
        ]

    def __str__(self):
        return f"{self.get_key_display()}：{self.limit}"

    def get_absolute_url(self):
        return reverse("county:deadlines")

    @property
    def place(self) -> int:
        """Where it stands among the county's limits."""
        return self.Key.values.index(self.key)

    @property
    def limit(self) -> str:
        return f"{self.amount}{self.get_unit_display()}"

    @property
    def start(self) -> str:
        return self.START[self.key]

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
        return f"{what} {start} + {self.limit} = {self.due_on(start)}"


LAST_KNOWN_YEAR = max(day.year for day in chinese_calendar.holidays)


def is_working_day(day: date) -> bool:
    """By the Chinese calendar; beyond the years it knows, weekends only."""
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return day.weekday() < 5
