"""Work groups of a body (工作组), and incentives as decisions."""

from collections.abc import Iterable

from django.db import models, transaction
from django.urls import reverse

from counties.models import TownshipRecord
from counties.models.tenancy import TenantQuerySet
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned
from members.models import Honour, Membership


class GroupQuerySet(TenantQuerySet):
    def for_list(self):
        return self.select_related("head__member", "township").order_by("-year", "name", "pk")

    def for_detail(self):
        return self.for_list().prefetch_related("people__membership__member")


class WorkGroup(TownshipRecord, Versioned):
    """Members who answer for tasks of a year together (工作组), by their own plan (工作方案).

    Which tasks, the plan alone says (责任人): they are approved with it.
    """

    year = models.PositiveSmallIntegerField("年度")
    name = models.CharField("名称", max_length=60)
    head = TenantKey("members.Membership", related_name="headed_groups", verbose_name="组长")
    scheme = models.TextField("工作方案", blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = "工作组"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "year", "name"],
                name="one_group_of_a_name",
                violation_error_message="这一年已有同名的工作组。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("plans:group", args=[self.pk])

    def set_people(self, memberships: Iterable[Membership]) -> None:
        """Replace the members of the group by these."""
        with transaction.atomic():
            self.people.all().delete()
            WorkGroupMember.objects.bulk_create(
                WorkGroupMember(**self.tenant, group=self, membership=one) for one in memberships
            )


class WorkGroupMember(TownshipRecord):
    """A member of a work group."""

    group = TenantKey("plans.WorkGroup", related_name="people")
    membership = TenantKey("members.Membership", related_name="groups", verbose_name="委员")

    class Meta:
        verbose_name = "工作组成员"
        ordering = ["pk"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "group", "membership"], name="once_in_a_group"
            ),
        ]

    def __str__(self):
        return str(self.membership)


class IncentiveQuerySet(TenantQuerySet):
    def for_list(self):
        listed = self.select_related("township", "honour__membership__member")
        return listed.order_by("-honour__on", "-pk")


class Incentive(TownshipRecord, Versioned):
    """A decision to commend or reward a member (表彰、奖励), kept with the deed that it makes.

    The deed is a line of the register of honours: summary and duty file read it there.
    """

    class Kind(models.TextChoices):
        COMMEND = "commend", "表彰"
        REWARD = "reward", "奖励"

    kind = models.CharField("类别", max_length=20, choices=Kind.choices)
    decided_by = models.CharField("决定单位", max_length=60)
    document = models.CharField("依据（文件或会议）", max_length=100)
    honour = TenantKey("members.Honour", related_name="incentives", editable=False)

    objects = IncentiveQuerySet.as_manager()

    class Meta:
        verbose_name = "激励决定"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "honour"], name="one_decision_an_honour"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}：{self.honour}"

    def get_absolute_url(self):
        return reverse("plans:incentives")

    def decide(self, *, by, membership: Membership, on, title: str, text: str) -> None:
        """Keep the decision, and the honour that it makes."""
        honour = Honour(
            **self.tenant,
            membership=membership,
            on=on,
            title=title,
            text=text,
            is_award=True,
        )
        with transaction.atomic():
            honour.enter(by=by)
            self.honour = honour
            self.enter(by=by)
