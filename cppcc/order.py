"""The order of rows that people arrange by hand: places counted from 1."""

from django.db import models, transaction
from django.db.models import Max, RestrictedError

from cppcc import audit
from cppcc.workflow import StaleRecordError, Versioned

NOWHERE = 32767  # a place nobody has: the largest that the column holds


class Direction(models.TextChoices):
    UP = "up", "上移"
    DOWN = "down", "下移"


def next_position(records) -> int:
    """The place behind the last of these records."""
    return (records.aggregate(last=Max("position"))["last"] or 0) + 1


class Part(Versioned):
    """Base of what stands in an order made by hand: it has a place among its `peers()`.

    Whoever changes places holds the row of the whole meanwhile (of the plan, of the county).
    """

    position: "models.PositiveSmallIntegerField[int, int]"  # a subclass brings it

    class Meta:
        abstract = True

    def peers(self):
        """The parts among which this one has its place."""
        raise NotImplementedError

    def move(self, direction: Direction, *, by) -> None:
        """Change places with the neighbour; at the end of the row nothing happens.

        The version stays: nobody who is editing the text meanwhile has to be told.
        """
        if direction == Direction.UP:
            other = self.peers().filter(position__lt=self.position).order_by("-position").first()
        else:
            other = self.peers().filter(position__gt=self.position).order_by("position").first()
        if other is None:
            return
        with transaction.atomic():
            for part, place in (
                (self, NOWHERE),
                (other, self.position),
                (self, other.position),
            ):
                type(self)._base_manager.filter(pk=part.pk).update(position=place)
            audit.record("move", by=by, target=self, direction=direction)
        self.position, other.position = other.position, self.position


def remove_unused(record: Versioned, *, by, version: int, refusal: Exception) -> None:
    """Delete a record as it stood at `version`; one that others hold on to stays: `refusal`."""
    with transaction.atomic():
        audit.record("remove", by=by, target=record, text=record)
        unchanged = type(record)._base_manager.filter(pk=record.pk, version=version)
        try:
            deleted, _ = unchanged.delete()
        except RestrictedError as error:
            raise refusal from error
        if not deleted:
            raise StaleRecordError
