"""Figures of proposals and suggestions."""

from cppcc.figures import Figure, Ratio, register
from matters.models import FollowUpStep, Progress
from members.figures import MEMBERS
from proposals.models import Proposal, SuggestionItem
from proposals.workflow import NUMBERED

OF_PROPOSER = {"township": "township", "county": "county", "member": "proposer"}
OF_VISITED = {
    "township": "township",
    "county": "county",
    "member": "suggestion__visit__membership",  # whose demand in a visit it came of
}

PROPOSALS = Figure(
    key="proposals",
    name="提案件数",
    member_name="提案",
    unit="件",
    explanation="本期内提交的提案，按提交日计在第一提案人名下；撤案的不计入；县里规定立案了才算的，"
    "只计立案的。",
    records=Proposal.objects.counted_in,
    paths=OF_PROPOSER,
)

PROPOSALS_PER_MEMBER = Ratio(
    key="proposals_per_member",
    name="人均提案数",
    unit="件",
    explanation="提案件数除以委员人数。",
    over=PROPOSALS,
    under=MEMBERS,
)

COSIGNED = Figure(
    key="proposals_cosigned",
    name="联名提案件数",
    member_name="联名提案",
    unit="件",
    explanation="本期内提交、委员作为联名人签署的提案；件数计在第一提案人名下，这里另列。",
    records=Proposal.objects.submitted_in,
    paths={"member": "cosigners__membership"},
)

FILED = Figure(
    key="proposals_filed",
    name="立案件数",
    member_name="提案立案",
    unit="件",
    explanation="本期内提交、县政协已经立案的提案。",
    records=lambda first, last: Proposal.objects.submitted_in(first, last).filter(
        status__in=NUMBERED
    ),
    paths=OF_PROPOSER,
)

CARRIED_OUT = Figure(
    key="proposals_carried_out",
    name="提案落实件数",
    member_name="提案落实",
    unit="件",
    explanation="本期内开工、推进或完成的提案，不论哪一年提交。",
    records=lambda first, last: Proposal.objects.filter(
        follow_up__in=FollowUpStep.objects.filter(
            on__range=(first, last), progress__in=[Progress.UNDER_WAY, Progress.DONE]
        ).values("follow_up")
    ),
    paths=OF_PROPOSER,
    of_kinds=frozenset({"carried_out"}),  # what was just handed in is not
)

SUGGESTIONS = Figure(
    key="suggestions",
    name="意见建议条数",
    member_name="意见建议",
    unit="条",
    explanation="本期内送给镇党委、政府的意见建议，一条算一条，按送出日计；委员名下只计由走访时的"
    "诉求转来的。",
    records=SuggestionItem.objects.sent_in,
    paths=OF_VISITED,
)

SUGGESTIONS_ADOPTED = Figure(
    key="suggestions_adopted",
    name="建议采纳条数",
    member_name="意见建议采纳",
    unit="条",
    explanation="本期内送出、已采纳或部分采纳的意见建议。",
    records=lambda first, last: SuggestionItem.objects.sent_in(first, last).adopted(),
    paths=OF_VISITED,
)

ADOPTION_RATE = Ratio(
    key="adoption_rate",
    name="建议采纳率",
    unit="%",
    explanation="建议采纳条数除以意见建议条数。",
    over=SUGGESTIONS_ADOPTED,
    under=SUGGESTIONS,
)

register(
    PROPOSALS,
    COSIGNED,
    PROPOSALS_PER_MEMBER,
    FILED,
    CARRIED_OUT,
    SUGGESTIONS,
    SUGGESTIONS_ADOPTED,
    ADOPTION_RATE,
)
