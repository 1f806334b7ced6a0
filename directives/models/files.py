"""The files that go with a paper of the county."""

from django.db import models, transaction

from counties.models.tenancy import CountyRecord
from cppcc import audit
from cppcc.attachments import Attachment
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned
from directives.models.papers import CountyPaper


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
