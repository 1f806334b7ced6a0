"""One line of what waits, and what its sources share."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, Subquery

from counties.models import Deadline

LIMIT = 50
SOON = timedelta(days=14)
NAMED = 3  # townships in a line


@dataclass(frozen=True)
class Todo:
    """One line: what is to be done and where, since when it waits, until when it must be done."""

    what: str
    url: str
    since: date | None = None
    until: date | None = None
    button: str = "去办理"
    left: int | None = None  # days until then, negative when it has passed


def entry(on: date, what: str, url: str, *, since=None, until=None, button="去办理") -> Todo:
    left = (until - on).days if until else None
    return Todo(what=what, url=url, since=since, until=until, button=button, left=left)


def with_latest_move(records):
    """The records with the action, day and words of the last move of each."""
    events = records.model._meta.get_field("events").related_model.objects.filter(
        county=OuterRef("county"), record=OuterRef("pk")
    )
    latest = events.order_by("-pk")
    return records.annotate(
        moved_by=Subquery(latest.values("action")[:1]),
        moved_on=Subquery(latest.values("on")[:1]),
        moved_why=Subquery(latest.values("note")[:1]),
    )


def limits_of(user) -> dict[str, Deadline]:
    return {limit.key: limit for limit in Deadline.objects.visible_to(user)}


def due(limits: dict[str, Deadline], key: str, start: date | None) -> date | None:
    """The last day of a limit of the county; None where it has none, or nothing has begun."""
    return limits[key].due_on(start) if start and key in limits else None
