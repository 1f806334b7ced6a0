"""The person in one term and township: the roster's rows."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from counties.models.tenancy import TenantQuerySet, TownshipRecord
from counties.roles import Role
from cppcc.periods import chinese_date
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned

READERS = {Role.COUNTY, Role.STAFF, Role.LEADER}  # read the work of all members they see
KEEPERS = {Role.COUNTY, Role.STAFF}  # keep the roster, and so read what is private in it


def has_namesake(path: str = "") -> Exists:
    """Whether another member of the township has the name of the membership that stands at `path`
    of a row of the township."""
    others = Membership.objects.filter(
        county=OuterRef("county"),
        township=OuterRef("township"),
        member__name=OuterRef(f"{path}member__name"),
    )
    return Exists(others.exclude(member=OuterRef(f"{path}member")))


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

    def of_people(self, pks):
        """Every term of these people."""
        return self.filter(member__in=list(pks))

    def of_person(self, member):
        """Every term of one person, the latest first."""
        return self.filter(member=member).for_list().order_by("-joined_on", "-pk")

    def of_term(self, term):
        return self.filter(term=term)

    def in_office(self):
        """Those who have not left."""
        return self.filter(left_on=None)

    def left_before(self, on):
        """Those whose last day was earlier."""
        return self.filter(left_on__lt=on)

    def with_namesakes(self):
        """Each told whether another member of the township has the same name."""
        return self.annotate(has_namesake=has_namesake())

    def for_list(self):
        return self.select_related("member", "term", "sector", "township").order_by(
            "township__name", "member__name", "pk"
        )


class Membership(TownshipRecord, Versioned):
    """A person's membership of one term in one township (委员).

    Attendance, signatures and duty files point here: people move, leave and are named again.
    """

    member = TenantKey("members.Member", related_name="memberships", verbose_name="委员")
    term = TenantKey("counties.Term", verbose_name="届次")
    sector = TenantKey("counties.Sector", verbose_name="界别")
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
                condition=Q(left_on__isnull=True),  # who was moved away may come back
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

    @classmethod
    def is_roster_kept_by(cls, user) -> bool:
        """Whether `user` keeps a roster: a township's office its own, the county any township's."""
        return user.acting.role in KEEPERS

    @classmethod
    def may_be_moved_by(cls, user) -> bool:
        """Whether `user` may transfer members between townships: two offices are concerned, so the
        county does it."""
        return user.acting.role == Role.COUNTY

    def may_be_corrected_by(self, user) -> bool:
        """Whether `user` may correct the contact data: the member, the own ones."""
        return self.role_here(user) == Role.MEMBER and self.member.is_person_of(user)

    def phone_for(self, user) -> str:
        """The phone number as `user` may read it."""
        return self.member.phone if self.shows_person_to(user) else self.member.masked_phone

    @property
    def departure(self) -> str:
        """When this member left, in words."""
        return f"{chinese_date(self.left_on)}离任" if self.left_on else ""

    def serves_on(self, on) -> bool:
        return self.joined_on <= on and (self.left_on is None or on <= self.left_on)

    def is_open_to(self, user) -> bool:
        """Whether `user` may see this member's work: figures, honours, support."""
        return self.is_roster_open_to(user) or self.member.user_id == user.pk

    def shows_person_to(self, user) -> bool:
        """Whether `user` may see what is private: birth month, party, full phone number."""
        return user.acting.role in KEEPERS or self.member.user_id == user.pk
