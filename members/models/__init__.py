"""Counties and their dictionaries, townships, terms, users and their appointments, members."""

from members.models.access import Invitation, LoginSession, RecoveryCode
from members.models.appointments import Appointment
from members.models.archive import OldPaper
from members.models.county import County, GuidingText, Term, Township, Unit
from members.models.deadlines import Deadline
from members.models.dictionaries import (
    ActivityKind,
    AdoptionLevel,
    AnswerClass,
    DutyGrade,
    ProposalCategory,
    RefusalReason,
    Satisfaction,
    Sector,
    SupervisionForm,
)
from members.models.groups import GroupPost, TargetLine, TargetSheet, TargetSheetEvent
from members.models.ledger import Engagement, Honour, Pairing
from members.models.papers import (
    CountyPaper,
    CountyPaperEvent,
    KeyPoint,
    PaperFile,
)
from members.models.people import Member, Membership
from members.models.personal import Correction, Portrait
from members.models.receipts import Receipt, ReceiptEvent
from members.models.targets import Target
from members.models.tenancy import CountyRecord, TownshipRecord
from members.models.users import User

__all__ = [
    "ActivityKind",
    "AdoptionLevel",
    "AnswerClass",
    "Appointment",
    "Correction",
    "County",
    "CountyPaper",
    "CountyPaperEvent",
    "CountyRecord",
    "Deadline",
    "DutyGrade",
    "Engagement",
    "GroupPost",
    "GuidingText",
    "Honour",
    "Invitation",
    "KeyPoint",
    "LoginSession",
    "Member",
    "Membership",
    "OldPaper",
    "Pairing",
    "PaperFile",
    "Portrait",
    "ProposalCategory",
    "Receipt",
    "ReceiptEvent",
    "RecoveryCode",
    "RefusalReason",
    "Satisfaction",
    "Sector",
    "SupervisionForm",
    "Target",
    "TargetLine",
    "TargetSheet",
    "TargetSheetEvent",
    "Term",
    "Township",
    "TownshipRecord",
    "Unit",
    "User",
]
