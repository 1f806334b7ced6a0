"""County events (县政协活动): recorded once by the county, with who came from every township."""

from datetime import date, timedelta
from random import Random

from activities.forms.activity import ActivityForm
from activities.models import Attendance
from counties.models import ActivityKind
from cppcc import clock
from desk.demo.acting import Actor
from desk.demo.office import Office

SEED = "2004-county"
WEEK = timedelta(days=7)


def hold(events: list[dict], officer: Actor, offices: list[Office]) -> None:
    """Enter the county's events; whom the data do not name came, or was excused by chance."""
    random = Random(SEED)
    kind = ActivityKind.objects.get(county=offices[0].county, name="县政协活动")
    for event in events:
        _hold(event, kind, officer, offices, random)


def _hold(event: dict, kind, officer: Actor, offices: list[Office], random: Random) -> None:
    on: date = event["on"]
    activity = officer.enter(ActivityForm, on - WEEK, kind=kind, on=on, **event["fields"])
    officer.act(activity, "notify", on - WEEK)
    officer.act(activity, "hold", on, record_text=event["record"])
    with clock.at(on):
        activity.record_attendance(by=officer.user, statuses=_came(event, offices, random))
    officer.act(activity, "report", on + WEEK)


def _came(event: dict, offices: list[Office], random: Random) -> dict:
    status = Attendance.Status
    statuses = {}
    for office in offices[1:]:
        for membership in office.members.values():
            chance = random.random()
            excused = (status.EXCUSED, "出差") if chance < 0.1 else (status.PRESENT, "")
            statuses[membership] = (status.ABSENT, "") if chance > 0.98 else excused
    real = offices[0].members
    statuses |= dict.fromkeys(real.values(), (status.PRESENT, ""))
    return statuses | {real[name]: (status.EXCUSED, "井下勘测") for name in event["on_leave"]}
