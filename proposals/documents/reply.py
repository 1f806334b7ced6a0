"""A unit's reply to the proposers, as a letter (答复函)."""

from dataclasses import dataclass

from cppcc.documents.prose import stem, told
from cppcc.documents.tree import (
    Addressee,
    Copies,
    Document,
    LetterHead,
    Note,
    Signature,
    paragraph,
)
from proposals.documents.words import ProposalText, ReplyText


@dataclass(frozen=True)
class Letter:
    """Which reply is sent, within what time an opinion on it is asked, and who gets a copy."""

    reply: ReplyText
    feedback: str
    supervisor: str = ""


def letter_document(proposal: ProposalText, letter: Letter) -> Document:
    """The letter of the unit; the unit's own text stands as it is between opening and thanks."""
    reply = letter.reply
    title = f"关于{proposal.short_name}{proposal.mark}提案的答复"
    return Document(
        title=title,
        head=LetterHead(reply.unit, mark=f"{reply.letter}类"),
        blocks=(
            Addressee(f"{proposal.addressee}："),
            *_opening(proposal, reply),
            *told(reply.text),
            *_closing(proposal, letter),
            Signature(reply.unit, reply.on),
            *([Note(f"联系人及电话：{stem(reply.contact)}")] if reply.contact else ()),
            Copies(to="，".join(filter(None, (proposal.body_name, letter.supervisor)))),
        ),
        author=reply.unit,
        on=reply.on,
    )


def _opening(proposal: ProposalText, reply: ReplyText):
    """Left out where the unit has pasted its whole letter, which opens itself."""
    if "收悉" not in reply.text:
        yield paragraph(f"{_you(proposal)}提出的《{stem(proposal.title)}》收悉。现答复如下：")


def _closing(proposal: ProposalText, letter: Letter):
    yield paragraph(
        "随函附送《提案办理情况征询意见表》，请在收到本函后"
        f"{letter.feedback}内填写，送{proposal.short_name}。"
    )
    if "感谢" not in letter.reply.text:
        yield paragraph(f"感谢{_you(proposal)}对我们工作的关心和支持！")


def _you(proposal: ProposalText) -> str:
    return "你们" if proposal.cosigners else "您"
