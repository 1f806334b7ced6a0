"""What an app knows of a table that people hand in, and what each row would do.

An app declares an `Importer` (see `members/imports.py`) and routes the three views of `pages.py`.
"""

from dataclasses import dataclass, field
from enum import Enum

from cppcc.imports.sheets import Column, Line


class Kind(Enum):
    """What a row would do."""

    WRONG = "有错"
    ASK = "请您确认"
    NEW = "新增"
    CHANGED = "有变化"
    SAME = "没有变化"

    @property
    def tone(self) -> str:
        tones = {"WRONG": "late", "ASK": "soon", "NEW": "doing", "CHANGED": "done", "SAME": "idle"}
        return tones[self.name]


@dataclass
class Verdict:
    """What a row would do.

    `changes` are (title, old, new); `options` are (answer, label) where two records could be meant;
    `subject` is the record that is there, `about` whatever the importer keeps for itself.
    """

    line: Line
    kind: Kind
    name: str = ""
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    note: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)
    subject: object = None
    about: dict = field(default_factory=dict)

    @property
    def faults(self) -> list[str]:
        return [fault.at(self.line.number) for fault in self.line.faults]

    def mark(self) -> tuple:
        """What a person agreed to: if it has changed since, the person is asked again."""
        subject = getattr(self.subject, "pk", None)
        return (self.line.number, self.kind.name, self.changes, self.note, self.options, subject)


def wrong(line: Line) -> Verdict:
    return Verdict(line, Kind.WRONG, name=str(line.values.get("name", "")))


class Importer:
    """What an app knows of a table: its columns, what its rows mean, and how to carry them out.

    Made for the `user` who imports. `lock()` holds back other imports of the same records until
    the transaction ends; `judge()` is a pure question; `carry_out()` gets no wrong row.
    """

    key = ""
    title = ""  # 委员名册
    to = ""  # the URL name of the list that shows the result
    prefix = ""  # of the URL names: <prefix>, <prefix>_preview, <prefix>_template
    hint = ""

    def __init__(self, user):
        self.user = user

    @classmethod
    def is_open_to(cls, user) -> bool:
        """Whether `user` may import at all."""
        raise NotImplementedError

    def columns(self) -> tuple[Column, ...]:
        raise NotImplementedError

    def lock(self) -> None:
        raise NotImplementedError

    def judge(self, lines: list[Line], answers: dict[str, str]) -> list[Verdict]:
        raise NotImplementedError

    def carry_out(self, verdicts: list[Verdict]) -> None:
        raise NotImplementedError
