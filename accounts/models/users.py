"""People who log in."""

import secrets

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.functional import cached_property

from accounts.models.appointments import Appointment
from counties.roles import ADMINISTRATORS, Role
from cppcc import audit, clock


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
    def current_appointments(self) -> list[Appointment]:
        """The appointments in force today, in the order in which they were given."""
        return list(self.appointments.in_force(clock.today()).for_acting())

    @cached_property
    def acting(self) -> Appointment:
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
        """Whether a phone of their own may remember this person (docs/domain.md, rules of
        conduct): a member, where the county allows it, and nobody who has any other role."""
        return bool(self.current_appointments) and all(
            one.role == Role.MEMBER and one.county.allows_long_login
            for one in self.current_appointments
        )

    @property
    def needs_second_factor(self) -> bool:
        """Whether a county requires one of any role this person holds."""
        return any(one.role in one.county.second_factor_roles for one in self.current_appointments)
