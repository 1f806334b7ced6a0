"""Members, their terms, and what belongs to a person rather than to an activity."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cppcc.tenancy import tenant_key
from cppcc.workflow import Versioned
from members.models.tenancy import (
    CountyRecord,
    DictionaryQuerySet,
    LedgerRecord,
    TenantQuerySet,
    TownshipRecord,
)
from members.roles import Role

READERS = {Role.COUNTY, Role.STAFF, Role.LEADER}  # read the work of all members they see
KEEPERS = {Role.COUNTY, Role.STAFF}  # keep the roster, and so read what is private in it


class MembershipQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The township's roster; a member sees colleagues' entries, too."""
        if user.acting.role == Role.MEMBER:
            return self.filter(county=user.acting.county_id, township=user.acting.township_id)
        return super().visible_to(user)

    def serving(self, first, last):
        """Members who served on at least one day from `first` to `last`."""
        return self.filter(Q(left_on=None) | Q(left_on__gte=first), joined_on__lte=last)

    def of_user(self, user):
        """The memberships of the person who is logged in."""
        return self.filter(county=user.acting.county_id, member__user=user)

    def open_to(self, user):
        """Those whose work, not only whose name, `user` may see: a member's own."""
        if user.acting.role == Role.MEMBER:
            return self.filter(member__user=user)
        return self.all() if user.acting.role in READERS else self.none()

    def kept_by(self, user):
        """Those whose private data and duty file `user` may see: see `shows_person_to`."""
        if user.acting.role == Role.MEMBER:
            return self.filter(member__user=user)
        return self.all() if user.acting.role in KEEPERS else self.none()

    def namesakes(self, name: str):
        """Everybody of this name: people are never told apart by it."""
        return self.filter(member__name=name)

    def find(self, text: str):
        """Those in whose name or post `text` occurs."""
        return self.filter(Q(member__name__icontains=text) | Q(post__icontains=text))

    def for_list(self):
        return self.select_related("member", "term", "sector", "township").order_by(
            "township__name", "member__name", "pk"
        )


class MemberQuerySet(DictionaryQuerySet):
    def visible_to(self, user):
        """The county sees all; a township's office the people who are or were its members."""
        acting = user.acting
        match acting.role:
            case Role.COUNTY:
                return self.filter(county=acting.county_id)
            case Role.STAFF:
                own = Membership.objects.visible_to(user).values("member")
                return self.filter(county=acting.county_id, pk__in=own)
            case Role.MEMBER:
                return self.filter(county=acting.county_id, user=user)
        return self.none()


class Member(CountyRecord, Versioned):
    """A person who is or was a CPPCC member (委员). Names are not unique; people are."""

    class Sex(models.TextChoices):
        MALE = "m", "男"
        FEMALE = "f", "女"

    name = models.CharField("姓名", max_length=50)
    user = models.ForeignKey(
        "members.User",
        on_delete=models.RESTRICT,
        related_name="members",
        null=True,
        blank=True,
        db_index=False,
        verbose_name="登录账号",
    )
    sex = models.CharField("性别", max_length=1, choices=Sex.choices, blank=True)
    nation = models.CharField("民族", max_length=20, blank=True)
    born_in = models.CharField("出生年月", max_length=7, blank=True, help_text="如 1965-08")
    party = models.CharField("政治面貌", max_length=20, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = "委员（个人）"
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "user"], name="one_member_a_user"),
        ]

    def __str__(self):
        return self.name

    def is_editable_by(self, user) -> bool:
        """A person has no township: the office of one whose member they are or were may edit."""
        visible = type(self).objects.visible_to(user).filter(pk=self.pk)
        return self.may_be_entered_by(user) and visible.exists()

    @property
    def masked_phone(self) -> str:
        """The number as a fellow member sees it: 138****1234."""
        tail = self.phone[-4:] if len(self.phone) >= 11 else ""
        return f"{self.phone[:3]}****{tail}" if self.phone else ""


class Membership(TownshipRecord, Versioned):
    """A person's membership of one term in one township (委员).

    Attendance, signatures and duty files point here: people move, leave and are named again.
    """

    member = tenant_key("members.Member", related_name="memberships", verbose_name="委员")
    term = tenant_key("members.Term", verbose_name="届次")
    sector = tenant_key("members.Sector", verbose_name="界别")
    post = models.CharField("单位及职务", max_length=100, blank=True)
    joined_on = models.DateField("任职日期")
    left_on = models.DateField("离任日期", null=True, blank=True)
    left_why = models.CharField("离任原因", max_length=100, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "委员"
        indexes = [
            models.Index(fields=["county", "township", "joined_on"], name="membership_roster"),
            models.Index(fields=["county", "member"], name="membership_by_person"),
        ]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "term", "member", "township"],
                name="membership_once_a_term",
                violation_error_message="这位委员在本届本乡镇已经登记。",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="membership_ends_after_it_begins",
                violation_error_message="离任日期不能早于任职日期。",
            ),
        ]

    def __str__(self):
        return self.member.name

    def get_absolute_url(self):
        return reverse("members:detail", args=[self.pk])

    @classmethod
    def is_roster_open_to(cls, user) -> bool:
        """Whether `user` reads more of the roster than names, sectors and posts."""
        return user.acting.role in READERS

    def serves_on(self, on) -> bool:
        return self.joined_on <= on and (self.left_on is None or on <= self.left_on)

    def is_open_to(self, user) -> bool:
        """Whether `user` may see this member's work: figures, honours, support."""
        return self.is_roster_open_to(user) or self.member.user_id == user.pk

    def shows_person_to(self, user) -> bool:
        """Whether `user` may see what is private: birth month, party, full phone number."""
        return user.acting.role in KEEPERS or self.member.user_id == user.pk


class PersonalRecord(LedgerRecord):
    """Something entered about one member of one township."""

    READ_BY = LedgerRecord.READ_BY | {Role.MEMBER}

    membership = tenant_key("members.Membership", related_name="%(class)ss", verbose_name="委员")

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
