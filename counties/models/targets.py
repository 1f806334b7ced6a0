"""The numbers that a year has to reach (年度目标): rows of the county, year by year."""

from django.db import models
from django.db.models import Q

from counties.models.tenancy import CountySetting, DictionaryQuerySet


class TargetQuerySet(DictionaryQuerySet):
    def known_in(self, county_id: int, year: int) -> list["Target"]:
        """The rows that hold in `year`: the latest year's that has any, and for a year before
        the first of them that first year's."""
        rows = list(self.filter(county=county_id).order_by("year", "pk"))
        years = sorted({row.year for row in rows})
        earlier = [one for one in years if one <= year]
        chosen = earlier[-1:] or years[:1]
        return [row for row in rows if row.year in chosen]


class Target(CountySetting):
    """A number that every body, or every member, has to reach in a year (年度目标).

    `figure` is the key of a figure; what members have to reach makes the body's number, too.
    """

    class Scope(models.TextChoices):
        BODY = "body", "整个机构"
        MEMBER = "member", "每名委员"

    year = models.PositiveSmallIntegerField("年度")
    scope = models.CharField("由谁完成", max_length=20, choices=Scope.choices)
    figure = models.SlugField("指标", max_length=50, db_index=False)
    number = models.PositiveSmallIntegerField("目标数")

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "年度目标"
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "year", "scope", "figure"],
                name="one_target_a_figure",
                violation_error_message="这个指标在这一年已有目标。",
            ),
            models.CheckConstraint(
                condition=Q(number__gt=0),
                name="target_is_a_number_to_reach",
                violation_error_message="目标数要大于零；不设目标的，把它删掉。",
            ),
        ]

    def __str__(self):
        return f"{self.year}年 {self.get_scope_display()} {self.figure} {self.number}"
