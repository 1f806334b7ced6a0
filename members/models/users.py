"""People who log in, and the appointments in which they act."""

import secrets

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.functional import cached_property

from cppcc import audit, clock
from cppcc.periods import month_and_day
from cppcc.tenancy import tenant_key
from members.models.tenancy import CountyRecord
from members.roles import ADMINISTRATORS, GRANTS, LOOKS_AFTER, TOWNSHIP_ROLES, Role


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Oneself, and those whose accounts one looks after."""
        appointments = Appointment.objects.visible_to(user).values("user")
        return self.filter(Q(pk=user.pk) | Q(pk__in=appointments))

    def logging_in_as(self, text: str):
        """Whom a typed login name means: an account number, a phone number, or a name that only
        one person has. A name of several means nobody: their phone numbers tell them apart.
        """
        found = list(self.filter(Q(username=text) | Q(phone=text) | Q(name=text)))
        exact = [user for user in found if text in (user.username, user.phone)]
        chosen = exact or found
        return chosen[0] if len(chosen) == 1 else None


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, username: str, name: str, password: str | None = None):
        user = self.model(username=username, name=name)
        user.set_password(password)
        user.save()
        return user

    def open_account(self, *, name: str, phone: str = ""):
        """A person who cannot log in until an invitation is taken up."""
        username = ""
        while not username or self.filter(username=username).exists():
            username = f"{secrets.randbelow(900_000) + 100_000}"
        user = self.model(username=username, name=name, phone=phone or None)
        user.set_unusable_password()
        user.save()
        return user


class User(AbstractBaseUser):
    """A person with a login (用户). What they may do comes from the appointment they act in."""

    username = models.CharField(
        "账号",
        max_length=30,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "这个账号已有人使用。"},
    )
    name = models.CharField("姓名", max_length=50)
    phone = models.CharField(
        "登录手机号",
        max_length=11,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"1\d{10}\Z", "请填写11位手机号码。")],
        error_messages={"unique": "这个手机号已有人用来登录。"},
    )
    email = models.EmailField("电子邮箱", blank=True)
    is_active = models.BooleanField("启用", default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "用户"

    def __str__(self):
        return self.name

    @cached_property
    def current_appointments(self) -> list["Appointment"]:
        """The appointments in force today, in the order in which they were given."""
        return list(self.appointments.in_force(clock.today()).for_acting())

    @cached_property
    def acting(self) -> "Appointment":
        """The appointment this person acts in: the first, until `act_as` chooses another.

        Somebody without one acts as nobody, whom every gate refuses.
        """
        return next(iter(self.current_appointments), Appointment(user=self, role=""))

    def act_as(self, pk: int) -> bool:
        """Choose one of the current appointments; one that has ended leaves the first."""
        for appointment in self.current_appointments:
            if appointment.pk == pk:
                self.acting = appointment
                return True
        return False

    def change_password(self, password: str) -> None:
        """Set a password of one's own; every session that knew the old one ends."""
        with transaction.atomic():
            self.set_password(password)
            self.save(update_fields=["password"])
            self.invitations.filter(ended_at=None).update(ended_at=clock.now())
            audit.record("set_password", by=self, target=self, how="change")

    @staticmethod
    def is_phone_taken(phone: str) -> bool:
        """Whether a number cannot be the login of one more person: no mobile number, or used."""
        is_mobile = len(phone) == 11 and phone.isascii() and phone.isdigit() and phone[0] == "1"
        return not is_mobile or User.objects.filter(phone=phone).exists()

    @property
    def login_names(self) -> list[str]:
        """What this person is told to type: the name if nobody else has it, the phone number; the
        account number, which always serves, only where there is neither."""
        is_only = not User.objects.filter(name=self.name).exclude(pk=self.pk).exists()
        return [one for one in (is_only and self.name, self.phone) if one] or [self.username]

    @property
    def is_administrator(self) -> bool:
        return any(one.role in ADMINISTRATORS for one in self.current_appointments)

    @property
    def idle_minutes(self) -> int:
        """After how long without a request this person is logged out."""
        if self.is_administrator:
            return settings.ADMINISTRATORS_IDLE_MINUTES
        return settings.IDLE_MINUTES

    @property
    def may_stay_logged_in(self) -> bool:
        """Whether a phone of their own may remember this person (DOMAIN: members, where the county
        allows it): nobody who has any other role."""
        return bool(self.current_appointments) and all(
            one.role == Role.MEMBER and one.county.allows_long_login
            for one in self.current_appointments
        )

    @property
    def needs_second_factor(self) -> bool:
        """Whether a county requires one of any role this person holds."""
        return any(one.role in one.county.second_factor_roles for one in self.current_appointments)


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

    def for_acting(self):
        return self.select_related("county", "township", "unit").order_by("pk")

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
        User, on_delete=models.RESTRICT, related_name="appointments", db_index=False
    )
    role = models.CharField("身份", max_length=20, choices=Role.choices)
    township = tenant_key("members.Township", null=True, blank=True, verbose_name="乡镇")
    unit = tenant_key("members.Unit", null=True, blank=True, verbose_name="承办单位")
    post = models.CharField("职务", max_length=30, blank=True)
    first_on = models.DateField("开始日期")
    last_on = models.DateField("结束日期", null=True, blank=True)
    is_stopped = models.BooleanField("已停用", default=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "任职"
        indexes = [models.Index(fields=["county", "user"], name="appointment_by_user")]
        constraints = [
            *CountyRecord.Meta.constraints,
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
