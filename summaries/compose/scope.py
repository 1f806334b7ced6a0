"""Whose year is told, and how its sentences are put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from activities.models import Activity
from counties.models import ActivityKind, Township
from cppcc.periods import month_and_day

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


def in_words(activity: Activity) -> str:
    """An activity in a sentence or three: day, place, matter; what was found; what came of it."""
    place = f"在{activity.place}" if activity.place else ""
    what = activity.content or activity.theme
    start = sentence(f"{month_and_day(activity.on)}，{place}开展{activity.kind}，{what}")
    return start + "".join(sentence(text) for text in (activity.outcome, activity.check_of_effect))


def came_of(follow_up, scope: Scope) -> str:
    """The last step that was taken by the closing day, with its day and in its own words."""
    steps = [step for step in follow_up.steps.all() if step.on <= scope.last]
    if not steps:
        return ""
    step = steps[-1]
    words = step.text.rstrip("。") or step.get_progress_display()
    year = "" if step.on.year == scope.last.year else f"{step.on.year}年"
    return f"{year}{month_and_day(step.on)}，{words}"
