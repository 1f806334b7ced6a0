"""The county's own words: rows, never constants (DOMAIN: what differs between counties)."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from cppcc.order import Part, next_position, remove_unused
from members.models.tenancy import CountySetting, DictionaryQuerySet


class ReferredQuerySet(DictionaryQuerySet):
    """Rows that records of other kinds point at."""

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


class WordQuerySet(ReferredQuerySet):
    def in_use(self):
        """Those that are offered for a choice."""
        return self.filter(is_retired=False)

    def offered(self, kept: int | None):
        """Those that are offered, and the one that a record keeps though it has been retired."""
        return self.filter(Q(is_retired=False) | Q(pk=kept))


class Word(CountySetting):
    """A word of the county's that records point at; one in use is retired, not deleted.

    `KEY` is the name under which the county's pages know this dictionary.
    """

    KEY = ""

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

    def get_absolute_url(self):
        return reverse("county:words", args=[self.KEY])

    def alternatives(self):
        """What could be chosen in its place; without one it can neither be retired nor deleted."""
        offered = type(self).objects.filter(county=self.county_id).in_use()
        return offered.exclude(pk=self.pk)

    def _require_alternative(self) -> None:
        if not self.is_retired and not self.alternatives().exists():
            raise ValidationError("至少要留一项可选的，请先添加别的。")

    def retire(self, *, by) -> None:
        """Take it out of the choices (停用); old records keep and show it."""
        self._require_alternative()
        self.revise(by=by, is_retired=True)

    def restore(self, *, by) -> None:
        """Offer it again (恢复使用)."""
        self.revise(by=by, is_retired=False)

    def remove(self, *, by, version: int) -> None:
        """Delete a word that no record points at, or raise ValidationError."""
        self._require_alternative()
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
        with transaction.atomic():
            self._hold_order()
            self.position = next_position(self.peers())
            super().enter(by=by)

    def move(self, direction, *, by) -> None:
        with transaction.atomic():
            self._hold_order()
            self.refresh_from_db(fields=["position"])
            super().move(direction, by=by)

    def _hold_order(self) -> None:
        """One person at a time arranges a county's words."""
        rows = type(self)._meta.get_field("county").related_model._base_manager
        rows.select_for_update().get(pk=self.county_id)


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
