"""The draft of a year-end summary, composed from the year's records.

Every number is a token 〔figure name〕 that stays live; names, days, deeds and outcomes are told
from the records themselves. What the year did not bring is left out, never invented.
"""

from datetime import date

from counties.models import GuidingText, Township
from members import figures as roster
from plans.models import PlanTask
from plans.progress import progress_of
from proposals.models import Proposal, SuggestionItem
from summaries.compose.participation import participation, study
from summaries.compose.scope import Scope, joined, sentence
from summaries.compose.ties import deeds, supervision, ties
from summaries.tokens import token

Section = tuple[str, str]  # heading (none for the opening) and paragraphs, one a line
NUMERALS = "一二三四五六七八九十"


def compose(township: Township, year: int, cutoff_on: date) -> list[Section]:
    """The sections of the draft, the opening first; a section without a word is left out."""
    scope = Scope(township, date(year, 1, 1), cutoff_on)
    parts = [
        ("坚持抓好学习，提高委员综合素质", study(scope)),
        ("围绕中心履职，积极参政议政", participation(scope)),
        ("强化民主监督，促进工作落实", supervision(scope)),
        ("鼓励建功立业，展示委员风采", deeds(scope)),
        ("密切各方联系，加强自身建设", ties(scope)),
        ("存在的不足", shortfalls(scope)),
        ("下一步打算", next_steps(scope)),
    ]
    told = [(heading, lines) for heading, lines in parts if lines]
    sections = [("", opening(scope, year))]
    for numeral, (heading, lines) in zip(NUMERALS, told, strict=False):
        sections.append((f"{numeral}、{heading}", lines))
    return [(heading, "\n".join(lines)) for heading, lines in sections]


def opening(scope: Scope, year: int) -> list[str]:
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


def _tasks(scope: Scope):
    tasks = PlanTask.objects.filter(
        county=scope.township.county_id,
        township=scope.township,
        section__plan__year=scope.first.year,
    ).with_target()
    return progress_of(tasks, scope.township.pk, scope.first, scope.last)


def shortfalls(scope: Scope) -> list[str]:
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


def next_steps(scope: Scope) -> list[str]:
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
