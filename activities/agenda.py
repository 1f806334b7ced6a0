"""The activities that stand beside the days of a plan, and in everybody's calendar."""

from collections.abc import Iterator
from datetime import date

from activities.models import Activity
from activities.workflow import DONE
from plans.agenda import Entry, keeps


def activities(user, first: date, last: date) -> Iterator[Entry]:
    """What `user` may see of these days; what was cancelled is no longer there."""
    seen = Activity.objects.visible_to(user).standing(first, last).for_evidence()
    for one in seen:
        yield Entry(
            key=f"activity-{one.pk}",
            on=one.on,
            what=one.theme,
            url=one.get_absolute_url(),
            word="活动" if one.township_id else "县政协活动",
            is_done=one.status in DONE,
            task_id=one.task_id,
            place=one.place,
            who=one.host,
            form=one.get_mode_display() or one.kind.name,
        )


keeps(activities)
