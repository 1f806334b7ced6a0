"""Who was at an activity, was excused or was missing."""

from django.db import models
from django.db.models import F

from activities.workflow import DONE
from counties.models import CountyRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc import figures
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned


class AttendanceQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The usual gate; a member sees the own rows."""
        if user.acting.role == Role.MEMBER:
            return self.filter(county=user.acting.county_id, membership__member__user=user)
        return super().visible_to(user)

    def at_held(self, first, last):
        """Rows of activities that took place; leave and absence included."""
        return self.filter(activity__status__in=DONE, activity__on__range=(first, last))

    def present(self):
        return self.filter(status=Attendance.Status.PRESENT)

    def excused(self):
        return self.filter(status=Attendance.Status.EXCUSED)

    def absent(self):
        return self.filter(status=Attendance.Status.ABSENT)

    def expected(self):
        """Who was to come: present or absent. Leave (请假) is never counted as absence."""
        return self.filter(status__in=[Attendance.Status.PRESENT, Attendance.Status.ABSENT])

    def for_list(self):
        return self.select_related("activity", "membership__member").order_by(
            F("activity__on").desc(), "activity_id", "membership__member__name"
        )


class Attendance(CountyRecord, Versioned):
    """One member's part in one activity (出席)."""

    class Status(models.TextChoices):
        PENDING = "pending", "待回复"
        ASKED = "asked", "请假待批"
        EXCUSED = "excused", "请假"
        PRESENT = "present", "出席"
        ABSENT = "absent", "缺席"

    township = TenantKey("counties.Township", verbose_name="乡镇")
    activity = TenantKey(
        "activities.Activity",
        related_name="attendances",
        leaves_township=True,  # a county event
    )
    membership = TenantKey("members.Membership", related_name="attendances", verbose_name="委员")
    status = models.CharField(
        "出席情况", max_length=20, choices=Status.choices, default=Status.PENDING
    )
    leave_reason = models.CharField("请假事由", max_length=50, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = "出席"
        indexes = [
            models.Index(fields=["county", "membership"], name="attendance_by_member"),
            models.Index(fields=["county", "township", "status"], name="attendance_by_township"),
        ]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "activity", "membership"], name="attendance_once_a_member"
            ),
        ]

    def __str__(self):
        return f"{self.membership} {self.get_status_display()}：{self.activity}"

    @property
    def headline(self) -> str:
        why = f"（{self.leave_reason}）" if self.leave_reason else ""
        return f"{self.get_status_display()}{why}：{self.activity.theme}"

    @property
    def on(self):
        """The day that counts in figures."""
        return self.activity.on

    def get_absolute_url(self):
        return self.activity.get_absolute_url()

    def evidence_parts(self) -> tuple[str, str]:
        return figures.dated(self.activity), self.membership.member.name
