"""What is entered about one member: deeds and honours, support, engagements."""

from django.db import models
from django.db.models import Q

from counties.models.tenancy import LedgerRecord, TenantQuerySet, TownshipRecord
from counties.roles import Role
from cppcc.tenancy import TenantKey


class PersonalRecord(LedgerRecord):
    """Something entered about one member of one township."""

    READ_BY = LedgerRecord.READ_BY | {Role.MEMBER}

    membership = TenantKey("members.Membership", related_name="%(class)ss", verbose_name="委员")

    class Meta:
        abstract = True
        constraints = TownshipRecord.Meta.constraints


class PersonalQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The usual gate; a member sees the own records."""
        if user.acting.role == Role.MEMBER:
            return self.filter(county=user.acting.county_id, membership__member__user=user)
        return super().visible_to(user)

    def within(self, first, last):
        """What belongs to the days from `first` to `last`."""
        return self.filter(on__range=(first, last))

    def for_list(self):
        return self.select_related("membership__member", "township").order_by("-on", "-pk")


class LastingQuerySet(PersonalQuerySet):
    def active(self, first, last):
        """What held on at least one day from `first` to `last`."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=first), on__lte=last)

    def within(self, first, last):
        return self.active(first, last)


class Honour(PersonalRecord):
    """A deed or an honour of a member (事迹与荣誉): the 委员风采 part of the summary."""

    REGISTER = "honours"

    on = models.DateField("日期")
    title = models.CharField("标题", max_length=100)
    text = models.TextField("事迹", blank=True)
    is_award = models.BooleanField("是荣誉（有授予单位）", default=False)

    objects = PersonalQuerySet.as_manager()

    class Meta:
        verbose_name = "事迹与荣誉"
        indexes = [models.Index(fields=["county", "township", "-on"], name="honour_by_day")]
        constraints = PersonalRecord.Meta.constraints

    def __str__(self):
        return f"{self.membership}：{self.title}"

    @property
    def headline(self) -> str:
        """The record as it stands on the member's own page."""
        return self.title


class Pairing(PersonalRecord):
    """A household or enterprise a member supports (帮扶)."""

    REGISTER = "pairings"

    class Kind(models.TextChoices):
        NEEDY = "needy", "困难户"
        SPECIALISED = "specialised", "专业户"
        ENTERPRISE = "enterprise", "企业"

    kind = models.CharField("类型", max_length=20, choices=Kind.choices)
    on = models.DateField("结对日期")
    ended_on = models.DateField("结束日期", null=True, blank=True)
    household = models.CharField("帮扶对象", max_length=50)
    text = models.TextField("帮扶内容", blank=True)

    objects = LastingQuerySet.as_manager()

    class Meta:
        verbose_name = "帮扶"
        indexes = [models.Index(fields=["county", "township", "-on"], name="pairing_by_day")]
        constraints = PersonalRecord.Meta.constraints

    def __str__(self):
        return f"{self.membership}帮扶{self.household}"

    @property
    def headline(self) -> str:
        return f"{self.household}（{self.get_kind_display()}）"


class Engagement(PersonalRecord):
    """A post to which another body appoints a member (聘任), such as 民主监督员."""

    REGISTER = "engagements"

    on = models.DateField("聘任日期")
    ended_on = models.DateField("结束日期", null=True, blank=True)
    appointing_body = models.CharField("聘任单位", max_length=50)
    post = models.CharField("聘任职务", max_length=50)

    objects = LastingQuerySet.as_manager()

    class Meta:
        verbose_name = "聘任"
        indexes = [models.Index(fields=["county", "township", "-on"], name="engagement_by_day")]
        constraints = PersonalRecord.Meta.constraints

    def __str__(self):
        return f"{self.membership}受聘为{self.appointing_body}{self.post}"

    @property
    def headline(self) -> str:
        return f"{self.appointing_body}{self.post}"
