"""Counties with their words, limits and targets; townships and who heads them."""

from counties.models.county import County, GuidingText
from counties.models.deadlines import Deadline
from counties.models.dictionaries import (
    ActivityKind,
    AdoptionLevel,
    AnswerClass,
    DutyGrade,
    ProposalCategory,
    RefusalReason,
    Satisfaction,
    Sector,
    SupervisionForm,
    Term,
    Unit,
)
from counties.models.targets import Target
from counties.models.tenancy import CountyRecord, TownshipRecord
from counties.models.township import GroupPost, Township

__all__ = [
    "ActivityKind",
    "AdoptionLevel",
    "AnswerClass",
    "County",
    "CountyRecord",
    "Deadline",
    "DutyGrade",
    "GroupPost",
    "GuidingText",
    "ProposalCategory",
    "RefusalReason",
    "Satisfaction",
    "Sector",
    "SupervisionForm",
    "Target",
    "Term",
    "Township",
    "TownshipRecord",
    "Unit",
]
