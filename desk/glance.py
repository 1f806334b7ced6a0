"""The year at a glance (今年进度, 近期) and an empty township's first steps."""

from dataclasses import dataclass
from datetime import date, timedelta

from activities.models import Activity
from counties.roles import Role
from cppcc import figures, periods
from directives import asked
from members.models import Membership
from plans.diary import task_of
from plans.models import AnnualPlan, Milestone, PlanTask
from plans.progress import progress_of

NEAR = timedelta(days=30)
NEAR_LIMIT = 8
KEY_FIGURES = (
    "studies",
    "inspections",
    "proposals",
    "proposals_per_member",
    "visit_coverage",
    "attendance_rate",
    "suggestions_adopted",
)
FIGURES_OF_A_MEMBER = ("studies_attended", "proposals", "attendance_rate", "study_notes")


@dataclass(frozen=True)
class Bar:
    """A figure of somebody's year, beside its target where there is one."""

    name: str
    unit: str
    number: figures.Number
    url: str
    target: int | None = None

    @property
    def shown(self) -> str:
        return figures.show(self.number)

    @property
    def is_reached(self) -> bool:
        return self.target is not None and (self.number or 0) >= self.target

    @property
    def gap(self) -> str:
        """What is still missing, in words."""
        if self.target is None or self.is_reached:
            return ""
        if self.number is None:
            return "还不能计算"
        return f"还差{figures.show(round(self.target - self.number, 1))}{self.unit}"


def bars_of(user, year: int) -> list[Bar]:
    """The progress of `user`'s year: the plan's targets, else the figures of every year."""
    period, acting = periods.year(year), user.acting
    match acting.role:
        case Role.STAFF | Role.LEADER:
            return _bars_of_plan(user, period) or _bars_of_body(user, period)
        case Role.MEMBER:
            return _bars_of_member(user, period)
        case Role.COUNTY:
            return _bars(KEY_FIGURES, "county", acting.county_id, period, goals={})
    return []


def _bars(keys, level: str, owner: int, period: periods.Period, *, goals) -> list[Bar]:
    numbers = figures.measure(keys, level, [owner], period.first, period.last)
    return [
        Bar(
            name=figures.REGISTRY[key].name,
            unit=figures.REGISTRY[key].unit,
            number=numbers[key][owner],
            url=figures.link(key, level, owner, period.first, period.last),
            target=goals.get(key),
        )
        for key in keys
    ]


def _bars_of_body(user, period: periods.Period) -> list[Bar]:
    """Without a plan: what the county asks of the body."""
    township = user.acting.township
    goals = asked.of_township(township, period.first.year).of_body()
    return _bars(KEY_FIGURES, "township", township.pk, period, goals=goals)


def _bars_of_plan(user, period: periods.Period) -> list[Bar]:
    tasks = PlanTask.objects.visible_to(user).in_force().with_target().for_list()
    tasks = tasks.filter(section__plan__year=period.first.year)
    counted = progress_of(tasks, user.acting.township_id, period.first, period.last)
    return [
        Bar(one.figure.name, one.figure.unit, one.number, one.url, one.task.target)
        for one in counted
    ]


def _bars_of_member(user, period: periods.Period) -> list[Bar]:
    own = Membership.objects.visible_to(user).of_user(user).serving(period.first, period.last)
    membership = own.select_related("township").order_by("-joined_on", "-pk").first()
    if membership is None:
        return []
    goals = asked.of_township(membership.township, period.first.year).member
    return _bars(FIGURES_OF_A_MEMBER, "member", membership.pk, period, goals=goals)


@dataclass(frozen=True)
class Coming:
    """Something of the next thirty days: on which day, what, and whose."""

    on: date
    what: str
    url: str
    whose: str


def near(user, on: date) -> list[Coming]:
    """The activities and the days of the plan in the next thirty days, the nearest first."""
    last = on + NEAR
    held = Activity.objects.visible_to(user).upcoming(on).filter(on__lte=last)
    held = held.select_related("township").order_by("on", "pk")[:NEAR_LIMIT]
    found = [
        Coming(one.on, str(one), one.get_absolute_url(), _whose(one.township, user)) for one in held
    ]
    if user.acting.township_id:  # the county reads plans, it does not keep their days
        days = Milestone.objects.visible_to(user).in_force().due_within(on, last)
        days = days.select_related("task__section__plan").order_by("due_on", "pk")[:NEAR_LIMIT]
        found += [
            Coming(
                one.due_on,
                one.text or str(one.task),
                one.task.get_absolute_url(),
                task_of(one) or "计划节点",
            )
            for one in days
        ]
    return sorted(found, key=lambda one: one.on)[:NEAR_LIMIT]


def _whose(township, user) -> str:
    if township is None:
        return "县政协活动"
    return "活动" if township.pk == user.acting.township_id else f"{township}活动"


@dataclass(frozen=True)
class Step:
    """One of the three steps with which a township begins."""

    what: str
    hint: str
    url_name: str
    is_done: bool


def first_steps(user) -> list[Step]:
    """The three steps, as long as the township's office has no members or no activity."""
    if user.acting.role != Role.STAFF:
        return []
    has_members = Membership.objects.visible_to(user).exists()
    has_plan = AnnualPlan.objects.visible_to(user).exists()
    has_activity = Activity.objects.visible_to(user).organised_by(user).exists()
    if has_members and has_activity:
        return []
    return [
        Step("录入委员名册", "姓名、界别、任职日期，可以逐个录入。", "members:create", has_members),
        Step("制定年度计划", "可以从标准任务开始，再改成自己的。", "plans:create", has_plan),
        Step(
            "登记第一次活动",
            "登记一次，总结、进度处处可用。",
            "activities:create",
            has_activity,
        ),
    ]
