"""Old papers (旧资料): summaries and ledgers of past years, found again by their words."""

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from counties.models.tenancy import CountyRecord
from counties.roles import Role
from cppcc import audit
from cppcc.attachments import Attachment, Checked
from cppcc.tenancy import TenantKey
from cppcc.workflow import StaleRecordError, Versioned

AROUND = 40  # characters shown on either side of what was found


class OldPaperQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The county's own papers for all offices, a township's for its own and the county."""
        acting = user.acting
        match acting.role:
            case Role.COUNTY:
                return self.filter(county=acting.county_id)
            case Role.STAFF | Role.LEADER:
                of_all = Q(township=acting.township_id) | Q(township=None)
                return self.filter(of_all, county=acting.county_id)
        return self.none()

    def find(self, words: str):
        """Those in whose title or text every one of the words occurs."""
        for word in words.split():
            self = self.filter(Q(title__icontains=word) | Q(text__icontains=word))
        return self

    def in_township(self, pk: int):
        return self.filter(township=pk)

    def of_year(self, year: int):
        return self.filter(year=year)

    def years(self) -> list[int]:
        return sorted(set(self.values_list("year", flat=True)), reverse=True)

    def for_list(self):
        return self.select_related("township").defer("text").order_by("-year", "title", "pk")

    def with_text(self):
        return self.select_related("township").order_by("-year", "title", "pk")


class OldPaper(CountyRecord, Attachment, Versioned):
    """A paper of a past year (旧资料): the file as it is, and its words for searching."""

    ENTERED_BY = frozenset({Role.COUNTY, Role.STAFF})

    class Sort(models.TextChoices):
        SUMMARY = "summary", "年终总结"
        PLAN = "plan", "工作计划"
        LEDGER = "ledger", "台账、登记表"
        REPORT = "report", "简报、调研报告"
        OTHER = "other", "其他"

    township = TenantKey("counties.Township", null=True, blank=True, verbose_name="乡镇")
    year = models.PositiveSmallIntegerField("年度")
    sort = models.CharField("类别", max_length=20, choices=Sort.choices, default=Sort.SUMMARY)
    title = models.CharField("标题", max_length=100)
    text = models.TextField("文字", blank=True, editable=False)

    objects = OldPaperQuerySet.as_manager()

    class Meta:
        verbose_name = "旧资料"
        indexes = [models.Index(fields=["county", "township", "-year"], name="oldpaper_by_year")]
        constraints = CountyRecord.Meta.constraints

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("archive:detail", args=[self.pk])

    @classmethod
    def is_kept_for(cls, user) -> bool:
        return user.acting.role in {Role.COUNTY, Role.STAFF, Role.LEADER}

    def is_editable_by(self, user) -> bool:
        """A township's office its own papers; the county also those it keeps for a township."""
        return self.role_here(user) == Role.COUNTY or (
            self.township_id is not None and super().is_editable_by(user)
        )

    def keep(self, file: Checked, *, by) -> None:
        """Enter the paper with its file."""
        self.take(file)
        self.text = file.text
        self.enter(by=by)

    def remove(self, *, by, version: int) -> None:
        """Delete a paper that was put here by mistake, with its file."""
        with transaction.atomic():
            audit.record("remove", by=by, target=self, was=self, sha256=self.sha256)
            if not OldPaper.objects.filter(pk=self.pk, version=version).delete()[0]:
                raise StaleRecordError
            transaction.on_commit(self.discard)

    def around(self, words: str) -> str:
        """Where the first of the words stands in the text, with what stands around it."""
        for word in words.split():
            at = self.text.lower().find(word.lower())
            if at >= 0:
                first, last = max(0, at - AROUND), at + len(word) + AROUND
                found = " ".join(self.text[first:last].split())
                return f"{'…' if first else ''}{found}{'…' if last < len(self.text) else ''}"
        return ""
