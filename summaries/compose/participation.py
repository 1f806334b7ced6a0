"""What a summary tells of study and of taking part in politics: activities, proposals, advice."""

from activities import figures as held
from activities.models import PriorConsultation, ResearchReport
from cppcc.periods import month_and_day
from proposals import figures as advice
from proposals.models import Proposal, SuggestionItem
from summaries.compose.scope import Feeds, Scope, came_of, in_words, joined, sentence
from summaries.tokens import token


def study(scope: Scope) -> list[str]:
    lines = []
    studies = scope.activities(Feeds.STUDY)
    if studies:
        lines.append(
            f"全年组织委员集中学习{token(held.STUDIES)}，委员出席"
            f"{token(held.STUDIES_ATTENDED)}，活动出席率{token(held.ATTENDANCE_RATE)}。"
        )
        lines += [in_words(study) for study in studies]
    if scope.activities(Feeds.LESSON):
        lines.append(f"坚持一月一堂课制度，机关组织学习{token(held.LESSONS)}。")
    if held.STUDY_NOTES.evidence("township", scope.township.pk, scope.first, scope.last):
        lines.append(f"委员结合发放的资料开展自学，撰写学习笔记{token(held.STUDY_NOTES)}。")
    return lines


def participation(scope: Scope) -> list[str]:
    return [
        *_consultation(scope),
        *_research(scope),
        *_proposals(scope),
        *_suggestions(scope),
    ]


def _consultation(scope: Scope) -> list[str]:
    lines = []
    asked = scope.of(PriorConsultation.objects).order_by("on", "pk")
    if asked:
        told = joined(
            f"{month_and_day(one.on)}，{one.asked_by}就{one.decision}征求意见"
            + (f"，{one.opinions.rstrip('。')}" if one.opinions else "")
            + (f"，{one.taken_up.rstrip('。')}" if one.taken_up else "")
            for one in asked
        )
        lines.append(
            sentence(
                f"在政治协商方面，党委、政府在决策前征求委员意见{token(held.PRIOR_CONSULTATIONS)}："
                + told
            )
        )
    meetings = scope.activities(Feeds.ATTENDED)
    if meetings:
        names = "、".join(dict.fromkeys(meeting.theme for meeting in meetings))
        lines.append(f"委员应邀列席{names}等会议{token(held.ATTENDED)}，提出意见和建议。")
    return lines


def _research(scope: Scope) -> list[str]:
    lines = [in_words(one) for one in scope.activities(Feeds.RESEARCH)]
    reports = scope.of(ResearchReport.objects).order_by("on", "pk")
    if reports:
        told = joined(f"{report.authors}《{report.title}》" for report in reports)
        lines.append(sentence(f"形成调研报告{token(held.RESEARCH_REPORTS)}：{told}"))
    return lines


def _proposals(scope: Scope) -> list[str]:
    lines = []
    own = scope.held(Proposal.objects)
    submitted = own.submitted_in(scope.first, scope.last).select_related("proposer__member")
    if submitted:
        told = joined(
            f"{one.proposer}委员《{one.title}》（{one.get_status_display()}）"
            for one in submitted.order_by("submitted_on", "pk")
        )
        lines.append(
            sentence(
                f"在参政议政方面，全年提交提案{token(advice.PROPOSALS)}，人均"
                f"{token(advice.PROPOSALS_PER_MEMBER)}，立案{token(advice.FILED)}：{told}"
            )
        )
    carried_out = (
        scope.held(advice.CARRIED_OUT.records(scope.first, scope.last))
        .select_related("proposer__member", "follow_up")
        .prefetch_related("follow_up__steps")
        .order_by("submitted_on", "pk")
    )
    if carried_out:
        told = joined(
            f"{one.proposer}委员{one.submitted_on.year}年提出的《{one.title}》，"
            + came_of(one.follow_up, scope)
            for one in carried_out
        )
        lines.append(
            sentence(f"抓好提案的跟踪落实，得到落实的提案{token(advice.CARRIED_OUT)}：{told}")
        )
    return lines


def _suggestions(scope: Scope) -> list[str]:
    items = scope.held(SuggestionItem.objects).sent_in(scope.first, scope.last)
    if not items:
        return []
    lines = [
        f"向党委、政府提出意见建议{token(advice.SUGGESTIONS)}，被采纳"
        f"{token(advice.SUGGESTIONS_ADOPTED)}。"
    ]
    adopted = (
        items.adopted()
        .select_related("suggestion", "follow_up")
        .prefetch_related("follow_up__steps")
        .order_by("suggestion__on", "position")
    )
    for item in adopted:
        progress = came_of(item.follow_up, scope) if item.follow_up else ""
        lines.append(sentence(f"关于{item.text.rstrip('。')}的建议") + sentence(progress))
    return lines
