"""The yearly form of a member (委员年度履职登记表): the member's words, the opinions, the grade."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from counties.models import CountyRecord, TownshipRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc.tenancy import TenantKey
from cppcc.workflow import WorkflowEvent, WorkflowModel
from summaries import workflow
from summaries.workflow import DutyAction, DutyParty, DutyStatus


class DutySheetQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The office's own members'; a member the own; the county what has once reached it."""
        seen = self.filter(county=user.acting.county_id)
        match user.acting.role:
            case Role.STAFF:
                return seen.filter(township=user.acting.township_id)
            case Role.MEMBER:
                return seen.filter(membership__member__user=user)
            case Role.COUNTY:
                signed = DutySheetEvent.objects.filter(
                    county=OuterRef("county"), record=OuterRef("pk"), action=DutyAction.SIGN
                )
                return seen.filter(Exists(signed))
        return self.none()

    def drafts(self):
        return self.filter(status=DutyStatus.DRAFT)

    def to_sign(self):
        return self.filter(status=DutyStatus.SUBMITTED)

    def to_rate(self):
        return self.filter(status=DutyStatus.SIGNED)

    def of(self, memberships, year):
        """The forms of these members in one year."""
        return self.filter(membership__in=memberships, year=year).select_related("grade")

    def for_detail(self):
        return self.select_related(
            "township__county",
            "grade",
            "membership__member",
            "membership__sector",
            "membership__term",
            "membership__township",
        )


class DutySheet(TownshipRecord, WorkflowModel):
    """A member's form of one year (履职登记表). Its numbers are counted from the records; they
    are kept (`counted`) when the county has given the grade, so that the paper stays as it was.
    """

    TRANSITIONS = workflow.DUTY_TRANSITIONS
    Action = DutyAction
    ENTERED_BY = frozenset({Role.STAFF, Role.MEMBER})

    membership = TenantKey("members.Membership", related_name="sheets", verbose_name="委员")
    year = models.PositiveSmallIntegerField("年度", editable=False)
    own_summary = models.TextField("本人小结")
    office_opinion = models.TextField("联工委意见", blank=True, editable=False)
    county_opinion = models.TextField("县政协意见", blank=True, editable=False)
    grade = TenantKey(
        "counties.DutyGrade", null=True, blank=True, editable=False, verbose_name="等次"
    )
    counted = models.JSONField("评定时的数字", null=True, editable=False)
    status = models.CharField(
        "状态",
        max_length=20,
        choices=DutyStatus.choices,
        default=DutyStatus.DRAFT,
        editable=False,
    )

    objects = DutySheetQuerySet.as_manager()

    class Meta:
        verbose_name = "履职登记表"
        indexes = [models.Index(fields=["county", "year", "status"], name="dutysheet_by_year")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "membership", "year"],
                name="one_sheet_a_member_and_year",
                violation_error_message="这位委员本年度的登记表已经有了。",
            ),
            models.CheckConstraint(
                condition=Q(status=DutyStatus.RATED, grade__isnull=False)
                | ~Q(status=DutyStatus.RATED) & Q(grade__isnull=True),
                name="rated_sheet_has_grade",
                violation_error_message="评定了的登记表有等次，没有评定的没有。",
            ),
        ]

    def __str__(self):
        return f"{self.membership}{self.year}年度履职登记表"

    def get_absolute_url(self):
        return reverse("summaries:sheet", args=[self.pk])

    def parties(self, user) -> set[DutyParty]:
        match self.role_here(user):
            case Role.COUNTY:
                return {DutyParty.COUNTY}
            case Role.STAFF:
                return {DutyParty.OFFICE}
            case Role.MEMBER if self.membership.member.user_id == user.pk:
                return {DutyParty.MEMBER}
        return set()

    def is_editable_by(self, user) -> bool:
        may = {DutyParty.MEMBER, DutyParty.OFFICE}
        return self.status == DutyStatus.DRAFT and bool(may & self.parties(user))

    def submit(self, **act):
        if not self.own_summary.strip():
            raise ValidationError("本人小结还没有写，请先点“修改”补上。")
        self.advance(DutyAction.SUBMIT, **act)

    def send_back(self, *, note, **act):
        self.advance(DutyAction.SEND_BACK, note=note, **act)

    def sign(self, *, office_opinion, signed_by, **act):
        """The body's opinion under the name of its head."""
        act |= {"decided_by": signed_by, "office_opinion": office_opinion}
        self.advance(DutyAction.SIGN, **act)

    def hand_back(self, *, note, **act):
        self.advance(DutyAction.HAND_BACK, note=note, **act)

    def rate(self, *, grade, county_opinion, rated_by, counted, **act):
        """The county's opinion and grade, under the name of who decided (such as 主席会议)."""
        act |= {"grade": grade, "county_opinion": county_opinion, "counted": counted}
        self.advance(DutyAction.RATE, decided_by=rated_by, **act)

    def reopen(self, *, note, **act):
        """Take a grade back, to mend it; the numbers are live again."""
        self.advance(DutyAction.REOPEN, note=note, grade=None, counted=None, **act)


class DutySheetEvent(CountyRecord, WorkflowEvent):
    """One move of a form."""

    record = TenantKey("summaries.DutySheet", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "履职登记表流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="dutyevent_by_record")]
        constraints = CountyRecord.Meta.constraints
