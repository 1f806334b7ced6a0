"""What an office of the demonstration does in a year, step by step, as its clerk would."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from activities.forms.activity import ActivityForm
from activities.models import Attendance
from activities.registers import REGISTERS
from counties.models import (
    ActivityKind,
    County,
    ProposalCategory,
    Sector,
    SupervisionForm,
    Term,
    Township,
)
from cppcc import clock
from desk.demo.acting import Actor
from members.forms.roster import MembershipForm
from members.models import Membership
from plans import checking
from plans.forms.check import CheckForm
from plans.forms.group import GroupForm
from plans.forms.note import NoteForm
from plans.forms.plan import NewPlanForm, PlanForm
from plans.forms.task import SectionForm, TaskForm
from plans.models import AnnualPlan, Check, PlanTask, TaskNote, WorkGroup
from plans.services import Source
from proposals.forms.proposal import ProposalForm
from proposals.forms.suggestion import SuggestionForm
from summaries import services

FEW_DAYS = timedelta(days=3)


@dataclass
class Office:
    """A township, its clerk, its head, and the members by name."""

    township: Township
    clerk: Actor
    head: str
    term: Term
    members: dict[str, Membership] = field(default_factory=dict)

    @property
    def county(self) -> County:
        return self.township.county

    def word(self, model, name: str):
        """A row of one of the county's dictionaries."""
        return model.objects.get(county=self.county, name=name)

    def task(self, beginning: str, year: int) -> PlanTask:
        """The task of the year's plan whose words begin so."""
        tasks = PlanTask.objects.filter(township=self.township, section__plan__year=year)
        return tasks.get(text__startswith=beginning)

    def admit(self, *, on: date, sector: str, **data) -> Membership:
        """Enter a member in the roster."""
        membership = self.clerk.enter(
            MembershipForm,
            on,
            sector=self.word(Sector, sector),
            term=self.term,
            joined_on=on,
            **data,
        )
        self.members[data["name"]] = membership
        return membership

    def hold(
        self,
        kind: str,
        on: date,
        fields: dict,
        record: str,
        outcome="",
        on_leave=(),
        absent=(),
        task="",
    ):
        """Plan an activity, hold it, enter who came, and report it."""
        if "form" in fields:
            fields = {**fields, "form": self.word(SupervisionForm, fields["form"])}
        activity = self.clerk.enter(
            ActivityForm,
            on - FEW_DAYS,
            kind=self.word(ActivityKind, kind),
            on=on,
            task=self.task(task, on.year) if task else "",
            **fields,
        )
        self.clerk.act(activity, "notify", on - FEW_DAYS)
        self.clerk.act(activity, "hold", on, record_text=record, outcome=outcome)
        status = Attendance.Status
        statuses = dict.fromkeys(self.members.values(), (status.PRESENT, ""))
        statuses |= {self.members[name]: (status.ABSENT, "") for name in absent}
        statuses |= {self.members[name]: (status.EXCUSED, "工作走不开") for name in on_leave}
        with clock.at(on):
            activity.record_attendance(by=self.clerk.user, statuses=statuses)
        self.clerk.act(activity, "report", on + FEW_DAYS)
        return activity

    def note(self, register: str, on: date, member: str | None = None, task="", **fields):
        """Enter a line of a register."""
        about = {"membership": self.members[member]} if member else {}
        about |= {"task": self.task(task, on.year)} if task else {}
        return self.clerk.enter(REGISTERS[register].form, on, on=on, **about, **fields)

    def propose(self, member: str, on: date, *, category: str, cosigners=(), **fields):
        """Enter a member's proposal and hand it in for them."""
        proposal = self.clerk.enter(
            ProposalForm,
            on,
            proposer=self.members[member],
            category=self.word(ProposalCategory, category),
            cosigners=[self.members[name] for name in cosigners],
            is_public=True,
            **fields,
        )
        self.clerk.act(proposal, "submit", on, decided_by=member)
        return proposal

    def suggest(self, on: date, **fields):
        return self.clerk.enter(SuggestionForm, on, on=on, **fields)

    def plan(self, year: int, entered_on: date, *, title: str, goals: str, source: Source):
        """Start the year's plan, with the county's own words."""
        about = {"year": year, "cancel_url": "/"}
        plan = self.clerk.enter(NewPlanForm, entered_on, about, year=year, source=source)
        about = {"instance": plan, "cancel_url": "/"}
        return self.clerk.edit(PlanForm, entered_on, about, title=title, goals=goals)

    def add_to_plan(self, plan, entered_on: date, sections: list[dict]) -> None:
        for one in sections:
            section = self.clerk.enter(
                SectionForm, entered_on, {"plan": plan}, heading=one["heading"], text=one["text"]
            )
            for task in one["tasks"]:
                people = [self.members[name] for name in task.get("responsible", ())]
                staff = [self.clerk.user.acting] if task.get("by_office") else []
                about = {n: task[n] for n in task if n not in ("responsible", "by_office")}
                self.clerk.enter(
                    TaskForm,
                    entered_on,
                    {"plan": plan},
                    section=section,
                    members=people,
                    staff=staff,
                    **about,
                )

    def entrust(self, plan, beginning: str, on: date, **group) -> WorkGroup:
        """Form a work group, and make it responsible for the task that begins so."""
        made = self.clerk.enter(GroupForm, on, {"year": plan.year, "cancel_url": "/"}, **group)
        about = {"plan": plan, "instance": self.task(beginning, plan.year)}
        self.clerk.edit(TaskForm, on, about, groups=[made])
        return made

    def report_progress(self, beginning: str, on: date, **fields) -> TaskNote:
        """Note what was done for the task that begins so."""
        about = {"task": self.task(beginning, on.year), "cancel_url": "/"}
        return self.clerk.enter(NoteForm, on, about, on=on, **fields)

    def check(self, quarter: int, on: date, behind: list[dict]) -> Check:
        """Compare the plan with its year on that day, and say what follows for each task behind."""
        plan = AnnualPlan.objects.for_detail().get(township=self.township, year=on.year)
        with clock.at(on):
            check = checking.open_check(plan, quarter, by=self.clerk.user)
        answers = {}
        for one in behind:
            line = check.lines.get(text__startswith=one["task"])
            answers |= {f"{name}_{line.pk}": one[name] for name in one if name != "task"}
        return self.clerk.edit(CheckForm, on, {"check": check}, **answers)

    def publish_plan(self, plan, leader: str, county: Actor, days: list[date]) -> None:
        """Send it to the Party committee, whose approval is entered for the leader, and on."""
        submitted, approved, reported, published = days
        self.clerk.act(plan, "submit", submitted)
        self.clerk.act(plan, "approve", approved, decided_by=leader)
        self.clerk.act(plan, "report", reported)
        self.clerk.act(plan, "publish", published)

    def summarise(self, year: int, on: date, *, report: bool = True):
        """Compose the summary, have the head sign it, and report it."""
        with clock.at(on):
            summary = services.draft(self.township, year, by=self.clerk.user)
            if report:
                summary.sign(by=self.clerk.user, signed_by=self.head)
                services.report_to_county(summary, by=self.clerk.user)
        return summary
