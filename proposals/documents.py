"""The words and the order of a proposal as a form sheet (提案纸) with the replies it has had."""

from cppcc.documents.tree import Document, Heading, facts
from cppcc.documents.words import chinese_date
from proposals.models import Proposal, Reply
from proposals.workflow import NUMBERED, Status

NONE = "—"


def proposal_document(proposal: Proposal, phone: str) -> Document:
    """The proposal as it is printed and filed; read with `for_detail()`.

    `phone` is the proposer's number as far as the reader may know it.
    """
    blocks = [facts(_sheet(proposal, phone))]
    for reply in proposal.replies.all():
        blocks += [Heading("办理答复"), facts(_answer(reply))]
    return Document(
        title=f"{proposal.county.body_name}提案",
        blocks=tuple(blocks),
        author=proposal.proposer.member.name,
        on=proposal.submitted_on,
    )


def _sheet(proposal: Proposal, phone: str) -> tuple[tuple[str, str], ...]:
    proposer = proposal.proposer
    cosigners = "、".join(one.membership.member.name for one in proposal.cosigners.all())
    return (
        ("编号", proposal.mark or NONE),
        ("案由", proposal.title),
        ("类别", proposal.category.name),
        ("第一提案人", proposer.member.name),
        ("界别", proposer.sector.name),
        ("单位及职务", proposer.post or NONE),
        ("联系电话", phone or NONE),
        ("联名委员", cosigners or NONE),
        ("提交日期", _day(proposal.submitted_on)),
        ("是否同意公开", "同意" if proposal.is_public else "不同意"),
        ("情况与分析", proposal.situation or NONE),
        ("具体建议", proposal.advice or NONE),
        ("建议承办单位", _name(proposal.suggested_unit)),
        ("审查结果", _verdict(proposal)),
        ("承办单位", _name(proposal.handler)),
        ("交办日期", _day(proposal.assigned_on)),
        ("答复期限", _day(proposal.due_on)),
    )


def _verdict(proposal: Proposal) -> str:
    if proposal.status == Status.DECLINED:
        return f"不予立案：{proposal.refusal}"
    return "立案" if proposal.status in NUMBERED else NONE


def _answer(reply: Reply) -> tuple[tuple[str, str], ...]:
    return (
        ("承办单位", reply.unit.name),
        ("答复日期", _day(reply.on)),
        ("答复类别", str(reply.answer_class)),
        ("答复内容", reply.text),
        ("联系人及电话", reply.contact or NONE),
        ("委员反馈", str(reply.satisfaction or "未反馈")),
        ("反馈意见", reply.comment or NONE),
    )


def _day(on) -> str:
    return chinese_date(on) if on else NONE


def _name(unit) -> str:
    return unit.name if unit else NONE
