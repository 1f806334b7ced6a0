"""A member's proposal to the county CPPCC, from the draft to what was really done."""

from django.db import models, transaction
from django.db.models import Count, F, Q
from django.urls import reverse

from activities.models import FollowUp
from cppcc import clock
from cppcc.tenancy import tenant_key
from cppcc.workflow import WorkflowEvent, WorkflowModel
from members.models import CountyRecord, Deadline, TownshipRecord
from members.models.tenancy import TenantQuerySet
from members.roles import Role
from proposals import workflow
from proposals.workflow import AT_HANDLER, NUMBERED, SUBMITTED, Action, Party, Status


class NumberCounter(CountyRecord):
    """The last number given in a series (流水号, 提案号): gap-free, never reused."""

    series = models.CharField("序列", max_length=20)
    year = models.PositiveSmallIntegerField("年度")
    last = models.PositiveIntegerField("最后编号", default=0)

    class Meta:
        verbose_name = "编号"
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "series", "year"], name="one_counter_a_series"
            ),
        ]

    def __str__(self):
        return f"{self.series} {self.year}：{self.last}"

    @classmethod
    def next(cls, *, county_id: int, series: str, year: int) -> int:
        """The next number. The row stays locked until the caller's transaction ends, so that a
        number given in a transaction that fails is given again."""
        key = {"county_id": county_id, "series": series, "year": year}
        cls.objects.get_or_create(**key)
        cls.objects.filter(**key).update(last=F("last") + 1)
        return cls.objects.get(**key).last


class ProposalQuerySet(TenantQuerySet):
    def visible_to(self, user):
        acting = user.acting
        in_county = self.filter(county=acting.county_id)
        match acting.role:
            case Role.COUNTY:
                return in_county.exclude(status=Status.DRAFT)
            case Role.STAFF:
                return in_county.filter(township=acting.township_id)
            case Role.MEMBER:
                own = Q(proposer__member__user=user)
                signed = Q(
                    pk__in=Cosigner.objects.filter(membership__member__user=user).values("proposal")
                )
                return in_county.filter(own | signed)
            case Role.LEADER:
                return in_county.filter(township=acting.township_id, status__in=NUMBERED)
            case Role.UNIT:
                return in_county.filter(handler=acting.unit_id, handler__isnull=False)
        return self.none()

    def submitted_in(self, first, last):
        """Proposals that count as submitted, by the day of submission; 撤案 does not count."""
        return self.filter(status__in=SUBMITTED, submitted_on__range=(first, last))

    def overdue(self, on):
        return self.filter(status__in=AT_HANDLER, due_on__lt=on)

    def for_list(self):
        return (
            self.select_related("proposer__member", "township", "handler", "follow_up")
            .annotate(cosigner_count=Count("cosigners"))
            .order_by("-year", F("number").desc(nulls_last=True), "-pk")
        )


