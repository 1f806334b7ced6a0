"""What the county hands down to a township, and its receipt (签收)."""

from django.db import models

from counties.models.tenancy import TenantQuerySet, TownshipRecord
from counties.roles import Role
from cppcc.workflow import WorkflowModel
from directives.workflow import IN_FORCE, Party, SheetStatus


class HandedQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The usual gate; a township sees what has been handed down to it."""
        seen = super().visible_to(user)
        return seen if user.acting.role == Role.COUNTY else seen.filter(status__in=IN_FORCE)

    def to_receive(self):
        """What nobody has signed for (待签收)."""
        return self.filter(status=SheetStatus.HANDED_DOWN)


class HandedDown(TownshipRecord, WorkflowModel):
    """Base of what the county hands down to one township (下达), which signs for it (签收)."""

    ENTERED_BY = frozenset({Role.COUNTY})

    status = models.CharField(
        "状态",
        max_length=20,
        choices=SheetStatus.choices,
        default=SheetStatus.DRAFT,
        editable=False,
    )

    class Meta:
        abstract = True

    def parties(self, user) -> set[Party]:
        match self.role_here(user):
            case Role.COUNTY:
                return {Party.COUNTY}
            case Role.STAFF:
                return {Party.OFFICE}
        return set()

    def moved_on(self, action: str):
        """The latest move of this kind, of a record fetched with its events."""
        moves = [one for one in self.events.all() if one.action == action]
        return moves[-1] if moves else None

    def receive(self, **act):
        """Sign for it (签收)."""
        self.advance(self.Action.RECEIVE, **act)
