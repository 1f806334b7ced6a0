"""The activities that stand in everybody's calendar, and what was done for the tasks of a plan."""

from collections.abc import Iterator
from datetime import date

from activities.models import (
    Activity,
    Article,
    Attention,
    Contact,
    PriorConsultation,
    ResearchReport,
    Talent,
    Visit,
)
from activities.workflow import DONE
from plans.agenda import Entry, counts, keeps

NAMED_BY = {  # what a line of a register needs to say what it is
    Visit: ("form", "membership__member__name"),
    Contact: ("whom", "membership__member__name"),
    Article: ("title", "outlet"),
    Attention: ("who", "text"),
    PriorConsultation: ("decision",),
    ResearchReport: ("title",),
    Talent: ("name", "trade"),
}


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


def lines(model):
    """The lines of one register."""
    names = NAMED_BY[model]
    joined = [name.rpartition("__")[0] for name in names if "__" in name]
    return model.objects.select_related(*joined).only("on", "task", *names)


keeps(activities)
counts(Activity.objects.filter(status__in=DONE).only("on", "theme", "task"))
for model in NAMED_BY:
    counts(lines(model))
