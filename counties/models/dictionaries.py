"""The dictionaries of a county, one class each."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from counties.models.tenancy import CountySetting
from counties.models.words import Entry, ReferredQuerySet, Word, WordQuerySet
from cppcc.order import remove_unused

EVIDENCE = "通知、签到表、照片、活动记录、简报"  # 五件套


class Sector(Entry):
    """A sector that members represent (界别)."""

    KEY = "sectors"

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "界别"


class ActivityKind(Entry):
    """A kind of activity (活动类别): the figures it feeds, and its evidence (应备材料)."""

    KEY = "kinds"

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

    KEY = "categories"

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "提案类别"


class AnswerClass(Entry):
    """A class of replies (答复类别): A solved … D for reference."""

    KEY = "answers"

    letter = models.CharField("字母", max_length=1)

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "答复类别"

    def __str__(self):
        return f"{self.letter}类（{self.name}）"


class RefusalReason(Entry):
    """A coded reason for not filing a proposal (不予立案理由)."""

    KEY = "refusals"

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "不予立案理由"


class SatisfactionQuerySet(WordQuerySet):
    def satisfied(self):
        """The grades on offer that close a proposal (办结)."""
        return self.in_use().filter(is_satisfied=True)

    def unsatisfied(self):
        """The grades on offer after which a proposal is handled again (重新办理)."""
        return self.in_use().filter(is_satisfied=False)


class Satisfaction(Entry):
    """A grade of replies (满意度); a reply that does not satisfy is handled again."""

    KEY = "satisfactions"

    is_satisfied = models.BooleanField("评为这一等的，提案办结", default=True)

    objects = SatisfactionQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "满意度"

    def alternatives(self):
        """A grade that closes stands in for one that closes, and one that does not for another."""
        return super().alternatives().filter(is_satisfied=self.is_satisfied)


class SupervisionForm(Entry):
    """A form of democratic supervision (监督形式)."""

    KEY = "supervision"

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "监督形式"


class AdoptionLevel(Entry):
    """A step of the ladder on which information of public concern is adopted (采用级别)."""

    KEY = "adoptions"

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "采用级别"


class DutyGrade(Entry):
    """A grade of a member's year (履职等次), given by the county; a word, never a score."""

    KEY = "grades"

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "履职等次"


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
