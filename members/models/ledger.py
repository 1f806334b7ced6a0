"""Lines of registers (登记簿); those entered about one member: deeds and honours, support,
engagements."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q, RestrictedError
from django.urls import reverse

from counties.models.tenancy import TenantQuerySet, TownshipRecord
from counties.roles import Role
from cppcc import audit
from cppcc.tenancy import TenantKey
from cppcc.workflow import StaleRecordError, Versioned


class LedgerRecord(TownshipRecord, Versioned):
    """A line of one of the office's registers (登记簿): what happened on a day.

    `REGISTER` is the key under which the registers' pages know this kind; `READ_BY` are the
    roles for whom it is kept.
    """

    REGISTER = ""
    READ_BY = frozenset({Role.COUNTY, Role.STAFF, Role.LEADER})

    class Meta:
        abstract = True
        constraints = TownshipRecord.Meta.constraints

    def get_absolute_url(self):
        return reverse("activities:ledger_detail", args=[self.REGISTER, self.pk])

    @classmethod
    def is_kept_for(cls, user) -> bool:
        """Whether this register has anything to say to `user`."""
        return user.acting.role in cls.READ_BY

    def remove(self, *, by, version: int | None = None) -> None:
        """Delete a line entered by mistake; its audit row tells what it was. One that another
        record came of (a decision, advice to the town) stays: ValidationError."""
        seen = self.version if version is None else version
        with transaction.atomic():
            audit.record("remove", by=by, target=self, on=self.on, was=self)
            rows = type(self)._base_manager.filter(pk=self.pk, version=seen)
            try:
                deleted, _ = rows.delete()
            except RestrictedError as error:
                raise ValidationError("有别的记录由这一条而来，不能删除；可以修改。") from error
            if not deleted:
                raise StaleRecordError


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
