"""The form sheet of a proposal (提案纸), filled in with the replies it has had, or empty."""

from cppcc.documents.tree import Cell, Document, Heading, Sheet, label
from proposals.documents.words import ProposalText, ReplyText, dated, pair

COLUMNS = (29, 29, 22, 26, 22, 28)  # millimetres
SEAL = "（盖章）　　　年　　月　　日"
TICKS = "□同意　　□不同意"
NONE = "—"


def proposal_document(proposal: ProposalText) -> Document:
    """The proposal as it is printed and filed."""
    blocks = [_sheet(proposal, room=(1, 8, 8, 3))]
    for reply in proposal.replies:
        blocks += [Heading("办理答复"), Sheet(COLUMNS, _answer(reply))]
    return Document(
        title=f"{proposal.body_name}提案",
        blocks=tuple(blocks),
        author=proposal.proposer.name,
        on=proposal.submitted_on,
    )


def blank_document(body_name: str) -> Document:
    """An empty sheet to be filled in by hand: page 1 the matter, page 2 advice and road."""
    proposal = ProposalText(body_name=body_name)
    sheet = _sheet(proposal, room=(2, 12, 15, 4))
    return Document(title=f"{body_name}提案", blocks=(sheet,), author=body_name)


def _sheet(proposal: ProposalText, *, room: tuple[int, ...]) -> Sheet:
    """The boxes; `room` are the least lines of 案由, 情况与分析, 具体建议, 审查意见."""
    title, situation, advice, verdict = room
    serial = f"{proposal.year}-{proposal.serial}" if proposal.serial else ""
    number = f"第{proposal.number}号" if proposal.number else ""
    rows = (
        (*pair("提案号", number), *pair("流水号", serial), *pair("类别", proposal.category)),
        (label("案由"), Cell(proposal.title, across=5, lines=title)),
        *_people(proposal),
        (label("情况与分析"), Cell(proposal.situation, across=5, lines=situation)),
        (label("具体建议"), Cell(proposal.advice, across=5, lines=advice)),
        (label("审查意见"), Cell(proposal.verdict, across=5, lines=verdict, foot=SEAL)),
        (
            *pair("承办单位", proposal.handler, across=2),
            *pair("交办日期", dated(proposal.assigned_on), across=2),
        ),
        (label("答复期限"), Cell(dated(proposal.due_on), across=5)),
    )
    return Sheet(COLUMNS, rows)


def _people(proposal: ProposalText) -> tuple[tuple[Cell, ...], ...]:
    """Who proposes it to whom."""
    proposer = proposal.proposer
    public = {None: TICKS, True: "同意", False: "不同意"}[proposal.is_public]
    return (
        (*pair("第一提案人", proposer.name), *pair("界别", proposer.sector, across=3)),
        (label("单位及职务"), Cell(proposer.post, across=5)),
        (
            *pair("联系电话", proposer.phone, across=2),
            *pair("提交日期", dated(proposal.submitted_on), across=2),
        ),
        (label("联名委员"), Cell("、".join(proposal.cosigners), across=5)),
        (
            *pair("建议承办\n单位", proposal.suggested_unit, across=2),
            *pair("是否同意\n公开", public, across=2),
        ),
    )


def _answer(reply: ReplyText) -> tuple[tuple[Cell, ...], ...]:
    return (
        (*pair("承办单位", reply.unit, across=2), *pair("答复日期", dated(reply.on), across=2)),
        pair("答复类别", reply.answer_class, across=5),
        pair("答复内容", reply.text, across=5),
        pair("联系人\n及电话", reply.contact or NONE, across=5),
        pair("委员反馈", reply.grade or "未反馈", across=5),
        pair("反馈意见", reply.comment or NONE, across=5),
    )
