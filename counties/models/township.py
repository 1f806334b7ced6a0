"""A township, or another group of members (联工委, 界别活动组), and who heads it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from counties.models.tenancy import Body, CountySetting, Setting, TenantQuerySet, TownshipRecord
from counties.roles import Role


class TownshipQuerySet(models.QuerySet):
    def visible_to(self, user):
        acting = user.acting
        match acting.role:
            case Role.COUNTY:
                return self.filter(county=acting.county_id)
            case Role.STAFF | Role.LEADER | Role.MEMBER:
                return self.filter(county=acting.county_id, pk=acting.township_id)
        return self.none()

    def open_to(self, user):
        """Those whose work, not only whose name, `user` may see: all that are visible."""
        return self.all()


class Township(Body, CountySetting):
    """A group of members under one body (乡镇政协联工委, or 县直界别活动组)."""

    MASKED = frozenset({"phone"})

    class Kind(models.TextChoices):
        TOWNSHIP = "township", "乡镇（街道）"
        SECTOR_GROUP = "sector_group", "县直界别活动组"

    name = models.CharField("名称", max_length=30)
    body_name = models.CharField("机构简称", max_length=50)
    full_name = models.CharField("机构全称", max_length=50, blank=True)
    head_title = models.CharField("负责人职务", max_length=20, default="主任")
    committee_name = models.CharField("党委名称", max_length=30, default="镇党委")
    kind = models.CharField("类别", max_length=20, choices=Kind.choices, default=Kind.TOWNSHIP)
    phone = models.CharField("办公电话", max_length=30, blank=True)
    address = models.CharField("办公地点", max_length=60, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = "乡镇"
        ordering = ["name"]
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "name"],
                name="township_name_used_once",
                violation_error_message="本县已有同名的乡镇。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("townships:detail", args=[self.pk])

    def may_be_contacted_by(self, user) -> bool:
        """Whether `user` keeps the telephone and the place of the office: its own staff, too."""
        return self.role_here(user) == Role.COUNTY or (
            user.acting.role == Role.STAFF and user.acting.township_id == self.pk
        )

    @property
    def signature(self) -> str:
        """The name under an official paper (署名): the full one, where there is one."""
        return self.full_name or self.body_name


class GroupPostQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The usual gate; a member sees who stands at the head of the own group."""
        if user.acting.role == Role.MEMBER:
            return self.filter(county=user.acting.county_id, township=user.acting.township_id)
        return super().visible_to(user)

    def for_list(self):
        """Kind by kind, whoever serves now first."""
        return self.order_by("kind", F("last_on").desc(nulls_first=True), "-first_on", "pk")


class GroupPost(TownshipRecord, Setting):
    """Who heads a group, who is its clerk, which county leader is linked to it (联系领导), and
    from when to when."""

    ENTERED_BY = frozenset({Role.COUNTY})

    class Kind(models.TextChoices):
        HEAD = "a_head", "负责人"
        CLERK = "b_clerk", "工作人员"
        LIAISON = "c_liaison", "联系县领导"

    kind = models.CharField("类别", max_length=20, choices=Kind.choices)
    name = models.CharField("姓名", max_length=50)
    post = models.CharField("职务", max_length=50, blank=True)
    first_on = models.DateField("开始日期")
    last_on = models.DateField("结束日期", null=True, blank=True)

    objects = GroupPostQuerySet.as_manager()

    class Meta:
        verbose_name = "机构人员"
        indexes = [models.Index(fields=["county", "township", "kind"], name="grouppost_by_kind")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="group_post_ends_after_it_begins",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.name}"

    def get_absolute_url(self):
        return reverse("townships:detail", args=[self.township_id])

    def serves_on(self, on) -> bool:
        return self.first_on <= on and (self.last_on is None or on <= self.last_on)
