"""The words and the order of a year-end summary as an official paper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cppcc.documents import prose
from cppcc.documents.tree import (
    Annex,
    Document,
    FigureValue,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from cppcc.periods import chinese_date
from summaries.tokens import names_in, runs_of

SUBHEADING = re.compile(r"（[一二三四五六七八九十]+）[^。；：]{1,25}")


@dataclass(frozen=True)
class Counted:
    """A figure of the report: its key, what is printed in its place, and the records behind it."""

    key: str
    name: str
    shown: str
    unit: str
    explanation: str
    records: tuple[str, ...]
    url: str = ""

    @property
    def value(self) -> FigureValue:
        return FigureValue(f"{self.shown}{self.unit}", self.name, self.url)


@dataclass(frozen=True)
class SummaryText:
    """What a person finishes: the title, the sections, who signs and when."""

    title: str
    sections: tuple[tuple[str, str], ...]
    body_name: str
    dated_on: date
    cutoff_on: date

    def names(self) -> list[str]:
        """The figures that the text mentions, in order."""
        return names_in("\n".join(body for _, body in self.sections))


def year_end_document(text: SummaryText, counted: Sequence[Counted]) -> Document:
    """The summary with its appendix of figures (数据附表)."""
    values = {one.name: one.value for one in counted}
    blocks = [block for heading, body in text.sections for block in _section(heading, body, values)]
    blocks.append(Signature(text.body_name, text.dated_on))
    if counted:
        blocks.append(_appendix(counted, text.cutoff_on))
    return Document(title=text.title, blocks=tuple(blocks), author=text.body_name, on=text.dated_on)


def _section(heading: str, body: str, values: Mapping[str, FigureValue]):
    if heading:
        yield Heading(heading)
    for line in prose.lines(body):
        if SUBHEADING.fullmatch(line):
            yield Heading(line, level=2)
        else:
            yield Paragraph(runs_of(line, values))


def _appendix(counted: Sequence[Counted], cutoff_on: date) -> Annex:
    rows = []
    for one in counted:
        first, *others = one.records or ("—",)
        rows.append((one.name, f"{one.shown}{one.unit}", first))
        rows += [("", "", line) for line in others]
    until = chinese_date(cutoff_on)
    table = Table(
        head=("指标", "数值", "依据的记录"),
        rows=tuple(rows),
        caption=f"数据截至{until}",
        widths=(4, 2, 10),
    )
    return Annex(label="附件", title="数据附表", blocks=(table,))
