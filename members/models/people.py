"""Members: the person, whatever term and township."""

from django.db import models
from django.db.models import Q

from counties.models.tenancy import CountyRecord, DictionaryQuerySet
from counties.roles import Role
from cppcc.workflow import Versioned
from members.models.membership import Membership


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

    def of_names_or_numbers(self, names, numbers):
        return self.filter(Q(name__in=names) | Q(number__in=numbers))


class Member(CountyRecord, Versioned):
    """A person who is or was a CPPCC member (委员). Names are not unique; people are."""

    class Sex(models.TextChoices):
        MALE = "m", "男"
        FEMALE = "f", "女"

    name = models.CharField("姓名", max_length=50)
    number = models.CharField(
        "委员编号",
        max_length=20,
        blank=True,
        help_text="全县不重复，换届、调动都不变；没有的不填。",
    )
    user = models.ForeignKey(
        "accounts.User",
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
            models.UniqueConstraint(
                fields=["county", "number"],
                condition=~Q(number=""),
                name="member_number_used_once",
                violation_error_message="这个委员编号已经用在别的委员身上。",
            ),
        ]
        indexes = [models.Index(fields=["county", "name"], name="member_by_name")]

    def __str__(self):
        return self.name

    def is_editable_by(self, user) -> bool:
        """A person has no township: the office of one whose member they are or were may edit."""
        visible = type(self).objects.visible_to(user).filter(pk=self.pk)
        return self.may_be_entered_by(user) and visible.exists()

    def is_number_taken(self, number: str) -> bool:
        """Whether another person of the county has this member number."""
        others = Member.objects.filter(county=self.county_id, number=number).exclude(pk=self.pk)
        return bool(number) and others.exists()

    def is_person_of(self, user) -> bool:
        return self.user_id is not None and self.user_id == user.pk

    @property
    def masked_phone(self) -> str:
        """The number as a fellow member sees it: 138****1234."""
        tail = self.phone[-4:] if len(self.phone) >= 11 else ""
        return f"{self.phone[:3]}****{tail}" if self.phone else ""
