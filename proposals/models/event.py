"""The road of a proposal: every move it made."""

from django.db import models

from counties.models import CountyRecord
from cppcc.tenancy import TenantKey
from cppcc.workflow import WorkflowEvent


class ProposalEvent(CountyRecord, WorkflowEvent):
    """One move of a proposal."""

    record = TenantKey("proposals.Proposal", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "提案流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="propevent_by_record")]
        constraints = CountyRecord.Meta.constraints
