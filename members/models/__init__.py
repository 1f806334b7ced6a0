"""Members and their terms, what is kept of them, and the archive of old papers."""

from members.models.archive import OldPaper
from members.models.ledger import Engagement, Honour, Pairing
from members.models.membership import Membership
from members.models.people import Member
from members.models.personal import Correction, Portrait

__all__ = [
    "Correction",
    "Engagement",
    "Honour",
    "Member",
    "Membership",
    "OldPaper",
    "Pairing",
    "Portrait",
]
