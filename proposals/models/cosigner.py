"""Who signs a joint proposal."""

from django.db import models

from counties.models import CountyRecord
from cppcc.tenancy import TenantKey


class Cosigner(CountyRecord):
    """A member who signs a joint proposal (联名人)."""

    proposal = TenantKey("proposals.Proposal", related_name="cosigners")
    membership = TenantKey("members.Membership", related_name="cosigned", verbose_name="联名委员")

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
