"""An activity and its road."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from activities import workflow
from activities.models.attendance import Attendance
from activities.workflow import DONE, EDITABLE, Action, Party, Status
from counties.models import ActivityKind, CountyRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc import audit, figures
from cppcc.tenancy import TenantKey
from cppcc.workflow import StaleRecordError, WorkflowEvent, WorkflowModel
from plans.models import FulfilsTask

FINDING = {ActivityKind.Feeds.INSPECTION, ActivityKind.Feeds.SUPERVISION}
OFFICES = frozenset({Role.STAFF, Role.COUNTY})  # who organises, records


class ActivityQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The county's own events and, for a township's people, their township's."""
        acting = user.acting
        match acting.role:
            case Role.COUNTY:
                return self.filter(county=acting.county_id)
            case Role.STAFF | Role.LEADER | Role.MEMBER:
                of_all = Q(township=acting.township_id) | Q(township=None)
                return self.filter(of_all, county=acting.county_id)
        return self.none()

    def held(self, first, last):
        """Activities that took place from `first` to `last`, by the day on which they began."""
        return self.filter(status__in=DONE, on__range=(first, last))

    def feeding(self, *groups):
        """Activities of the kinds that feed these groups of figures."""
        return self.filter(kind__feeds__in=groups)

    def organised_by(self, user):
        """The activities of the body in whose office `user` acts."""
        acting = user.acting
        if acting.role not in OFFICES:
            return self.none()
        township = acting.township_id if acting.role == Role.STAFF else None
        return self.filter(county=acting.county_id, township=township)

    def unrecorded(self, on):
        """Activities whose day has passed and of which nobody has said that they took place."""
        return self.filter(status__in={Status.PLANNED, Status.NOTIFIED}, on__lt=on)

    def unreported(self):
        """Activities that took place and whose material has not been reported, the lesson of the
        office left out; `has_attendance` tells whether somebody has entered who came."""
        entered = Attendance.objects.filter(county=OuterRef("county"), activity=OuterRef("pk"))
        own = self.filter(status=Status.HELD).exclude(kind__feeds=ActivityKind.Feeds.LESSON)
        return own.annotate(has_attendance=Exists(entered))

    def announced(self, first, last):
        """Activities to which people have been called, within these days."""
        return self.filter(status=Status.NOTIFIED, on__range=(first, last))

    def standing(self, first, last):
        """Activities of these days that have not been cancelled."""
        return self.filter(on__range=(first, last)).exclude(status=Status.CANCELLED)

    def upcoming(self, on):
        return self.filter(status__in={Status.PLANNED, Status.NOTIFIED}, on__gte=on)

    def for_list(self):
        present = Count("attendances", filter=Q(attendances__status=Attendance.Status.PRESENT))
        return (
            self.select_related("kind", "form", "township")
            .annotate(invited_count=Count("attendances"), present_count=present)
            .order_by("-on", "-pk")
        )

    def for_evidence(self):
        return self.select_related("kind", "township").order_by("-on", "-pk")


class Activity(FulfilsTask, CountyRecord, WorkflowModel):
    """Something a body holds (活动): a study, an inspection, a supervision, a get-together …

    Whoever organises it records it: a township, or (without township) the county, once for all.
    """

    TRANSITIONS = workflow.TRANSITIONS
    Action = Action
    ENTERED_BY = OFFICES

    class Mode(models.TextChoices):
        TOGETHER = "together", "集中"
        ALONE = "alone", "自学"

    class Stage(models.TextChoices):
        BEFORE = "before", "事前"
        DURING = "during", "事中"
        AFTER = "after", "事后"

    township = TenantKey(
        "counties.Township", null=True, blank=True, editable=False, verbose_name="乡镇"
    )
    kind = TenantKey("counties.ActivityKind", verbose_name="类别")
    theme = models.CharField("主题", max_length=100)
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=100, blank=True)
    host = models.CharField("主持人", max_length=50, blank=True)
    purpose = models.TextField("目的", blank=True)
    content = models.TextField("内容", blank=True)
    campaign = models.CharField("专项活动", max_length=50, blank=True)
    record_text = models.TextField("活动记录", blank=True)
    outcome = models.TextField("成效", blank=True)
    mode = models.CharField("学习形式", max_length=20, choices=Mode.choices, blank=True)
    handouts = models.CharField("发放资料", max_length=200, blank=True)
    check_of_effect = models.TextField("学习效果检查", blank=True)
    form = TenantKey("counties.SupervisionForm", null=True, blank=True, verbose_name="监督形式")
    stage = models.CharField("监督阶段", max_length=20, choices=Stage.choices, blank=True)
    guests = models.CharField("列席及陪同人员", max_length=200, blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=Status.choices, default=Status.PLANNED, editable=False
    )

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "活动"
        indexes = [
            models.Index(fields=["county", "township", "-on"], name="activity_by_day"),
            models.Index(fields=["county", "kind", "on"], name="activity_by_kind"),
        ]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "id"], name="activity_in_township"
            ),
        ]

    def __str__(self):
        return self.theme

    def get_absolute_url(self):
        return reverse("activities:detail", args=[self.pk])

    def counted_by(self) -> set[str]:
        return figures.counting(Activity, self.kind.feeds) if self.kind_id else set()

    def parties(self, user) -> set[Party]:
        organiser = Role.STAFF if self.township_id else Role.COUNTY
        return {Party.ORGANISER} if self.role_here(user) == organiser else set()

    def is_editable_by(self, user) -> bool:
        return self.status in EDITABLE and Party.ORGANISER in self.parties(user)

    @property
    def takes_findings(self) -> bool:
        """Whether it is of a kind that looks for problems: an inspection or a supervision."""
        return self.kind.feeds in FINDING and self.status != Status.CANCELLED

    def may_be_found_by(self, user) -> bool:
        """Whether `user` may enter findings: the township that held it, reported or not."""
        is_ours = self.township_id is not None and Party.ORGANISER in self.parties(user)
        return is_ours and self.takes_findings

    def notify(self, **act):
        self.advance(Action.NOTIFY, **act)

    def hold(self, *, record_text, outcome="", **act):
        """Record that it took place, with the written record of it."""
        self.advance(Action.HOLD, record_text=record_text, outcome=outcome, **act)

    def report(self, **act):
        self.advance(Action.REPORT, **act)

    def cancel(self, **act):
        self.advance(Action.CANCEL, **act)

    def record_attendance(self, *, by, statuses: dict, version=None):
        """Enter who came: {Membership: (status, leave reason)} for the whole grid at once."""
        if not self.is_editable_by(by):
            raise StaleRecordError
        self._update(version, {}, {})
        rows = [
            Attendance(
                county_id=self.county_id,
                township_id=membership.township_id,
                activity=self,
                membership=membership,
                status=status,
                leave_reason=reason,
            )
            for membership, (status, reason) in statuses.items()
        ]
        Attendance.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["county", "activity", "membership"],
            update_fields=["status", "leave_reason"],
        )
        audit.record("record_attendance", by=by, target=self, rows=len(statuses))


class ActivityEvent(CountyRecord, WorkflowEvent):
    """One move of an activity."""

    record = TenantKey("activities.Activity", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "活动流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="actevent_by_record")]
        constraints = CountyRecord.Meta.constraints
