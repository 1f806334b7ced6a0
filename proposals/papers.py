"""Which papers a proposal has come to, who may print them, and their words from its records."""

from collections.abc import Callable

from counties.models import AnswerClass, County, Deadline, Satisfaction
from counties.roles import Role
from cppcc.documents.tree import Document
from proposals.documents.assignment import Limits, assignment_document
from proposals.documents.form import blank_document, proposal_document
from proposals.documents.opinion import Survey, survey_document
from proposals.documents.reply import Letter, letter_document
from proposals.documents.words import ProposalText, Proposer, ReplyText
from proposals.models import Proposal, Reply
from proposals.workflow import NUMBERED, PRINTED_BY, WITH_HANDLER, Paper, Status


def papers_of(proposal: Proposal) -> list[Paper]:
    """The papers that its road has given rise to; read with `for_detail()`."""
    papers = [Paper.FORM]
    if proposal.status in WITH_HANDLER:
        papers.append(Paper.ASSIGNMENT)
    if proposal.replies.all():
        papers += [Paper.LETTER, Paper.SURVEY]
    return papers


def may_print(proposal: Proposal, paper: Paper, user) -> bool:
    """Whether `user`, who sees the proposal, may print this paper of it."""
    parties = PRINTED_BY.get(paper)
    return parties is None or bool(parties & proposal.parties(user))


def may_print_blank(user) -> bool:
    """Whether `user` may print an empty sheet: who hands proposals in, and the county."""
    return user.acting.role in {*Proposal.ENTERED_BY, Role.COUNTY}


def document_of(proposal: Proposal, paper: Paper, user) -> Document:
    """The paper as `user` may have it: whose telephone it names depends on who prints it."""
    return MAKERS[paper](proposal, text_of(proposal, proposal.proposer_phone_for(user)))


def blank_form(county: County) -> Document:
    return blank_document(county.body_name)


def _form(_: Proposal, text: ProposalText) -> Document:
    return proposal_document(text)


def _assignment(proposal: Proposal, text: ProposalText) -> Document:
    deadlines = _limits(proposal)
    hand_back, reply = deadlines[Deadline.Key.RETURN], deadlines[Deadline.Key.REPLY]
    follows = reply.due_on(proposal.assigned_on) == proposal.due_on
    limits = Limits(
        hand_back=hand_back.limit,
        hand_back_on=hand_back.due_on(proposal.assigned_on),
        reply=reply.limit if follows else "",
        classes=tuple(map(str, AnswerClass.objects.filter(county=proposal.county_id).in_use())),
        supervisor=proposal.county.supervisor,
    )
    return assignment_document(text, limits)


def _letter(proposal: Proposal, text: ProposalText) -> Document:
    feedback = _limits(proposal)[Deadline.Key.FEEDBACK].limit
    letter = Letter(text.replies[-1], feedback, proposal.county.supervisor)
    return letter_document(text, letter)


def _survey(proposal: Proposal, text: ProposalText) -> Document:
    limit, reply = _limits(proposal)[Deadline.Key.FEEDBACK], text.replies[-1]
    grades = Satisfaction.objects.filter(county=proposal.county_id).in_use()
    survey = Survey(
        reply=reply,
        grades=tuple(map(str, grades)),
        limit=limit.limit,
        until=limit.due_on(reply.on),
    )
    return survey_document(text, survey)


MAKERS: dict[Paper, Callable[[Proposal, ProposalText], Document]] = {
    Paper.FORM: _form,
    Paper.ASSIGNMENT: _assignment,
    Paper.LETTER: _letter,
    Paper.SURVEY: _survey,
}


def _limits(proposal: Proposal) -> dict[str, Deadline]:
    return {one.key: one for one in Deadline.objects.filter(county=proposal.county_id)}


def text_of(proposal: Proposal, phone: str) -> ProposalText:
    """The proposal in words, with the proposer's number as far as it may be known; read with
    `for_detail()`."""
    proposer = proposal.proposer
    return ProposalText(
        body_name=proposal.county.body_name,
        short_name=proposal.county.short_name,
        year=proposal.year,
        number=proposal.number or 0,
        serial=proposal.serial or 0,
        title=proposal.title,
        category=proposal.category.name,
        proposer=Proposer(proposer.member.name, proposer.sector.name, proposer.post, phone),
        cosigners=tuple(one.membership.member.name for one in proposal.cosigners.all()),
        submitted_on=proposal.submitted_on,
        is_public=proposal.is_public,
        situation=proposal.situation,
        advice=proposal.advice,
        suggested_unit=_name(proposal.suggested_unit),
        verdict=_verdict(proposal),
        handler=_name(proposal.handler),
        assigned_on=proposal.assigned_on,
        due_on=proposal.due_on,
        replies=tuple(map(_reply, proposal.replies.all())),
    )


def _reply(reply: Reply) -> ReplyText:
    return ReplyText(
        unit=reply.unit.name,
        on=reply.on,
        letter=reply.answer_class.letter,
        answer_class=str(reply.answer_class),
        text=reply.text,
        contact=reply.contact,
        grade=str(reply.satisfaction or ""),
        comment=reply.comment,
    )


def _verdict(proposal: Proposal) -> str:
    if proposal.status == Status.DECLINED:
        return f"不予立案：{proposal.refusal}"
    return "立案" if proposal.status in NUMBERED else ""


def _name(unit) -> str:
    return unit.name if unit else ""
