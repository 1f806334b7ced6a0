"""What waits about proposals and advice, at the office, the county, members and units."""

from collections.abc import Iterator
from datetime import date

from counties.models import Deadline
from desk.todo.entry import LIMIT, Todo, due, entry, limits_of, with_latest_move
from proposals.models import Proposal, Suggestion


def drafts_for_members(user, on: date) -> Iterator[Todo]:
    """Drafts that the office has written down for members."""
    drafts = Proposal.objects.visible_to(user).drafts().by_office()
    for proposal in drafts.select_related("proposer__member").order_by("pk")[:LIMIT]:
        what = f"提案《{proposal}》（{proposal.proposer.member.name}）还没有提交"
        yield entry(on, what, proposal.get_absolute_url(), button="去提交")


def replies_awaiting_feedback(user, on: date) -> Iterator[Todo]:
    """Replies that members of the township have not judged."""
    proposals = Proposal.objects.visible_to(user).awaiting_feedback()
    yield from _feedback(user, on, proposals, "请提醒或代录")


def unanswered_suggestions(user, on: date) -> Iterator[Todo]:
    """Papers of advice with items that the town has not answered."""
    papers = Suggestion.objects.visible_to(user).unanswered()
    for paper in papers.order_by("on", "pk")[:LIMIT]:
        what = f"《{paper}》还有{paper.waiting_count}条没有答复"
        yield entry(on, what, paper.get_absolute_url(), since=paper.on, button="登记答复")


def proposals_to_examine(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).to_examine()
    for proposal in proposals.order_by("submitted_on", "pk")[:LIMIT]:
        what, url = f"提案《{proposal}》等待审查立案", proposal.get_absolute_url()
        yield entry(on, what, url, since=proposal.submitted_on, button="去审查")


def proposals_to_assign(user, on: date) -> Iterator[Todo]:
    proposals = with_latest_move(Proposal.objects.visible_to(user).to_assign())
    for proposal in proposals.order_by("moved_on", "pk")[:LIMIT]:
        what, url = f"提案《{proposal}》已立案，还没有交办", proposal.get_absolute_url()
        yield entry(on, what, url, since=proposal.moved_on, button="去交办")


def overdue_replies(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).overdue(on).select_related("handler")
    for proposal in proposals.order_by("due_on", "pk")[:LIMIT]:
        yield entry(
            on,
            f"提案《{proposal}》{proposal.handler}逾期未答复",
            proposal.get_absolute_url(),
            since=proposal.assigned_on,
            until=proposal.due_on,
            button="去催办",
        )


def own_drafts(user, on: date) -> Iterator[Todo]:
    drafts = Proposal.objects.visible_to(user).proposed_by(user).drafts()
    for proposal in drafts.order_by("pk")[:LIMIT]:
        what, url = f"提案《{proposal}》还是草稿", proposal.get_absolute_url()
        yield entry(on, what, url, button="继续写")


def own_replies(user, on: date) -> Iterator[Todo]:
    """Replies to the person's own proposals, to be judged within the county's limit."""
    proposals = Proposal.objects.visible_to(user).proposed_by(user).awaiting_feedback()
    yield from _feedback(user, on, proposals, "请您反馈")


def _feedback(user, on: date, proposals, ask: str) -> Iterator[Todo]:
    limits = limits_of(user)
    for proposal in with_latest_move(proposals).order_by("moved_on", "pk")[:LIMIT]:
        yield entry(
            on,
            f"提案《{proposal}》已答复，{ask}",
            proposal.get_absolute_url(),
            since=proposal.moved_on,
            until=due(limits, Deadline.Key.FEEDBACK, proposal.moved_on),
            button="去反馈",
        )


def proposals_to_sign(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).to_sign()
    yield from _to_handle(on, proposals, "已交办，等待签收", "去签收")


def proposals_to_reply(user, on: date) -> Iterator[Todo]:
    proposals = Proposal.objects.visible_to(user).to_reply()
    yield from _to_handle(on, proposals, "等待答复", "填写答复")


def _to_handle(on: date, proposals, state: str, button: str) -> Iterator[Todo]:
    for proposal in proposals.order_by("due_on", "pk")[:LIMIT]:
        yield entry(
            on,
            f"提案《{proposal}》{state}",
            proposal.get_absolute_url(),
            since=proposal.assigned_on,
            until=proposal.due_on,
            button=button,
        )


def suggestions_to_note(user, on: date) -> Iterator[Todo]:
    papers = Suggestion.objects.visible_to(user).to_note()
    for paper in papers.order_by("on", "pk")[:LIMIT]:
        what = f"《{paper}》有{paper.waiting_count}条等待批示"
        yield entry(on, what, paper.get_absolute_url(), since=paper.on, button="去批示")