class Proposal(TownshipRecord, WorkflowModel):
    """A proposal (提案): one matter, written by a member, filed only by the county."""

    TRANSITIONS = workflow.TRANSITIONS
    Action = Action

    proposer = tenant_key("members.Membership", related_name="proposals", verbose_name="第一提案人")
    year = models.PositiveSmallIntegerField("提案年度", editable=False)
    category = tenant_key("members.ProposalCategory", verbose_name="类别")
    title = models.CharField("案由", max_length=100)
    situation = models.TextField("情况与分析")
    advice = models.TextField("具体建议")
    is_public = models.BooleanField("同意公开", default=True)
    suggested_unit = tenant_key(
        "members.Unit", null=True, blank=True, related_name="+", verbose_name="建议承办单位"
    )
    serial = models.PositiveIntegerField("流水号", null=True, editable=False)
    number = models.PositiveIntegerField("提案号", null=True, editable=False)
    submitted_on = models.DateField("提交日期", null=True, editable=False)
    handler = tenant_key(
        "members.Unit", null=True, editable=False, related_name="+", verbose_name="承办单位"
    )
    assigned_on = models.DateField("交办日期", null=True, editable=False)
    due_on = models.DateField("答复期限", null=True, editable=False)
    refusal = tenant_key(
        "members.RefusalReason", null=True, editable=False, verbose_name="不予立案理由"
    )
    follow_up = tenant_key(
        "activities.FollowUp", null=True, editable=False, related_name="proposals"
    )
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

    def parties(self, user) -> set[Party]:
        acting = user.acting
        if acting.county_id != self.county_id:
            return set()
        in_township = acting.township_id == self.township_id
        match acting.role:
            case Role.COUNTY:
                return {Party.COUNTY}
            case Role.STAFF if in_township:
                return {Party.OFFICE}
            case Role.MEMBER if self.proposer.member.user_id == user.pk:
                return {Party.PROPOSER}
            case Role.UNIT if acting.unit_id == self.handler_id:
                return {Party.HANDLER}
        return set()

    def is_editable_by(self, user) -> bool:
        may = {Party.PROPOSER, Party.OFFICE}
        return self.status == Status.DRAFT and bool(may & self.parties(user))

    def submit(self, *, by, on=None, **act):
        """Hand it in under the next serial number (流水号) of the county's proposal year."""
        with transaction.atomic():
            serial = NumberCounter.next(county_id=self.county_id, series="serial", year=self.year)
            self.advance(
                Action.SUBMIT, by=by, on=on, serial=serial, submitted_on=on or clock.today(), **act
            )

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
                county_id=self.county_id,
                township_id=self.township_id,
                unit=self.handler,
                on=on or clock.today(),
                answer_class=answer_class,
                text=text,
                contact=contact,
            )

    def accept(self, *, satisfaction, comment="", **act):
        """The proposer is satisfied with the reply; the proposal is closed (办结)."""
        self._answer_reply(Action.ACCEPT, satisfaction, comment, act)

    def contest(self, *, comment, **act):
        """The proposer is not satisfied; the unit handles it again (重新办理)."""
        self._answer_reply(Action.CONTEST, Reply.Satisfaction.UNSATISFIED, comment, act)

    def _answer_reply(self, action, satisfaction, comment, act):
        with transaction.atomic():
            self.advance(action, note=comment, **act)
            latest = self.replies.order_by("-pk")[:1].values("pk")
            self.replies.filter(pk__in=latest).update(satisfaction=satisfaction, comment=comment)

    def promise(self, *, by, due_on=None) -> FollowUp:
        """Put what the reply promises on the follow-up list (跟踪落实)."""
        with transaction.atomic():
            follow_up = FollowUp(
                county_id=self.county_id,
                township_id=self.township_id,
                title=self.title,
                unit_name=self.handler.name if self.handler else "",
                due_on=due_on,
            )
            follow_up.enter(by=by)
            self.revise(by=by, follow_up=follow_up)
        return follow_up


class ProposalEvent(CountyRecord, WorkflowEvent):
    """One move of a proposal."""

    record = tenant_key("proposals.Proposal", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "提案流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="propevent_by_record")]
        constraints = CountyRecord.Meta.constraints


class Cosigner(CountyRecord):
    """A member who signs a joint proposal (联名人)."""

    proposal = tenant_key("proposals.Proposal", related_name="cosigners")
    membership = tenant_key("members.Membership", related_name="cosigned", verbose_name="联名委员")

    class Meta:
        verbose_name = "联名"
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "proposal", "membership"], name="cosigner_signs_once"
            ),
        ]

    def __str__(self):
        return str(self.membership)


class Reply(TownshipRecord):
    """A unit's reply to a proposal (答复), and what the proposer says of it."""

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", "满意"
        MOSTLY = "mostly", "基本满意"
        UNSATISFIED = "unsatisfied", "不满意"

    proposal = tenant_key("proposals.Proposal", related_name="replies")
    unit = tenant_key("members.Unit", verbose_name="承办单位")
    on = models.DateField("答复日期")
    answer_class = tenant_key("members.AnswerClass", verbose_name="答复类别")
    text = models.TextField("答复内容")
    contact = models.CharField("联系人及电话", max_length=50, blank=True)
    satisfaction = models.CharField(
        "委员反馈", max_length=20, choices=Satisfaction.choices, blank=True
    )
    comment = models.TextField("反馈意见", blank=True)

    class Meta:
        verbose_name = "答复"
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["county", "proposal", "on"], name="reply_by_proposal")]
        constraints = TownshipRecord.Meta.constraints

    def __str__(self):
        return f"{self.unit} {self.on}"
