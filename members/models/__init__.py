"""Counties and their dictionaries, townships, terms, users and their appointments, members."""

from members.models.county import County, GuidingText, Term, Township, Unit
from members.models.dictionaries import (
    ActivityKind,
    AnswerClass,
    Deadline,
    ProposalCategory,
    RefusalReason,
    Sector,
)
from members.models.people import Engagement, Honour, Member, Membership, Pairing
from members.models.targets import Target
from members.models.tenancy import CountyRecord, TownshipRecord
from members.models.users import Appointment, User

__all__ = [
    "ActivityKind",
    "AnswerClass",
    "Appointment",
    "County",
    "CountyRecord",
    "Deadline",
    "Engagement",
    "GuidingText",
    "Honour",
    "Member",
    "Membership",
    "Pairing",
    "ProposalCategory",
    "RefusalReason",
    "Sector",
    "Target",
    "Term",
    "Township",
    "TownshipRecord",
    "Unit",
    "User",
]
