"""An official paper (公文) as a value: frozen, hashable, without a query and without markup.

The set of blocks is closed. A new block needs a class here, its words in words.py, a template in
templates/documents/ and a registered writer in docx/; without one of them every rendering of it
fails loudly. The heads of a paper (版头) likewise.

Source of the order and the words of the marks: GB/T 9704-2012.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from cppcc.documents.tree.heads import Head, LetterHead, MinutesHead, RedHead
from cppcc.documents.tree.pictures import Chart, Photo, Photos
from cppcc.documents.tree.tables import Cell, Sheet, Table, facts, label
from cppcc.documents.tree.text import (
    Addressee,
    Attachments,
    Attendees,
    Copies,
    FigureValue,
    Heading,
    Items,
    Note,
    Paragraph,
    Run,
    Runs,
    Signature,
    paragraph,
)

__all__ = [
    "Addressee",
    "Annex",
    "Attachments",
    "Attendees",
    "Block",
    "Cell",
    "Chart",
    "Copies",
    "Document",
    "FigureValue",
    "Head",
    "Heading",
    "Items",
    "LetterHead",
    "MinutesHead",
    "Note",
    "Paper",
    "Paragraph",
    "Photo",
    "Photos",
    "RedHead",
    "Run",
    "Runs",
    "Sheet",
    "Signature",
    "Table",
    "Volume",
    "blocks_of",
    "facts",
    "label",
    "paragraph",
    "photos_of",
]


@dataclass(frozen=True)
class Annex:
    """An annex (附件) on a page of its own; `label` is 附件 or 附件1, top left."""

    label: str
    title: str
    blocks: "tuple[Block, ...]"


Block = (
    Addressee
    | Heading
    | Paragraph
    | Items
    | Table
    | Sheet
    | Chart
    | Photos
    | Attendees
    | Attachments
    | Signature
    | Note
    | Annex
    | Copies
)


@dataclass(frozen=True)
class Document:
    """An official paper (公文). `on` dates the file itself, `author` is who stands behind it.

    A line break in `title` is where the title is broken on the page.
    """

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    on: datetime.date | None = None
    head: Head | None = None


@dataclass(frozen=True)
class Volume:
    """Several papers bound as one (合订本): cover, contents (目录), running page marks.

    `issuer` and the month of `on` stand at the foot of the cover. Page 1 is the first page of
    the first paper; cover and contents carry no mark.
    """

    title: str
    papers: tuple[Document, ...]
    issuer: str = ""
    on: datetime.date | None = None

    @property
    def author(self) -> str:
        return self.issuer


Paper = Document | Volume


def photos_of(paper: Paper) -> Iterator[Photo]:
    """Every photograph of the paper, in order."""
    for block in blocks_of(paper):
        if isinstance(block, Photos):
            yield from block.photos


def blocks_of(paper: Paper | Annex) -> Iterator[Block]:
    """The blocks of a volume, a paper or an annex, and those within them."""
    if isinstance(paper, Volume):
        for each in paper.papers:
            yield from blocks_of(each)
        return
    for block in paper.blocks:
        yield block
        if isinstance(block, Annex):
            yield from blocks_of(block)
