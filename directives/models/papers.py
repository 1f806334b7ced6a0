"""Papers of the county (上级文件): its points for a year, its notices."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Prefetch, Q
from django.urls import reverse

from counties.models.tenancy import CountyRecord
from counties.models.township import Township
from counties.roles import Role
from cppcc import clock
from cppcc.attachments import Attachment, Checked
from cppcc.order import remove_unused
from cppcc.tenancy import TenantKey
from cppcc.workflow import WorkflowEvent, WorkflowModel
from directives import workflow
from directives.models.receipts import Receipt
from directives.workflow import PaperAction, PaperStatus, Party, SheetStatus


class CountyPaperQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The county's own; a township's offices what was handed down to it, also what has been
        withdrawn since; its members only what is in force."""
        acting = user.acting
        to_here = Q(county=acting.county_id, receipts__township=acting.township_id)
        match acting.role:
            case Role.COUNTY:
                return self.filter(county=acting.county_id)
            case Role.STAFF | Role.LEADER:
                return self.filter(to_here).exclude(status=PaperStatus.DRAFT)
            case Role.MEMBER:
                return self.filter(to_here, status=PaperStatus.HANDED_DOWN)
        return self.none()

    def of_year(self, year: int):
        return self.filter(year=year)

    def successor_of(self, paper: "CountyPaper") -> "CountyPaper | None":
        """The paper that holds in place of one that has been withdrawn."""
        if not paper.is_withdrawn:
            return None
        return self.filter(replaces=paper, status=PaperStatus.HANDED_DOWN).first()

    def for_list(self, user):
        """With `seen_receipts`: those that `user` may see."""
        receipts = Receipt.objects.visible_to(user).for_list()
        listed = self.prefetch_related(Prefetch("receipts", receipts, "seen_receipts"))
        return listed.order_by("-dated_on", "-pk")

    def for_detail(self, user):
        return self.for_list(user).select_related("county", "replaces").prefetch_related("points")


class CountyPaper(CountyRecord, WorkflowModel):
    """A paper that the county hands down to its townships (上级文件): 工作要点, a notice.

    What has been handed down is never edited: a further paper replaces it, or it is withdrawn.
    """

    TRANSITIONS = workflow.PAPER_TRANSITIONS
    Action = PaperAction
    ENTERED_BY = frozenset({Role.COUNTY})

    class Kind(models.TextChoices):
        KEY_POINTS = "key_points", "工作要点"
        NOTICE = "notice", "通知"
        OTHER = "other", "其他"

    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("类别", max_length=20, choices=Kind.choices, default=Kind.NOTICE)
    title = models.CharField("标题", max_length=100)
    number = models.CharField("发文字号", max_length=40, blank=True)
    dated_on = models.DateField("成文日期")
    text = models.TextField("正文", blank=True)
    replaces = TenantKey(
        "directives.CountyPaper",
        null=True,
        related_name="successors",
        editable=False,
        verbose_name="代替的文件",
    )
    status = models.CharField(
        "状态",
        max_length=20,
        choices=PaperStatus.choices,
        default=PaperStatus.DRAFT,
        editable=False,
    )

    objects = CountyPaperQuerySet.as_manager()

    class Meta:
        verbose_name = "上级文件"
        indexes = [models.Index(fields=["county", "-year"], name="countypaper_by_year")]
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "replaces"], name="paper_replaced_once"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("county_papers:detail", args=[self.pk])

    def parties(self, user) -> set[Party]:
        return {Party.COUNTY} if self.role_here(user) == Role.COUNTY else set()

    def is_editable_by(self, user) -> bool:
        return self.status == PaperStatus.DRAFT and super().is_editable_by(user)

    def may_be_replaced_by(self, user) -> bool:
        """Whether `user` may draft the paper that takes this one's place."""
        return self.status == PaperStatus.HANDED_DOWN and Party.COUNTY in self.parties(user)

    @property
    def is_withdrawn(self) -> bool:
        return self.status == PaperStatus.WITHDRAWN

    def actions_for(self, user) -> list[str]:
        """Nothing is handed down further (补发) where every township has it."""
        actions = super().actions_for(user)
        if PaperAction.EXTEND in actions and not self.further_townships().exists():
            actions.remove(PaperAction.EXTEND)
        return actions

    def further_townships(self):
        """The townships that do not have the paper."""
        others = Township.objects.filter(county=self.county_id)
        return others.exclude(pk__in=self.receipts.values("township"))

    def hand_down(self, *, townships: Iterable[Township], **act):
        """Hand the paper down to these townships; what it replaces is withdrawn with that."""
        with transaction.atomic():
            self.advance(PaperAction.HAND_DOWN, **act)
            self._give_to(townships, act.get("on"))
            old = self.replaces
            if old is not None and old.status == PaperStatus.HANDED_DOWN:
                old.withdraw(by=act["by"], on=act.get("on"), note=f"由《{self}》代替。")

    def extend(self, *, townships: Iterable[Township], **act):
        """Hand it down to further townships (补发)."""
        with transaction.atomic():
            self.advance(PaperAction.EXTEND, **act)
            self._give_to(townships, act.get("on"))

    def _give_to(self, townships: Iterable[Township], on) -> None:
        receipts = [
            Receipt(
                county_id=self.county_id,
                township=one,
                paper=self,
                handed_on=on or clock.today(),
                status=SheetStatus.HANDED_DOWN,
            )
            for one in townships
        ]
        if not receipts:
            raise ValidationError({"townships": "请至少选一个乡镇。"})
        Receipt.objects.bulk_create(receipts)

    def withdraw(self, *, note: str, **act):
        """Withdraw it (撤回): it stays readable where it was handed down, and holds no longer."""
        self.advance(PaperAction.WITHDRAW, note=note, **act)

    def set_points(self, points: Iterable[tuple[str, str]]) -> None:
        """Replace the points of a draft by these: (heading, text)."""
        with transaction.atomic():
            self.points.all().delete()
            self.points.bulk_create(
                self.points.model(
                    county_id=self.county_id,
                    paper=self,
                    position=position,
                    heading=heading,
                    text=text,
                )
                for position, (heading, text) in enumerate(points, 1)
            )

    def hold_draft(self, *, by) -> None:
        """Keep it a draft until the end of the transaction, or raise PermissionDenied."""
        stored = CountyPaper.objects.select_for_update(no_key=True).get(pk=self.pk)
        if not stored.is_editable_by(by):
            raise PermissionDenied

    def remove(self, *, by, version: int) -> None:
        """Delete a draft with its points and files; StaleRecordError if it was edited since."""
        with transaction.atomic():
            self.hold_draft(by=by)
            files = list(self.files.all())
            self.files.all().delete()
            self.points.all().delete()
            remove_unused(self, by=by, version=version, refusal=PermissionDenied())
            for file in files:
                transaction.on_commit(file.discard)

    def attach(self, file: Checked, *, by) -> Attachment:
        """Keep a file with the draft."""
        with transaction.atomic():
            self.hold_draft(by=by)
            attached = self.files.model(county_id=self.county_id, paper=self)
            attached.take(file)
            attached.enter(by=by)
        return attached


class CountyPaperEvent(CountyRecord, WorkflowEvent):
    """One move of a paper."""

    record = TenantKey("directives.CountyPaper", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "上级文件流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="paperevent_by_record")]
        constraints = CountyRecord.Meta.constraints
