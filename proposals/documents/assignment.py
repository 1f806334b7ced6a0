"""The order that hands a proposal to a unit (提案交办单)."""

from dataclasses import dataclass
from datetime import date

from cppcc.documents.tree import Cell, Document, Sheet, label
from proposals.documents.words import ProposalText, dated, pair

COLUMNS = (25, 53, 25, 53)  # millimetres
SEAL = "（章）　年　月　日"
SIGNED = "年　月　日"


@dataclass(frozen=True)
class Limits:
    """By when the unit has to do what: the county's limits in words, and the day they end on.

    `reply` is empty where the day no longer follows from the county's limit.
    """

    hand_back: str
    hand_back_on: date
    reply: str = ""
    classes: tuple[str, ...] = ()
    supervisor: str = ""


def assignment_document(proposal: ProposalText, limits: Limits) -> Document:
    """Number, matter, unit and due date, what is asked of the reply, and where one signs."""
    rows = (
        (
            *pair("提案编号", proposal.mark),
            *pair("提案类别", proposal.category),
        ),
        (label("案由"), Cell(proposal.title, across=3)),
        (label("提案人"), Cell(proposal.proposers, across=3)),
        (
            *pair("承办单位", proposal.handler),
            *pair("交办日期", dated(proposal.assigned_on)),
        ),
        (label("答复期限"), Cell(_due(proposal, limits), across=3)),
        (label("办理要求"), Cell("\n".join(_requirements(proposal, limits)), across=3)),
        (
            label("交办单位"),
            Cell(proposal.short_name, lines=2, foot=SEAL),
            label("承办单位\n签收人"),
            Cell(lines=2, foot=SIGNED),
        ),
    )
    return Document(
        title=f"{proposal.body_name}提案交办单",
        blocks=(Sheet(COLUMNS, rows),),
        author=proposal.body_name,
        on=proposal.assigned_on,
    )


def _due(proposal: ProposalText, limits: Limits) -> str:
    """The day, and from what it is reckoned."""
    due = dated(proposal.due_on)
    return f"{due}（自交办之日起{limits.reply}）" if limits.reply else due


def _requirements(proposal: ProposalText, limits: Limits) -> tuple[str, ...]:
    """What is asked of the unit, numbered."""
    classes = "、".join(limits.classes)
    copied = "和".join(filter(None, (proposal.short_name, limits.supervisor)))
    asked = (
        f"随单附送提案1件，收到后请即签收。不属于本单位职责范围的，于{limits.hand_back}内"
        f"（截至{dated(limits.hand_back_on)}）说明理由，退回{proposal.short_name}另行交办，"
        "不得自行转办。",
        "办理中主动与提案人沟通，充分听取意见。",
        "在答复期限前办理完毕，书面答复提案人。不能按期答复的，期满前说明理由，"
        f"报{proposal.short_name}同意。",
        "答复函由单位负责人签发，加盖公章，写明联系人和电话，首页右上角标明办理结果类别："
        f"{classes}。",
        f"答复函附《提案办理情况征询意见表》送提案人，同时抄送{copied}。",
        "提案人对答复不满意的，重新办理，再次答复。",
    )
    return tuple(f"{number}.{text}" for number, text in enumerate(asked, 1))
