"""What the papers of a proposal say, in words: nothing here knows a record."""

from dataclasses import dataclass, field
from datetime import date

from cppcc.documents.tree import Cell, label
from cppcc.periods import chinese_date

FEW = 3  # proposers named in an address; beyond, the first stands for all


@dataclass(frozen=True)
class Proposer:
    """The first proposer (第一提案人)."""

    name: str = ""
    sector: str = ""
    post: str = ""
    phone: str = ""


@dataclass(frozen=True)
class ReplyText:
    """A unit's reply; `letter` is its class (A, B …), `grade` what the proposer says of it."""

    unit: str
    on: date
    letter: str
    answer_class: str
    text: str
    contact: str = ""
    grade: str = ""
    comment: str = ""


@dataclass(frozen=True)
class ProposalText:
    """A proposal; whatever is not known yet is empty, and so is its box on the sheet."""

    body_name: str  # of the county's committee
    short_name: str = "县政协"
    year: int = 0
    number: int = 0
    serial: int = 0
    title: str = ""
    category: str = ""
    proposer: Proposer = field(default_factory=Proposer)
    cosigners: tuple[str, ...] = ()
    submitted_on: date | None = None
    is_public: bool | None = None
    situation: str = ""
    advice: str = ""
    suggested_unit: str = ""
    verdict: str = ""
    handler: str = ""
    assigned_on: date | None = None
    due_on: date | None = None
    replies: tuple[ReplyText, ...] = ()

    @property
    def mark(self) -> str:
        """2004年第12号: what the units call it by."""
        return f"{self.year}年第{self.number}号" if self.number else ""

    @property
    def proposers(self) -> str:
        """All who signed, the first one first."""
        return "、".join(filter(None, (self.proposer.name, *self.cosigners)))

    @property
    def addressee(self) -> str:
        """Whom a reply is written to: 赵耒委员, 赵耒、肖阳委员, or 赵耒等5位委员."""
        count = 1 + len(self.cosigners)
        if count > FEW:
            return f"{self.proposer.name}等{count}位委员"
        return f"{self.proposers}委员"


def dated(on: date | None) -> str:
    return chinese_date(on) if on else ""


def pair(name: str, value: str, *, across: int = 1) -> tuple[Cell, Cell]:
    """A label and the box beside it."""
    return label(name), Cell(value, across=across)
