"""Reports that the year writes and a person finishes, and their frozen copies."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from counties.models import CountyRecord, TownshipRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc import audit, clock
from cppcc.tenancy import TenantKey
from cppcc.workflow import StaleRecordError, Versioned, WorkflowEvent, WorkflowModel
from summaries import workflow
from summaries.workflow import EDITABLE, SENT, Action, Party, Status


class ReportQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """A township's own reports; the county those that have reached it, also when returned."""
        seen = super().visible_to(user)
        if user.acting.role == Role.COUNTY:
            return seen.filter(Exists(ReportedCopy.objects.filter(report=OuterRef("pk"))))
        return seen

    def unreported(self):
        """Reports that are still with their township, also those that were returned."""
        return self.exclude(status__in=SENT)

    def accepted(self):
        return self.filter(status=Status.ACCEPTED)

    def waiting_at_county(self):
        return self.filter(status=Status.REPORTED)

    def for_list(self):
        return self.select_related("township").order_by("-year", "township__name", "pk")


class Report(TownshipRecord, WorkflowModel):
    """A report of a township's year (年终总结), in sections, with figures as live tokens."""

    TRANSITIONS = workflow.TRANSITIONS
    Action = Action

    class Kind(models.TextChoices):
        YEAR_END = "year_end", "年终总结"

    kind = models.CharField(
        "种类", max_length=20, choices=Kind.choices, default=Kind.YEAR_END, editable=False
    )
    year = models.PositiveSmallIntegerField("年度", editable=False)
    title = models.CharField("标题", max_length=100)
    cutoff_on = models.DateField("数据截至日")
    signed_by = models.CharField("签发人", max_length=50, blank=True, editable=False)
    signed_on = models.DateField("签发日期", null=True, editable=False)
    status = models.CharField(
        "状态", max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "年终总结"
        indexes = [models.Index(fields=["county", "year", "status"], name="report_by_year")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "township", "kind", "year"],
                name="one_report_a_kind_and_year",
                violation_error_message="本年度的年终总结已经有了。",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT) | ~Q(signed_by="") & Q(signed_on__isnull=False),
                name="signed_report_names_its_signer",
                violation_error_message="签发的总结必须有签发人和日期。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("summaries:detail", args=[self.pk])

    def parties(self, user) -> set[Party]:
        of_role = {Role.COUNTY: {Party.COUNTY}, Role.STAFF: {Party.OFFICE}}
        return of_role.get(self.role_here(user), set())

    def is_own(self, user) -> bool:
        """Whether the reader belongs to the township whose report this is."""
        return user.acting.township_id == self.township_id

    def is_editable_by(self, user) -> bool:
        return self.status in EDITABLE and Party.OFFICE in self.parties(user)

    @property
    def is_frozen(self) -> bool:
        """Whether what is shown is the frozen copy rather than the live records."""
        return self.status in SENT

    def rewrite(self, *, by, version, title, cutoff_on, sections) -> None:
        """Save the edited text as a whole: [(heading, body)] in order."""
        if not self.is_editable_by(by):
            raise StaleRecordError
        self._update(version, {"status": self.status}, {"title": title, "cutoff_on": cutoff_on})
        self.sections.all().delete()
        ReportSection.objects.bulk_create(
            ReportSection(
                **self.tenant,
                report=self,
                position=position,
                heading=heading,
                body=body,
            )
            for position, (heading, body) in enumerate(sections)
        )
        audit.record("rewrite", by=by, target=self)

    def sign(self, *, signed_by, on=None, **act):
        """The head of the body signs it (签发); the text no longer changes, figures still do."""
        on = on or clock.today()
        signed = {"signed_by": signed_by, "signed_on": on, "decided_by": signed_by}
        self.advance(Action.SIGN, on=on, **signed, **act)

    def reopen(self, **act):
        self.advance(Action.REOPEN, signed_by="", signed_on=None, **act)

    def report(self, **act):
        self.advance(Action.REPORT, **act)

    def accept(self, **act):
        self.advance(Action.ACCEPT, **act)

    def send_back(self, *, note, **act):
        """The county returns it with a reason; the copy it has seen stays readable."""
        self.advance(Action.SEND_BACK, note=note, signed_by="", signed_on=None, **act)

    @property
    def copy(self) -> "ReportedCopy | None":
        """What the county last received."""
        return self.copies.order_by("-pk").first()


class ReportEvent(CountyRecord, WorkflowEvent):
    """One move of a report."""

    record = TenantKey("summaries.Report", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "总结流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="repevent_by_record")]
        constraints = CountyRecord.Meta.constraints


class ReportSection(TownshipRecord, Versioned):
    """A part of a report: a heading (none for the opening) and paragraphs with figure tokens."""

    report = TenantKey("summaries.Report", related_name="sections", on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField("次序")
    heading = models.CharField("标题", max_length=60, blank=True)
    body = models.TextField("正文", blank=True)

    class Meta:
        verbose_name = "总结部分"
        ordering = ["position"]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "report", "position"], name="report_position_used_once"
            ),
        ]

    def __str__(self):
        return self.heading or "开头"


class ReportedCopy(TownshipRecord):
    """What was reported (上报稿): text, figures, the records behind them, and the PDF, frozen."""

    report = TenantKey("summaries.Report", related_name="copies")
    reported_on = models.DateField("上报日期")
    text = models.JSONField("正文")
    pdf = models.BinaryField("PDF")
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = "上报稿"
        indexes = [models.Index(fields=["county", "report", "-id"], name="copy_by_report")]
        constraints = TownshipRecord.Meta.constraints

    def __str__(self):
        return f"{self.reported_on} {self.sha256[:8]}"


class FrozenFigureQuerySet(TenantQuerySet):
    def visible_to(self, user):
        reports = Report.objects.visible_to(user)
        return self.filter(county=user.acting.county_id, copy__report__in=reports)


class FrozenFigure(TownshipRecord):
    """A figure as it was reported: its number in words, and a line for each record behind it."""

    copy = TenantKey("summaries.ReportedCopy", related_name="figures")
    key = models.CharField("指标", max_length=50)
    name = models.CharField("名称", max_length=50)
    unit = models.CharField("单位", max_length=10)
    explanation = models.TextField("说明")
    shown = models.CharField("数值", max_length=20)
    records = models.JSONField("依据")

    objects = FrozenFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "上报指标"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "copy", "key"], name="figure_frozen_once"),
        ]

    def __str__(self):
        return f"{self.name} {self.shown}{self.unit}"

    def get_absolute_url(self):
        return reverse("summaries:frozen_figure", args=[self.copy.report_id, self.pk])
