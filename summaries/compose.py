"""The draft of a year-end summary, composed from the year's records.

Every number is a token 〔figure name〕 that stays live; names, days, deeds and outcomes are told
from the records themselves. What the year did not bring is left out, never invented.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from activities import figures as held
from activities.models import Activity, Article, Attention, PriorConsultation, ResearchReport
from counties.models import ActivityKind, GuidingText, Township
from cppcc.periods import month_and_day
from members import figures as roster
from members.models import Engagement, Honour, Membership, Pairing
from plans.models import PlanTask
from plans.progress import progress_of
from proposals import figures as advice
from proposals.models import Proposal, SuggestionItem
from summaries.tokens import token

Feeds = ActivityKind.Feeds
Section = tuple[str, str]  # heading (none for the opening) and paragraphs, one a line
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Scope:
    """Whose year is told, and up to which day."""

    township: Township
    first: date
    last: date

    def of(self, records):
        """The records of this township on the days that are told."""
        return self.held(records.filter(on__range=(self.first, self.last)))

    def held(self, records):
        return records.filter(county=self.township.county_id, township=self.township)

    def activities(self, *groups: str):
        done = Activity.objects.held(self.first, self.last).feeding(*groups)
        return self.held(done).select_related("kind", "form").order_by("on", "pk")


def compose(township: Township, year: int, cutoff_on: date) -> list[Section]:
    """The sections of the draft, the opening first; a section without a word is left out."""
    scope = Scope(township, date(year, 1, 1), cutoff_on)
    parts = [
        ("坚持抓好学习，提高委员综合素质", _study(scope)),
        ("围绕中心履职，积极参政议政", _participation(scope)),
        ("强化民主监督，促进工作落实", _supervision(scope)),
        ("鼓励建功立业，展示委员风采", _deeds(scope)),
        ("密切各方联系，加强自身建设", _ties(scope)),
        ("存在的不足", _shortfalls(scope)),
        ("下一步打算", _next_steps(scope)),
    ]
    told = [(heading, lines) for heading, lines in parts if lines]
    sections = [("", _opening(scope, year))]
    for numeral, (heading, lines) in zip(NUMERALS, told, strict=False):
        sections.append((f"{numeral}、{heading}", lines))
    return [(heading, "\n".join(lines)) for heading, lines in sections]


def sentence(text: str) -> str:
    """A text that ends with one full stop, however its writer ended it."""
    text = text.strip().rstrip("。；;，,.")
    return f"{text}。" if text else ""


def joined(parts: Iterable[str]) -> str:
    return "；".join(part.strip().rstrip("。；;，,.") for part in parts if part.strip())


def _opening(scope: Scope, year: int) -> list[str]:
    township = scope.township
    guiding = (
        GuidingText.objects.filter(county=township.county_id, year=year)
        .values_list("summary_text", flat=True)
        .first()
    )
    start = f"{year}年，{township.body_name}{guiding or ''}"
    return [
        f"{start}，在{township.committee_name}的正确领导下，在{township.county.short_name}的悉心"
        f"指导下，在{token(roster.MEMBERS)}委员的支持配合下，团结和引导委员认真学习、深入调研、"
        "建言献策，在本职岗位上建功立业，较好地履行了各项工作职责。现将一年来的工作总结如下："
    ]


def _study(scope: Scope) -> list[str]:
    lines = []
    studies = scope.activities(Feeds.STUDY)
    if studies:
        lines.append(
            f"全年组织委员集中学习{token(held.STUDIES)}，委员出席"
            f"{token(held.STUDIES_ATTENDED)}，活动出席率{token(held.ATTENDANCE_RATE)}。"
        )
        lines += [_told(study) for study in studies]
    if scope.activities(Feeds.LESSON):
        lines.append(f"坚持一月一堂课制度，机关组织学习{token(held.LESSONS)}。")
    if held.STUDY_NOTES.evidence("township", scope.township.pk, scope.first, scope.last):
        lines.append(f"委员结合发放的资料开展自学，撰写学习笔记{token(held.STUDY_NOTES)}。")
    return lines


def _told(activity: Activity) -> str:
    """An activity in a sentence or three: day, place, matter; what was found; what came of it."""
    place = f"在{activity.place}" if activity.place else ""
    what = activity.content or activity.theme
    start = sentence(f"{month_and_day(activity.on)}，{place}开展{activity.kind}，{what}")
    return start + "".join(sentence(text) for text in (activity.outcome, activity.check_of_effect))


def _participation(scope: Scope) -> list[str]:
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
    lines = [_told(one) for one in scope.activities(Feeds.RESEARCH)]
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
            + _came_of(one.follow_up, scope)
            for one in carried_out
        )
        lines.append(
            sentence(f"抓好提案的跟踪落实，得到落实的提案{token(advice.CARRIED_OUT)}：{told}")
        )
    return lines


def _came_of(follow_up, scope: Scope) -> str:
    """The last step that was taken by the closing day, with its day and in its own words."""
    steps = [step for step in follow_up.steps.all() if step.on <= scope.last]
    if not steps:
        return ""
    step = steps[-1]
    words = step.text.rstrip("。") or step.get_progress_display()
    year = "" if step.on.year == scope.last.year else f"{step.on.year}年"
    return f"{year}{month_and_day(step.on)}，{words}"


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
        progress = _came_of(item.follow_up, scope) if item.follow_up else ""
        lines.append(sentence(f"关于{item.text.rstrip('。')}的建议") + sentence(progress))
    return lines


def _supervision(scope: Scope) -> list[str]:
    lines = []
    supervisions = scope.activities(Feeds.SUPERVISION)
    if supervisions:
        forms = dict.fromkeys(one.form.name for one in supervisions if one.form)
        by = f"运用{'、'.join(forms)}等形式，" if forms else ""
        lines.append(f"{by}开展民主监督{token(held.SUPERVISIONS)}。")
        lines += [_told(one) for one in supervisions]
    inspections = scope.activities(Feeds.INSPECTION)
    if inspections:
        lines.append(f"组织委员视察{token(held.INSPECTIONS)}，抓好跟踪问效。")
        lines += [_told(one) for one in inspections]
    engaged = scope.held(Engagement.objects).active(scope.first, scope.last)
    if engaged:
        told = joined(
            f"{one.membership}委员受聘为{one.appointing_body}{one.post}"
            for one in engaged.for_list().order_by("on", "pk")
        )
        lines.append(sentence(told))
    return lines


def _deeds(scope: Scope) -> list[str]:
    lines = []
    honours = scope.of(Honour.objects).for_list().order_by("on", "pk")
    of_member: dict[int, list[str]] = {}
    for honour in honours:
        of_member.setdefault(honour.membership_id, []).append(honour.text or honour.title)
    serving = scope.held(Membership.objects).serving(scope.first, scope.last).for_list()
    for membership in serving:
        deeds = of_member.get(membership.pk)
        if deeds:
            who = f"{membership}委员（{membership.sector}界，{membership.post}）："
            lines.append(who + "".join(sentence(deed) for deed in deeds))
    pairings = scope.held(Pairing.objects).active(scope.first, scope.last).for_list()
    if pairings:
        told = joined(
            f"{one.membership}委员帮扶{one.household}" for one in pairings.order_by("on", "pk")
        )
        lines.append(sentence(f"委员结对帮扶{token(roster.PAIRINGS)}：{told}"))
    lines += [_told(one) for one in scope.activities(Feeds.WELFARE, Feeds.CULTURE)]
    return lines


def _ties(scope: Scope) -> list[str]:
    lines = []
    attention = list(scope.of(Attention.objects).order_by("on", "pk"))
    guidance = [one for one in attention if one.kind == Attention.Kind.GUIDANCE]
    if guidance:
        told = joined(f"{month_and_day(one.on)}，{one.who}{one.text}" for one in guidance)
        lines.append(sentence(f"县领导来镇指导{token(held.GUIDANCE)}：{told}"))
    others = [one for one in attention if one.kind != Attention.Kind.GUIDANCE]
    lines += [sentence(f"{month_and_day(one.on)}，{one.who}{one.text}") for one in others]
    if held.VISITS.evidence("township", scope.township.pk, scope.first, scope.last):
        lines.append(
            f"走访委员{token(held.VISITS)}，走访覆盖率{token(held.VISIT_COVERAGE)}，了解委员的思想、"
            "工作和生活情况。"
        )
    if held.CONTACTS.evidence("township", scope.township.pk, scope.first, scope.last):
        lines.append(f"委员深入联系群众{token(held.CONTACTS)}，听取意见，帮办实事。")
    lines += [_told(one) for one in scope.activities(Feeds.EXCHANGE)]
    articles = scope.of(Article.objects).order_by("on", "pk")
    if articles:
        told = joined(str(article) for article in articles)
        lines.append(sentence(f"刊发宣传稿件{token(held.ARTICLES)}：{told}"))
    return lines


def _tasks(scope: Scope):
    tasks = PlanTask.objects.filter(
        county=scope.township.county_id,
        township=scope.township,
        section__plan__year=scope.first.year,
    ).with_target()
    return progress_of(tasks, scope.township.pk, scope.first, scope.last)


def _shortfalls(scope: Scope) -> list[str]:
    progress = _tasks(scope)
    behind = [
        f"计划{one.figure.name}{one.task.target}{one.figure.unit}，实际{token(one.figure)}"
        for one in progress
        if not one.is_reached
    ]
    if behind:
        return [sentence(f"对照年度计划，以下任务没有达到目标：{joined(behind)}")]
    if progress:
        return ["对照年度计划，有目标数的任务均已达到目标，工作的质量和深度还需要继续提高。"]
    return []


def _next_steps(scope: Scope) -> list[str]:
    unfinished = [one.task.text for one in _tasks(scope) if not one.is_reached]
    lines = []
    if unfinished:
        lines.append(sentence(f"继续落实没有完成的任务：{joined(unfinished)}"))
    sources = (
        scope.held(Proposal.objects).filter(follow_up__isnull=False),
        scope.held(SuggestionItem.objects).filter(follow_up__isnull=False),
    )
    open_matters = [
        source.follow_up.title
        for records in sources
        for source in records.select_related("follow_up").order_by("pk")
        if source.follow_up.is_open
    ]
    if open_matters:
        lines.append(sentence(f"继续跟踪落实以下事项：{joined(open_matters)}"))
    return lines
