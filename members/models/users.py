"""People who log in, and the appointments in which they act."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from cppcc import clock
from cppcc.tenancy import tenant_key
from members.models.tenancy import CountyRecord
from members.roles import TOWNSHIP_ROLES, Role


class UserManager(BaseUserManager):
    def create_user(self, username: str, name: str, password: str | None = None):
        user = self.model(username=username, name=name)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """A person with a login (用户). What they may do comes from the appointment they act in."""

    username = models.CharField(
        "用户名",
        max_length=30,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "这个用户名已有人使用。"},
    )
    name = models.CharField("姓名", max_length=50)
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


class AppointmentQuerySet(models.QuerySet):
    def in_force(self, on):
        return self.filter(Q(last_on=None) | Q(last_on__gte=on), first_on__lte=on)

    def for_acting(self):
        return self.select_related("county", "township", "unit").order_by("pk")


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
        ]

    def __str__(self):
        return f"{self.place} {self.get_role_display()}"

    @property
    def place(self) -> str:
        """The body in whose name this appointment acts."""
        if self.role == Role.UNIT:
            return self.unit.name
        return self.township.body_name if self.township_id else self.county.body_name
