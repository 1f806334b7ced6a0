"""Records that move: a table says who may move what from where to where, and `advance()` moves it.

`version` is counted up by every change, so that of two people who act or edit at once one wins
and the other is told. `on` is the day of the fact; when it was entered is kept beside it.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction

from cppcc import audit, clock


@dataclass(frozen=True)
class Transition:
    """Any of `parties` may move a record from any of `sources` to `target`.

    `on_behalf` are the parties that may enter the step for them (代录), naming who decided it.
    """

    parties: Set[str]
    sources: Set[str]
    target: str
    on_behalf: Set[str] = frozenset()


class StaleRecordError(Exception):
    """Somebody else has moved or edited the record since it was read."""


class Versioned(models.Model):
    """Base of records that people enter and edit."""

    version = models.PositiveIntegerField("版本", default=1, editable=False)

    class Meta:
        abstract = True

    def enter(self, *, by) -> None:
        """Save a new record and leave its audit row."""
        with transaction.atomic():
            self.save(force_insert=True)
            audit.record("enter", by=by, target=self)

    def revise(self, *, by, version: int | None = None, **changes) -> None:
        """Change fields of the record as it stood at `version`, or raise StaleRecordError."""
        with transaction.atomic():
            self._update(version, {}, changes)
            audit.record("revise", by=by, target=self, fields=", ".join(sorted(changes)))

    def _update(self, version: int | None, also: dict, changes: dict) -> None:
        seen = self.version if version is None else version
        unchanged = type(self)._base_manager.filter(pk=self.pk, version=seen, **also)
        if not unchanged.update(**changes, version=seen + 1):
            raise StaleRecordError
        self.version = seen + 1
        for name, value in changes.items():
            setattr(self, name, value)


class WorkflowModel(Versioned):
    """Base of records with a workflow.

    A subclass declares `TRANSITIONS` and a `status` field, answers `parties(user)`, and gives each
    action a method of the same name which ends in `advance()`.
    """

    TRANSITIONS: ClassVar[Mapping[Any, Transition]]
    status: "models.CharField[str, str]"
    events: "models.Manager[Any]"  # the reverse of the event's `record`
    county_id: int

    class Meta:
        abstract = True

    def parties(self, user) -> Set[str]:
        """Who this user is to this record."""
        raise NotImplementedError

    def actions_for(self, user) -> list[str]:
        """The actions open to `user` now, in table order. Buttons and checks both ask here."""
        parties = self.parties(user)
        return [
            action
            for action, rule in self.TRANSITIONS.items()
            if parties & (rule.parties | rule.on_behalf) and self.status in rule.sources
        ]

    def is_on_behalf(self, action: str, user) -> bool:
        """Whether `user` would enter this step for the one whose step it is (代录)."""
        return not self.parties(user) & self.TRANSITIONS[action].parties

    def check_action(self, action: str, user, version: int | None = None) -> None:
        """Raise unless `user` may take `action` on the record as it stood at `version`."""
        rule = self.TRANSITIONS[action]
        if not self.parties(user) & (rule.parties | rule.on_behalf):
            raise PermissionDenied
        if self.status not in rule.sources or version not in (None, self.version):
            raise StaleRecordError

    def advance(
        self,
        action: str,
        *,
        by,
        on: date | None = None,
        version: int | None = None,
        decided_by: str = "",
        note: str = "",
        **changes,
    ) -> None:
        """Move along the table and record the move, together with `changes` to other fields.

        One UPDATE names the status it starts from and the version that `by` has seen; no row lock
        is held while a person thinks. Raises PermissionDenied, StaleRecordError, and
        ValidationError where a step is entered for somebody who is not named.
        """
        self.check_action(action, by, version)
        if self.is_on_behalf(action, by) and not decided_by:
            raise ValidationError({"decided_by": "代录时请填写实际决定人的姓名。"})
        on = on or clock.today()
        with transaction.atomic():
            changes["status"] = self.TRANSITIONS[action].target
            self._update(version, {"status": self.status}, changes)
            self.events.create(
                county_id=self.county_id,
                action=action,
                actor=by,
                actor_name=by.name,
                decided_by=decided_by,
                on=on,
                recorded_at=clock.now(),
                note=note,
            )
            audit.record(str(action), by=by, target=self, on=on)


class WorkflowEvent(models.Model):
    """One move of a record (流转记录): who, what, on which day, and for whom it was entered.

    A subclass adds `county`, the key `record` with the reverse name `events`, and the choices.
    """

    record: "models.ForeignKey[Any, Any]"

    action = models.CharField("动作", max_length=20)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="+",
        db_index=False,
        verbose_name="录入人",
    )
    actor_name = models.CharField("录入人姓名", max_length=50)
    decided_by = models.CharField("实际决定人", max_length=50, blank=True)
    on = models.DateField("日期")
    recorded_at = models.DateTimeField("录入时间")
    note = models.TextField("说明", blank=True)

    class Meta:
        abstract = True
        ordering = ["on", "pk"]

    def __str__(self):
        return f"{self.on} {self.get_action_display()}"

    def get_action_display(self) -> str:
        return self.record.Action(self.action).label
