"""What the proposer is asked of a reply: 《提案办理情况征询意见表》, which goes with it."""

from dataclasses import dataclass
from datetime import date

from cppcc.documents.tree import Cell, Document, Sheet, label
from proposals.documents.words import ProposalText, ReplyText, dated, pair

TITLE = "提案办理情况征询意见表"
COLUMNS = (32, 46, 32, 46)
CONTACTS = ("面谈", "座谈会", "电话", "邮件", "书信", "未沟通")
SIGNED = "年　　月　　日"


@dataclass(frozen=True)
class Survey:
    """Which reply is asked about, in the county's grades, and until when."""

    reply: ReplyText
    grades: tuple[str, ...]
    limit: str
    until: date


def survey_document(proposal: ProposalText, survey: Survey) -> Document:
    """Boxes to tick and to sign; nothing is filled in for the proposer."""
    reply = survey.reply
    rows = (
        (*pair("提案编号", proposal.mark), *pair("答复日期", dated(reply.on))),
        (label("案由"), Cell(proposal.title, across=3)),
        (*pair("提案人", proposal.proposers), *pair("联系电话", proposal.proposer.phone)),
        (*pair("承办单位", reply.unit), *pair("答复类别", f"{reply.letter}类")),
        pair("沟通方式", _boxes(CONTACTS, " "), across=3),
        pair("对办理结果\n的意见", _boxes(survey.grades), across=3),
        (label("具体意见\n和建议"), Cell(across=3, lines=5)),
        (label("提案人签名"), Cell(across=3, foot=SIGNED)),
        (label("说明"), Cell(_how(proposal, survey), across=3)),
    )
    return Document(
        title=TITLE, blocks=(Sheet(COLUMNS, rows),), author=proposal.body_name, on=reply.on
    )


def _boxes(words: tuple[str, ...], space="　") -> str:
    return space.join(f"□{word}" for word in words)


def _how(proposal: ProposalText, survey: Survey) -> str:
    lines = (
        f"请在收到答复后{survey.limit}内（截至{dated(survey.until)}）填写，在“□”内划“√”，"
        f"签名后送{proposal.short_name}。",
        "联名提案由第一提案人填写，联名人可附意见。",
        "没有送回的记为“未反馈”；不满意的，承办单位重新办理。",
    )
    return "\n".join(f"{number}.{line}" for number, line in enumerate(lines, 1))
