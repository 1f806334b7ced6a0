"""What a unit answers to a proposal."""

from django.db import models

from counties.models import TownshipRecord
from cppcc.tenancy import TenantKey


class Reply(TownshipRecord):
    """A unit's reply to a proposal (答复), and what the proposer says of it."""

    proposal = TenantKey("proposals.Proposal", related_name="replies")
    unit = TenantKey("counties.Unit", verbose_name="承办单位")
    on = models.DateField("答复日期")
    answer_class = TenantKey("counties.AnswerClass", verbose_name="答复类别")
    text = models.TextField("答复内容")
    contact = models.CharField("联系人及电话", max_length=50, blank=True)
    satisfaction = TenantKey(
        "counties.Satisfaction", null=True, blank=True, verbose_name="委员反馈"
    )
    comment = models.TextField("反馈意见", blank=True)

    class Meta:
        verbose_name = "答复"
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["county", "proposal", "on"], name="reply_by_proposal")]
        constraints = TownshipRecord.Meta.constraints

    def __str__(self):
        return f"{self.unit} {self.on}"
