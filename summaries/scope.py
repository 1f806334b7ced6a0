"""Whose year is told, and how its sentences are put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from activities.models import Activity
from counties.models import ActivityKind, Township

Feeds = ActivityKind.Feeds


@dataclass(frozen=True)
class Scope:
    """Whose year is told, and up to which day."""

    township: Township
    first: date
    last: date

    def of(self, records):
        """The records of this township on the days that are told."""
        return self.held(records.filter(on__range=(self.first, self.last)))

    def held(self, records):
        return records.filter(county=self.township.county_id, township=self.township)

    def activities(self, *groups: str):
        done = Activity.objects.held(self.first, self.last).feeding(*groups)
        return self.held(done).select_related("kind", "form").order_by("on", "pk")


def sentence(text: str) -> str:
    """A text that ends with one full stop, however its writer ended it."""
    text = text.strip().rstrip("。；;，,.")
    return f"{text}。" if text else ""


def joined(parts: Iterable[str]) -> str:
    return "；".join(part.strip().rstrip("。；;，,.") for part in parts if part.strip())
