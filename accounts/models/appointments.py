"""The appointments in which people act."""

from django.db import models
from django.db.models import F, Max, Q
from django.utils import timezone

from counties.models.tenancy import CountyRecord
from counties.roles import ADMINISTRATORS, GRANTS, LOOKS_AFTER, TOWNSHIP_ROLES, Role
from cppcc import clock
from cppcc.periods import chinese_date, month_and_day
from cppcc.tenancy import TenantKey


class AppointmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The accounts one looks after, by their appointments."""
        acting = user.acting
        kept = self.filter(county=acting.county_id, role__in=LOOKS_AFTER.get(acting.role, ()))
        if acting.role in TOWNSHIP_ROLES:
            return kept.filter(township=acting.township_id)
        return kept

    def in_force(self, on):
        days = Q(last_on=None) | Q(last_on__gte=on)
        return self.filter(days, first_on__lte=on, is_stopped=False)

    def not_over(self, on):
        """In force, stopped, or still to come."""
        return self.filter(Q(last_on=None) | Q(last_on__gte=on))

    def serving(self, first, last):
        """Those in force on at least one day from `first` to `last`, and not stopped."""
        return self.not_over(first).filter(first_on__lte=last, is_stopped=False)

    def left_before(self, on):
        """Those whose last day was earlier, or who were stopped: so a county ends a service."""
        return self.filter(Q(last_on__lt=on) | Q(is_stopped=True))

    def for_acting(self):
        return self.select_related("county", "township", "unit").order_by("pk")

    def for_list(self):
        """All that naming the person needs."""
        return self.select_related("user").order_by("user__name", "pk")

    def for_accounts(self):
        """All that the list of accounts shows, until when a link is open included."""
        is_open = Q(user__invitations__ended_at=None, user__invitations__expires_at__gt=clock.now())
        return (
            self.select_related("user", "county", "township", "unit")
            .annotate(link_until=Max("user__invitations__expires_at", filter=is_open))
            .order_by("township__name", "unit__name", "user__name", "pk")
        )

    def find(self, text: str):
        return self.filter(Q(user__name__icontains=text) | Q(user__phone=text))


class Appointment(CountyRecord):
    """One role of one person (任职): in a county, and there in a township or a unit."""

    user = models.ForeignKey(
        "accounts.User", on_delete=models.RESTRICT, related_name="appointments", db_index=False
    )
    role = models.CharField("身份", max_length=20, choices=Role.choices)
    township = TenantKey("counties.Township", null=True, blank=True, verbose_name="乡镇")
    unit = TenantKey("counties.Unit", null=True, blank=True, verbose_name="承办单位")
    post = models.CharField("职务", max_length=30, blank=True)
    first_on = models.DateField("开始日期")
    last_on = models.DateField("结束日期", null=True, blank=True)
    is_stopped = models.BooleanField("已停用", default=False)
    stopped_as = models.CharField("由谁停用", max_length=20, choices=Role.choices, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "任职"
        indexes = [models.Index(fields=["county", "user"], name="appointment_by_user")]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "id"], name="appointment_in_township"
            ),
            models.CheckConstraint(
                condition=~Q(role__in=sorted(TOWNSHIP_ROLES)) | Q(township__isnull=False),
                name="township_role_has_township",
                violation_error_message="这个身份必须属于一个乡镇。",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.UNIT) | Q(unit__isnull=False),
                name="unit_role_has_unit",
                violation_error_message="承办单位身份必须指明单位。",
            ),
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="appointment_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["county", "user"],
                condition=Q(role__in=sorted(ADMINISTRATORS), last_on__isnull=True),
                name="administrator_of_one_kind",
                violation_error_message="三种管理员互相排斥，一个人只能担任一种。",
            ),
        ]

    def __str__(self):
        return f"{self.place} {self.get_role_display()}"

    @property
    def place(self) -> str:
        """The body in whose name this appointment acts."""
        if self.role == Role.UNIT:
            return self.unit.name
        return self.township.body_name if self.township_id else self.county.body_name

    @property
    def state(self) -> dict:
        """How far the account is, as the list says it; from `for_accounts()`."""
        if self.is_stopped:
            return {"tone": "stopped", "label": "已停用"}
        if self.user.has_usable_password():
            if self.user.last_login is None:
                return {"tone": "idle", "label": "从未登录"}
            return {"tone": "done", "label": "已启用"}
        if self.link_until:
            until = timezone.localtime(self.link_until)
            return {"tone": "doing", "label": f"已邀请（{month_and_day(until)}前有效）"}
        return {"tone": "soon", "label": "邀请已过期"}

    @property
    def departure(self) -> str:
        """How this service ended, in words; one that was stopped tells no day."""
        if self.is_stopped:
            return "账号已停用"
        return f"{chinese_date(self.last_on)}离任" if self.last_on else ""

    @classmethod
    def staff_beside(cls, user):
        """The staff of the township that `user` acts for, `user` and those who left included."""
        acting = user.acting
        of_township = cls.objects.filter(county=acting.county_id, township=acting.township_id)
        return of_township.filter(role=Role.STAFF)

    @classmethod
    def grantable_by(cls, user) -> list[Role]:
        """The roles `user` may give, in the order in which they are listed."""
        return [role for role in Role if role in GRANTS.get(user.acting.role, ())]

    @classmethod
    def kept_roles(cls, user) -> list[Role]:
        """The roles whose accounts `user` looks after."""
        return [role for role in Role if role in LOOKS_AFTER.get(user.acting.role, ())]

    @classmethod
    def are_kept_by(cls, user) -> bool:
        return bool(cls.kept_roles(user))

    @classmethod
    def invites_from_roster(cls, user) -> bool:
        """Whether whom `user` invites stands on a roster: nothing needs to be typed."""
        return cls.grantable_by(user) == [Role.MEMBER]

    def others_of_person(self) -> list["Appointment"]:
        """What else this person is in the county, whoever looks after it."""
        theirs = self.user.appointments.not_over(clock.today()).filter(county=self.county_id)
        return list(theirs.exclude(pk=self.pk).for_acting())

    def is_kept_by(self, user) -> bool:
        """Whether `user` may stop or restore this appointment: never one's own."""
        kept = Appointment.objects.visible_to(user).filter(pk=self.pk)
        return self.user_id != user.pk and kept.exists()

    def may_be_restored_by(self, user) -> bool:
        """Whether `user` may undo the stop: who looks after at least as many as whoever stopped
        it. What the county has stopped, a township does not bring back."""
        reach = LOOKS_AFTER.get(user.acting.role, set())
        return self.is_kept_by(user) and reach >= LOOKS_AFTER.get(self.stopped_as, set())

    def may_get_link_from(self, user) -> bool:
        """Whether `user` may hand this person a link that sets the password.

        Whoever holds the link can become the person, so every role of theirs must be one that
        `user` looks after: staff cannot reach the deputy mayor through the member.
        """
        theirs = self.user.appointments.not_over(clock.today())
        return (
            self.is_kept_by(user)
            and not self.is_stopped
            and not theirs.exclude(pk__in=Appointment.objects.visible_to(user)).exists()
        )
