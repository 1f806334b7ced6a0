"""The words and the order of a quarterly check (季度自查表) on one page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from cppcc.documents.tree import Block, Document, Signature, Table, paragraph
from cppcc.periods import chinese_date, month_and_day

HEAD = ("任务", "完成情况", "状态", "问题、措施和新的期限")
ALL, BEHIND = (13, 6, 4, 13), (10, 5, 4, 17)  # widths: of a table of all tasks, of those behind
SHORT, LONG = 12, 24  # characters of a task in a row of these, its number among them
WORDS = 12  # characters of what follows in a line of its column
ROOM = 24  # lines of a table that a page has, beside title, opening and signature


@dataclass(frozen=True)
class LineText:
    """A task as it stood, with its place in the plan (一、1); the last three are empty where
    nothing was behind."""

    place: str
    task: str
    reached: str
    state: str
    problem: str = ""
    measure: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class CheckText:
    """Everything the paper says; `quarter` is its name."""

    year: int
    quarter: str
    body_name: str
    lines: tuple[LineText, ...]
    frozen_on: date
    dated_on: date


def check_document(check: CheckText) -> Document:
    """How many tasks stand how, and what is done about those behind, on one page: every task in
    a table, or only those behind where all of them would not fit."""
    lead = f"截至{chinese_date(check.frozen_on)}，计划共{len(check.lines)}项任务，"
    body = _all(check.lines, lead) if _fits(check.lines) else _behind(check.lines, lead)
    return Document(
        title=f"{check.year}年{check.quarter}计划执行情况自查表",
        blocks=(*body, Signature(check.body_name, check.dated_on)),
        author=check.body_name,
        on=check.dated_on,
    )


def _fits(lines: Iterable[LineText]) -> bool:
    """Whether a table of all of them leaves it at one page; a row is half a line more than its
    words (see static/css/document.css)."""
    return sum(ceil(len(_follows(line)) / WORDS) + 0.5 for line in lines) <= ROOM


def _all(lines: tuple[LineText, ...], lead: str) -> Iterator[Block]:
    states = defaultdict(int)
    for line in lines:
        states[line.state] += 1
    told = "，".join(f"{state}{number}项" for state, number in states.items())
    nothing = "" if any(line.problem for line in lines) else "没有落后的任务。"
    yield paragraph(f"{lead}{told}。{nothing}")
    yield Table(HEAD, tuple(_row(line, SHORT) for line in lines), widths=ALL)


def _behind(lines: tuple[LineText, ...], lead: str) -> Iterator[Block]:
    """The tasks behind as a table; the rest by their numbers in a sentence."""
    behind = [line for line in lines if line.problem]
    rest = [line for line in lines if not line.problem]
    if not behind:
        yield paragraph(f"{lead}没有落后的任务：{_numbers(rest)}。")
        return
    yield paragraph(f"{lead}落后{len(behind)}项：")
    yield Table(HEAD, tuple(_row(line, LONG) for line in behind), widths=BEHIND)
    if rest:
        yield paragraph(f"其余{len(rest)}项没有落后：{_numbers(rest)}。")


def _numbers(lines: Iterable[LineText]) -> str:
    """Which tasks stand how: 已完成3项（一、1—3），进行中1项（二、1）."""
    found = defaultdict(lambda: defaultdict(list))
    for line in lines:
        section, _, number = line.place.rpartition("、")
        found[line.state][section].append(int(number))
    return "，".join(
        f"{state}{sum(map(len, sections.values()))}项（{_places(sections)}）"
        for state, sections in found.items()
    )


def _places(sections: dict[str, list[int]]) -> str:
    return "；".join(
        f"{section}、{_runs(numbers)}" if section else _runs(numbers)
        for section, numbers in sections.items()
    )


def _runs(numbers: list[int]) -> str:
    """1、2、4—6: three and more in a row are told by the first and the last."""
    runs = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(
        f"{run[0]}—{run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in runs
    )


def _row(line: LineText, room: int) -> tuple[str, ...]:
    """A task in the first `room` of its characters, how far it came, and what follows."""
    task = _bare(f"{line.place} {line.task}")
    short = f"{task[:room]}…" if len(task) > room else task
    return (short, line.reached or "—", line.state, _follows(line))


def _follows(line: LineText) -> str:
    """Problem, measure and date in one sentence; a dash where nothing was behind."""
    day = f"{month_and_day(line.due_on)}前" if line.due_on else ""
    told = "；".join(_bare(text) for text in (line.problem, line.measure) if text)
    return f"{told}（{day}）" if told and day else told or "—"


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip("。；")
