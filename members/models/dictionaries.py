"""The county's own words: rows, never constants (DOMAIN: what differs between counties)."""

from datetime import date, timedelta

import chinese_calendar
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q

from cppcc import periods
from cppcc.order import Part, next_position, remove_unused
from members.models.tenancy import CountySetting, DictionaryQuerySet


class WordQuerySet(DictionaryQuerySet):
    def in_use(self):
        """Those that are offered for a choice."""
        return self.filter(is_retired=False)

    def offered(self, kept: int | None):
        """Those that are offered, and the one that a record keeps though it has been retired."""
        return self.filter(Q(is_retired=False) | Q(pk=kept))

    def with_use(self):
        """Each with `is_used`: whether any record points at it."""
        keys = [
            Exists(key.related_model._base_manager.filter(**{key.field.name: OuterRef("pk")}))
            for key in self.model._meta.get_fields(include_hidden=True)
            if key.auto_created and not key.concrete
        ]
        used = keys[0] if keys else models.Value(False)
        for key in keys[1:]:
            used |= key
        return self.annotate(is_used=used)


class Word(CountySetting):
    """A word of the county's that records point at; one in use is retired, not deleted."""

    name = models.CharField("名称", max_length=50)
    is_retired = models.BooleanField("已停用", default=False, editable=False)

    objects = WordQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "name"],
                name="%(class)s_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ]

    def __str__(self):
        return self.name

    def retire(self, *, by) -> None:
        """Take it out of the choices (停用); old records keep and show it."""
        self.revise(by=by, is_retired=True)

    def restore(self, *, by) -> None:
        """Offer it again (恢复使用)."""
        self.revise(by=by, is_retired=False)

    def remove(self, *, by, version: int) -> None:
        """Delete a word that no record points at, or raise ValidationError."""
        refusal = ValidationError("已有记录用到它，不能删除；不再使用的请停用。")
        remove_unused(self, by=by, version=version, refusal=refusal)


EVIDENCE = "通知、签到表、照片、活动记录、简报"  # 五件套


class Entry(Word, Part):
    """A word that stands in an order which the county makes by hand."""

    position = models.PositiveSmallIntegerField("次序", default=0, editable=False)

    class Meta(Word.Meta):
        abstract = True
        ordering = ["position", "pk"]

    def peers(self):
        return type(self)._base_manager.filter(county=self.county_id)

    def enter(self, *, by) -> None:
        """Put it behind the last."""
        self.position = next_position(self.peers())
        super().enter(by=by)


class Sector(Entry):
    """A sector that members represent (界别)."""

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "界别"


class ActivityKind(Entry):
    """A kind of activity (活动类别): the figures it feeds, and its evidence (应备材料)."""

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
    evidence = models.CharField("应备材料", max_length=200, blank=True, default=EVIDENCE)

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


class Satisfaction(Entry):
    """A grade of replies (满意度); a reply that does not satisfy is handled again."""

    is_satisfied = models.BooleanField("评为这一等的，提案办结", default=True)

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "满意度"


class SupervisionForm(Entry):
    """A form of democratic supervision (监督形式)."""

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "监督形式"


class AdoptionLevel(Entry):
    """A step of the ladder on which information of public concern is adopted (采用级别)."""

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "采用级别"


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
