"""What belongs to a paper of the county: its points (要点) and its files."""

from django.db import models, transaction

from counties.models.tenancy import CountyRecord
from counties.models.township import Township
from cppcc import audit
from cppcc.attachments import Attachment
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned
from directives.models.papers import CountyPaper
from directives.workflow import PaperStatus


class KeyPointQuerySet(models.QuerySet):
    def in_force(self, township: Township, year: int):
        """The points that the county has handed down to a township for a year, in their order."""
        handed = self.filter(
            county=township.county_id,
            paper__year=year,
            paper__status=PaperStatus.HANDED_DOWN,
            paper__receipts__township=township,
        )
        return handed.order_by("paper__dated_on", "paper", "position")


class KeyPoint(CountyRecord):
    """A point (要点) of the county's 工作要点, under the heading where there is one."""

    paper = TenantKey("directives.CountyPaper", related_name="points")
    position = models.PositiveSmallIntegerField("次序")
    heading = models.CharField("所属部分", max_length=60, blank=True)
    text = models.TextField("要点")

    objects = KeyPointQuerySet.as_manager()

    class Meta:
        verbose_name = "工作要点条目"
        ordering = ["position"]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "paper", "position"], name="point_position_used_once"
            ),
        ]

    def __str__(self):
        return self.text[:40]


class PaperFileQuerySet(models.QuerySet):
    def visible_to(self, user):
        papers = CountyPaper.objects.visible_to(user)
        return self.filter(county=user.acting.county_id, paper__in=papers)


class PaperFile(CountyRecord, Attachment, Versioned):
    """A file that is handed down with a paper (附件)."""

    paper = TenantKey("directives.CountyPaper", related_name="files")

    objects = PaperFileQuerySet.as_manager()

    class Meta:
        verbose_name = "上级文件附件"
        ordering = ["pk"]
        constraints = CountyRecord.Meta.constraints

    def __str__(self):
        return self.file_name

    def remove(self, *, by) -> None:
        """Take the file from a draft."""
        with transaction.atomic():
            self.paper.hold_draft(by=by)
            audit.record("remove", by=by, target=self, was=self, sha256=self.sha256)
            PaperFile.objects.filter(pk=self.pk).delete()
            transaction.on_commit(self.discard)
