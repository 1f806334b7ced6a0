"""The words of a paper: its body (主体), from the addressee to the end mark (版记)."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class FigureValue:
    """A counted number (数字) inside a sentence: `text` is printed, the rest leads back to it.

    `name` says what was counted; `url` leads to the records behind it and is never printed;
    `note` is the number of the line in an annex that explains it, printed small behind it.
    """

    text: str
    name: str = ""
    url: str = ""
    note: int = 0


Run = str | FigureValue
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Addressee:
    """Who the paper goes to (主送机关), flush left; `text` carries its own colon."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading (层次标题), its number already in `text`: 一、 then （一） then 1. then （1）."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3, 4):
            raise ValueError(f"A heading has level 1 to 4, not {self.level!r}.")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph (自然段) of the body; see `paragraph()` to write one without a tuple."""

    runs: Runs


@dataclass(frozen=True)
class Items:
    """Several short paragraphs that belong together (分项), each with its number in its text."""

    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Attendees:
    """Who was there (出席、请假、列席) at the end of minutes: a word and the names each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Attachments:
    """The list of annexes below the body (附件说明); numbered when there are several."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Signature:
    """Who issues the paper (发文机关署名) and its day (成文日期), printed in Arabic numerals."""

    body: str
    on: datetime.date


@dataclass(frozen=True)
class Note:
    """The note below the date (附注), printed in brackets: whom to ask, how far it may spread."""

    text: str


@dataclass(frozen=True)
class Copies:
    """The end mark (版记): copies to (抄送), who printed it (印发机关) and when (印发日期).

    It stands at the foot of the page on which the paper ends; put it last.
    """

    to: str = ""
    issuer: str = ""
    on: datetime.date | None = None


def paragraph(*runs: Run) -> Paragraph:
    """A paragraph written as a sentence: paragraph("开展", FigureValue("4次"), "。")."""
    return Paragraph(runs)
