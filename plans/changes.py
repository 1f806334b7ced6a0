"""What changed between two states of a plan: part by part, old beside new, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from cppcc import figures
from cppcc.documents.prose import numeral
from cppcc.periods import month_and_day
from plans.models import Function

WORDS = re.compile(r"\d+月\d+日|\d+|\w|\W", re.DOTALL)  # a day or a number changes as a whole

TONES = {"修改": "doing", "新增": "done", "删去": "late", "移动": "soon", "未变": "idle"}


@dataclass(frozen=True)
class Run:
    """Words of one side; marked where the other side does not have them."""

    text: str
    is_changed: bool = False


@dataclass(frozen=True)
class Line:
    """One thing that a part says (任务, 时间节点 …), before and after."""

    label: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]

    @property
    def is_changed(self) -> bool:
        return any(run.is_changed for run in (*self.old, *self.new))


@dataclass(frozen=True)
class Change:
    """One part of the plan beside what it was; its kind in a word."""

    kind: str
    name: str
    lines: tuple[Line, ...]

    @property
    def is_changed(self) -> bool:
        return self.kind != "未变"

    @property
    def tone(self) -> str:
        return TONES[self.kind]

    @property
    def told(self) -> tuple[Line, ...]:
        """The lines that a reader needs: what differs, and what the part is about."""
        return tuple(line for n, line in enumerate(self.lines) if line.is_changed or not n)


def words(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in runs: what they share, and what only one of them has."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    sides = ([], [])
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, piece in zip(sides, (before[a:b], after[c:d]), strict=True):
            if piece:
                side.append(Run("".join(piece), kind != "equal"))
    return tuple(sides[0]), tuple(sides[1])


def compare(old: dict, new: dict) -> list[Change]:
    """Every part of the new plan in its order, each with what it was; what was dropped behind its
    neighbours. Parts are matched by their keys (`plans.models.content`), not by likeness."""
    opening = (("标题", "title"), ("指导思想", "guiding"), ("总体目标", "goals"))
    changes = [_change(label, {label: old[name]}, {label: new[name]}) for label, name in opening]
    before, after = dict(_parts(old)), dict(_parts(new))
    order = _merged(before, after)
    for was, now in order:
        place_before, facts_before = before.get(was, ("", None))
        place_after, facts_after = after.get(now, ("", None))
        moved = bool(was and now and place_before != place_after)
        name = f"{place_before} → {place_after}" if moved else place_after or place_before
        changes.append(_change(name, facts_before, facts_after, moved=moved))
    return [change for change in changes if change.is_changed or change.lines[0].new]


def _parts(plan: dict) -> Iterator[tuple[tuple, tuple[str, dict]]]:
    """(kind, key, was) of each section and task, with its place and what it says."""
    for number, section in enumerate(plan["sections"], 1):
        facts = {"部分": section["heading"], "正文": section["text"]}
        yield ("section", section["key"], section["was"]), (numeral(number), facts)
        for place, task in enumerate(section["tasks"], 1):
            key = ("task", task["key"], task["was"])
            yield key, (f"{numeral(number)}、{place}", _facts(task))


def _merged(before: dict, after: dict) -> list[tuple]:
    """Pairs (old part, new part) in the new order; (old, None) where it stood, if it is gone."""
    by_key = {(kind, key): (kind, key, was) for kind, key, was in before}
    pairs = []
    for part in after:
        kind, key, was = part
        pairs.append((by_key.get((kind, key)) or by_key.get((kind, was)), part))
    kept = {was for was, _ in pairs}
    last = None
    for part in before:
        if part not in kept:
            at = next((n for n, (was, _) in enumerate(pairs) if was == last), -1) if last else -1
            pairs.insert(at + 1, (part, None))
        last = part
    return pairs


def _facts(task: dict) -> dict[str, str]:
    figure = figures.REGISTRY.get(task["figure"])
    days = [(date.fromisoformat(on), text) for on, text in task["milestones"]]
    return {
        "任务": task["text"],
        "职能": Function(task["function"]).label,
        "时间节点": "；".join(
            f"{month_and_day(on)}{f' {text}' if text else ''}" for on, text in days
        ),
        "责任人": "、".join(task["responsibles"]),
        "协助": task["helpers"],
        "目标": figures.quantity(figure, task["target"]) if figure else "",
        "应留依据": task["evidence"],
    }


def _change(name: str, old: dict | None, new: dict | None, *, moved: bool = False) -> Change:
    labels = new if old is None else old
    pairs = {label: ((old or {}).get(label, ""), (new or {}).get(label, "")) for label in labels}
    lines = tuple(Line(label, *words(*pair)) for label, pair in pairs.items() if any(pair))
    lines = lines or (Line(next(iter(labels)), (), ()),)
    if old is None or new is None:
        kind = "新增" if old is None else "删去"
    elif any(line.is_changed for line in lines):
        kind = "修改"
    else:
        kind = "移动" if moved else "未变"
    return Change(kind, name, lines)
