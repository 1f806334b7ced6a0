"""The numbers a county gives to proposals."""

from django.db import models
from django.db.models import F

from counties.models import CountyRecord


class NumberCounter(CountyRecord):
    """The last number given in a series (流水号, 提案号): gap-free, never reused."""

    series = models.CharField("序列", max_length=20)
    year = models.PositiveSmallIntegerField("年度")
    last = models.PositiveIntegerField("最后编号", default=0)

    class Meta:
        verbose_name = "编号"
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "series", "year"], name="one_counter_a_series"
            ),
        ]

    def __str__(self):
        return f"{self.series} {self.year}：{self.last}"

    @classmethod
    def next(cls, *, county_id: int, series: str, year: int) -> int:
        """The next number. The row stays locked until the caller's transaction ends, so that a
        number given in a transaction that fails is given again."""
        key = {"county_id": county_id, "series": series, "year": year}
        cls.objects.get_or_create(**key)
        cls.objects.filter(**key).update(last=F("last") + 1)
        return cls.objects.get(**key).last
