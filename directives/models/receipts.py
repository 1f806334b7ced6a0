"""Which townships have a paper of the county, and who signed for it there (签收)."""

from django.db import models

from counties.models.tenancy import CountyRecord, TownshipRecord
from cppcc.tenancy import TenantKey
from cppcc.workflow import WorkflowEvent
from directives import workflow
from directives.models.handed import HandedDown, HandedQuerySet
from directives.workflow import PaperStatus, Party, ReceiptAction


class ReceiptQuerySet(HandedQuerySet):
    def to_receive(self):
        """What nobody has signed for, and is still in force."""
        return super().to_receive().filter(paper__status=PaperStatus.HANDED_DOWN)

    def for_list(self):
        rows = self.select_related("township", "paper").prefetch_related("events")
        return rows.order_by("township__name")


class Receipt(HandedDown):
    """That a paper was handed down to a township, and who signed for it there (签收)."""

    TRANSITIONS = workflow.RECEIPT_TRANSITIONS
    Action = ReceiptAction

    paper = TenantKey("directives.CountyPaper", related_name="receipts")
    handed_on = models.DateField("下发日期", editable=False)

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = "文件签收"
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "paper", "township"], name="one_receipt_a_township"
            ),
        ]

    def __str__(self):
        return str(self.paper)

    def get_absolute_url(self):
        return self.paper.get_absolute_url()

    def parties(self, user) -> set[Party]:
        """Nobody signs for what has been withdrawn."""
        return set() if self.paper.is_withdrawn else super().parties(user)

    @property
    def received(self) -> "ReceiptEvent | None":
        """Who signed for it, and when; of a receipt fetched with its events."""
        return self.moved_on(ReceiptAction.RECEIVE)


class ReceiptEvent(CountyRecord, WorkflowEvent):
    """That a paper was signed for."""

    record = TenantKey("directives.Receipt", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "文件签收经过"
        indexes = [models.Index(fields=["county", "record", "on"], name="receiptevent_by_record")]
        constraints = CountyRecord.Meta.constraints
