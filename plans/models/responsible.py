"""Who answers for a task (责任人): a member, one of the staff, a work group."""

from django.db import models
from django.db.models import Q

from accounts.models import Appointment
from counties.models import TownshipRecord
from cppcc.tenancy import TenantKey
from members.models import Membership
from members.models.membership import has_namesake
from plans.models.group import WorkGroup
from plans.models.task import OfTaskQuerySet


class ResponsibleQuerySet(OfTaskQuerySet):
    def left_before(self, on):
        """Those whose last day in office was earlier; a work group does not leave."""
        members = Membership.objects.left_before(on).values("pk")
        staff = Appointment.objects.left_before(on).values("pk")
        return self.filter(Q(membership__in=members) | Q(appointment__in=staff))

    def in_plan_order(self):
        """Task by task, with the tasks."""
        order = ("task__section__position", "task__position", "pk")
        return self.select_related("task").order_by(*order)


class ResponsibleManager(models.Manager.from_queryset(ResponsibleQuerySet)):
    def get_queryset(self):
        """Each with whom it names, and whether the township has another member of that name:
        without these a row has nothing to say."""
        named = (
            super()
            .get_queryset()
            .select_related("membership__member", "appointment__user", "group")
        )
        return named.annotate(has_namesake=has_namesake("membership__"))


class Responsible(TownshipRecord):
    """Who is responsible for a task (责任人): a member, one of the staff, or a work group."""

    task = TenantKey("plans.PlanTask", related_name="responsibles")
    membership = TenantKey(
        "members.Membership", null=True, related_name="tasks", verbose_name="委员"
    )
    appointment = TenantKey(
        "accounts.Appointment", null=True, related_name="tasks", verbose_name="工作人员"
    )
    group = TenantKey("plans.WorkGroup", null=True, related_name="tasks", verbose_name="工作组")
    has_namesake = False  # told by the manager

    objects = ResponsibleManager()

    class Meta:
        verbose_name = "责任人"
        ordering = ["pk"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "task", "membership"], name="responsible_named_once"
            ),
            models.UniqueConstraint(
                fields=["county", "task", "appointment"], name="responsible_staff_named_once"
            ),
            models.UniqueConstraint(
                fields=["county", "task", "group"], name="responsible_group_named_once"
            ),
            models.CheckConstraint(
                condition=Q(membership__isnull=False, appointment=None, group=None)
                | Q(membership=None, appointment__isnull=False, group=None)
                | Q(membership=None, appointment=None, group__isnull=False),
                name="responsible_is_one_party",
                violation_error_message="责任人是一名委员、一名工作人员或一个工作组，只能是其中一个。",
            ),
        ]

    def __str__(self):
        return self.told_apart if self.has_namesake else self.name

    @classmethod
    def naming(cls, party: Membership | Appointment | WorkGroup, **fields) -> "Responsible":
        return cls(**fields, **{PARTIES[type(party)]: party})

    @property
    def party(self) -> Membership | Appointment | WorkGroup:
        return self.membership or self.appointment or self.group

    @property
    def key(self) -> tuple[int, int]:
        """Who it is, never by name: the kind, in the order in which they are told, and which."""
        keys = enumerate((self.membership_id, self.appointment_id, self.group_id))
        return next((kind, pk) for kind, pk in keys if pk)

    @property
    def name(self) -> str:
        return str(self.appointment.user if self.appointment else self.party)

    @property
    def told_apart(self) -> str:
        """The name with what tells two of one name apart: the post, else the kind."""
        kind = self._meta.get_field(PARTIES[type(self.party)]).verbose_name
        return f"{self.name}（{getattr(self.party, 'post', '') or kind}）"

    @property
    def departure(self) -> str:
        """When they left, in words."""
        return getattr(self.party, "departure", "")


PARTIES = {Membership: "membership", Appointment: "appointment", WorkGroup: "group"}
