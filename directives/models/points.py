"""The points of a paper of the county (要点): what plans take up."""

from django.db import models

from counties.models.tenancy import CountyRecord
from counties.models.township import Township
from cppcc.tenancy import TenantKey
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
