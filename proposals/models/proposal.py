"""A member's proposal to the county CPPCC, from the draft to what was really done."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from counties.models import CountyRecord, Deadline, Satisfaction, TownshipRecord
from counties.roles import Role
from cppcc import audit, clock
from cppcc.tenancy import TenantKey
from cppcc.workflow import StaleRecordError, WorkflowEvent, WorkflowModel
from matters.models import FollowUp
from plans.models import FulfilsTask
from proposals import workflow
from proposals.models.cosigner import Cosigner
from proposals.models.number import NumberCounter
from proposals.models.queries import ProposalQuerySet
from proposals.similar import alike
from proposals.workflow import ANSWERED, AT_HANDLER, NUMBERED, Action, Party, Status


class Proposal(FulfilsTask, TownshipRecord, WorkflowModel):
    """A proposal (提案): one matter, written by a member, filed only by the county."""

    TRANSITIONS = workflow.TRANSITIONS
    Action = Action
    ENTERED_BY = frozenset({Role.STAFF, Role.MEMBER})

    proposer = TenantKey("members.Membership", related_name="proposals", verbose_name="第一提案人")
    year = models.PositiveSmallIntegerField("提案年度", editable=False)
    category = TenantKey("counties.ProposalCategory", verbose_name="类别")
    title = models.CharField("案由", max_length=100)
    situation = models.TextField("情况与分析")
    advice = models.TextField("具体建议")
    is_public = models.BooleanField("同意公开", default=True)
    suggested_unit = TenantKey(
        "counties.Unit", null=True, blank=True, related_name="+", verbose_name="建议承办单位"
    )
    is_by_office = models.BooleanField("代录", default=False, editable=False)
    serial = models.PositiveIntegerField("流水号", null=True, editable=False)
    number = models.PositiveIntegerField("提案号", null=True, editable=False)
    submitted_on = models.DateField("提交日期", null=True, editable=False)
    handler = TenantKey(
        "counties.Unit", null=True, editable=False, related_name="+", verbose_name="承办单位"
    )
    assigned_on = models.DateField("交办日期", null=True, editable=False)
    due_on = models.DateField("答复期限", null=True, editable=False)
    refusal = TenantKey(
        "counties.RefusalReason", null=True, editable=False, verbose_name="不予立案理由"
    )
    follow_up = TenantKey("matters.FollowUp", null=True, editable=False, related_name="proposals")
    status = models.CharField(
        "状态", max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "提案"
        indexes = [
            models.Index(fields=["county", "township", "-year"], name="proposal_by_year"),
            models.Index(fields=["county", "proposer", "submitted_on"], name="proposal_by_member"),
            models.Index(fields=["county", "handler", "status"], name="proposal_by_handler"),
        ]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "year", "number"], name="proposal_number_used_once"
            ),
            models.UniqueConstraint(
                fields=["county", "year", "serial"], name="proposal_serial_used_once"
            ),
            models.UniqueConstraint(
                fields=["county", "follow_up"], name="follow_up_of_one_proposal"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(NUMBERED)) | Q(number__isnull=False),
                name="filed_proposal_has_number",
                violation_error_message="立案的提案必须有提案号。",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(workflow.WITH_HANDLER))
                | Q(handler__isnull=False, due_on__isnull=False),
                name="assigned_proposal_has_handler",
                violation_error_message="已交办的提案必须有承办单位和答复期限。",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.DECLINED) | Q(refusal__isnull=False),
                name="declined_proposal_has_reason",
                violation_error_message="不予立案必须给出理由。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("proposals:detail", args=[self.pk])

    @property
    def on(self) -> date | None:
        """The day that counts in figures."""
        return self.submitted_on

    @property
    def headline(self) -> str:
        """The record as it stands in a member's duty file."""
        return f"《{self.title}》（{self.get_status_display()}）"

    @property
    def mark(self) -> str:
        """What the proposal is called by: its number, before that its serial number."""
        if self.number:
            return f"{self.year}年第{self.number}号"
        return f"流水号{self.year}-{self.serial}" if self.serial else ""

    @property
    def days_left(self) -> int | None:
        """Days until the reply is due; negative when overdue, None where nothing is awaited."""
        return (self.due_on - clock.today()).days if self.status in AT_HANDLER else None

    def explain_due(self) -> str:
        """Why the reply is due on that day, as long as the county's limit still says so."""
        limit = Deadline.objects.get(county=self.county_id, key=Deadline.Key.REPLY)
        if self.assigned_on and limit.due_on(self.assigned_on) == self.due_on:
            return limit.explain(self.assigned_on, "交办")
        return ""

    def parties(self, user) -> set[Party]:
        match self.role_here(user):
            case Role.COUNTY:
                return {Party.COUNTY}
            case Role.STAFF:
                return {Party.OFFICE}
            case Role.MEMBER if self.proposer.member.user_id == user.pk:
                return {Party.PROPOSER}
            case Role.UNIT if user.acting.unit_id == self.handler_id:
                return {Party.HANDLER}
        return set()

    def proposer_phone_for(self, user) -> str:
        """The proposer's number: in full also for the unit that handles the proposal."""
        if Party.HANDLER in self.parties(user):
            return self.proposer.member.phone
        return self.proposer.phone_for(user)

    def is_editable_by(self, user) -> bool:
        may = {Party.PROPOSER, Party.OFFICE}
        return self.status == Status.DRAFT and bool(may & self.parties(user))

    @classmethod
    def is_entered_for_others_by(cls, user) -> bool:
        """Whether `user` writes down what members hand in on paper (代录)."""
        return user.acting.role == Role.STAFF

    @classmethod
    def earlier_on(cls, matter: str, user) -> list["Proposal"]:
        """Filed proposals of the county on the same matter, the likest first; only those whose
        proposer agreed to publication, because anybody who writes a proposal is shown them."""
        filed = cls.objects.filter(
            county=user.acting.county_id, status__in=NUMBERED, is_public=True
        )
        likest = alike(matter, filed.order_by("-pk").values_list("pk", "title"))
        found = filed.prefetch_related("replies").in_bulk(likest)
        return [found[pk] for pk in likest]

    def may_be_followed_up_by(self, user) -> bool:
        """Whether `user` keeps the follow-up of what the reply promises."""
        return bool({Party.OFFICE, Party.COUNTY} & self.parties(user))

    def may_be_promised_by(self, user) -> bool:
        is_ripe = self.status in ANSWERED and self.follow_up_id is None
        return is_ripe and self.may_be_followed_up_by(user)

    def enter(self, *, by):
        self.year = self.county.proposal_year(clock.today())
        self.is_by_office = self.is_entered_for_others_by(by)
        super().enter(by=by)

    def sign_jointly(self, memberships, *, by):
        """Name the members who sign with the first signer (联名), in place of those before."""
        with transaction.atomic():
            self.cosigners.all().delete()
            Cosigner.objects.bulk_create(
                Cosigner(county_id=self.county_id, proposal=self, membership=membership)
                for membership in memberships
            )
            audit.record("sign_jointly", by=by, target=self, members=len(memberships))

    def submit(self, *, by, on=None, **act):
        """Hand it in under the next serial number (流水号) of the proposal year of that day, for a
        task of that calendar year's plan."""
        if not (self.situation and self.advice):
            raise ValidationError("提案还没有写完，请先点“修改”，补上情况与分析和具体建议。")
        on = on or clock.today()
        year = self.county.proposal_year(on)
        with transaction.atomic():
            serial = NumberCounter.next(county_id=self.county_id, series="serial", year=year)
            counted = {"year": year, "serial": serial, "submitted_on": on}
            self.advance(Action.SUBMIT, by=by, on=on, task=self.task_of(on), **counted, **act)

    def withdraw(self, **act):
        self.advance(Action.WITHDRAW, **act)

    def file(self, **act):
        """Take the proposal up (立案) under the next proposal number of its year."""
        with transaction.atomic():
            number = NumberCounter.next(county_id=self.county_id, series="number", year=self.year)
            self.advance(Action.FILE, number=number, **act)

    def decline(self, *, refusal, note="", **act):
        """Refuse to file it; the proposer is always shown the coded reason."""
        self.advance(Action.DECLINE, refusal=refusal, note=note or refusal.name, **act)

    def assign(self, *, handler, on=None, **act):
        """Hand it to a unit; the reply is due by the county's limit from that day."""
        on = on or clock.today()
        limit = Deadline.objects.get(county=self.county_id, key=Deadline.Key.REPLY)
        self.advance(
            Action.ASSIGN,
            on=on,
            handler=handler,
            assigned_on=on,
            due_on=limit.due_on(on),
            note=handler.name,
            **act,
        )

    def hand_back(self, *, note, **act):
        """The unit asks for it to be assigned elsewhere (申退)."""
        self.advance(
            Action.HAND_BACK, note=note, handler=None, assigned_on=None, due_on=None, **act
        )

    def sign(self, **act):
        self.advance(Action.SIGN, **act)

    def reply(self, *, answer_class, text, contact="", by, on=None, **act):
        """Answer the proposer; earlier replies stay readable."""
        with transaction.atomic():
            self.advance(Action.REPLY, by=by, on=on, **act)
            self.replies.create(
                **self.tenant,
                unit=self.handler,
                on=on or clock.today(),
                answer_class=answer_class,
                text=text,
                contact=contact,
            )

    def accept(self, *, satisfaction, comment="", **act):
        """The proposer grades the reply and is satisfied; the proposal is closed (办结)."""
        self._answer_reply(Action.ACCEPT, satisfaction, comment, act)

    def contest(self, *, comment, satisfaction=None, **act):
        """The proposer is not satisfied; the unit handles it again (重新办理). The grade need not
        be chosen where the county offers one only."""
        grade = satisfaction or self._grades().unsatisfied().first()
        self._answer_reply(Action.CONTEST, grade, comment, act)

    def _grades(self):
        return Satisfaction.objects.filter(county=self.county_id)

    def _answer_reply(self, action, satisfaction, comment, act):
        with transaction.atomic():
            self.advance(action, note=comment, **act)
            latest = self.replies.order_by("-pk")[:1].values("pk")
            self.replies.filter(pk__in=latest).update(satisfaction=satisfaction, comment=comment)

    def promise(self, *, by, due_on=None) -> FollowUp:
        """Put what the reply promises on the follow-up list (跟踪落实), once."""
        if not self.may_be_followed_up_by(by):
            raise PermissionDenied
        if not self.may_be_promised_by(by):
            raise StaleRecordError
        with transaction.atomic():
            follow_up = FollowUp(
                **self.tenant,
                title=self.title,
                unit_name=self.handler.name if self.handler else "",
                due_on=due_on,
            )
            follow_up.enter(by=by)
            self.revise(by=by, follow_up=follow_up)
        return follow_up


class ProposalEvent(CountyRecord, WorkflowEvent):
    """One move of a proposal."""

    record = TenantKey("proposals.Proposal", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "提案流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="propevent_by_record")]
        constraints = CountyRecord.Meta.constraints
