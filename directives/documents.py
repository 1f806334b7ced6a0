"""A target sheet and a paper of the county as official papers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cppcc.documents import prose
from cppcc.documents.tree import (
    Addressee,
    Annex,
    Attachments,
    Block,
    Document,
    Heading,
    RedHead,
    Signature,
    Table,
    facts,
    paragraph,
)
from cppcc.periods import chinese_date

RECEIPT = "签收回执"


@dataclass(frozen=True)
class SheetText:
    """Everything the paper says; `targets` are who has to reach what: (who, figure, number)."""

    year: int
    issuer: str
    addressee: str
    targets: tuple[tuple[str, str, str], ...]
    text: str
    dated_on: date
    head: RedHead | None = None
    received_by: str = ""
    received_on: date | None = None


@dataclass(frozen=True)
class PaperText:
    """Everything a paper of the county says; `parts` are headings with the points below them,
    each with its number; `files` are named."""

    title: str
    issuer: str
    text: str
    parts: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    files: tuple[str, ...]
    dated_on: date
    head: RedHead | None = None


def sheet_document(sheet: SheetText) -> Document:
    """The numbers as a table, further demands below it; the receipt on a page of its own."""
    rows = tuple((str(place), *row) for place, row in enumerate(sheet.targets, 1))
    demands = prose.lines(sheet.text)
    received = chinese_date(sheet.received_on) if sheet.received_on else ""
    receipt = facts(
        (
            ("签收单位", sheet.addressee),
            ("签收人", sheet.received_by),
            ("签收日期", received),
        )
    )
    blocks = (
        Addressee(f"{sheet.addressee}："),
        paragraph(f"现将{sheet.year}年度工作目标下达给你们，请认真落实。"),
        Table(head=("序号", "由谁完成", "指标", "目标"), rows=rows, widths=(2, 4, 8, 3)),
        *map(paragraph, demands),
        Attachments((RECEIPT,)),
        Signature(sheet.issuer, sheet.dated_on),
        Annex(label="附件", title=RECEIPT, blocks=(receipt,)),
    )
    return Document(
        title=f"{sheet.year}年度工作目标任务书",
        blocks=blocks,
        author=sheet.issuer,
        on=sheet.dated_on,
        head=sheet.head,
    )


def paper_document(paper: PaperText) -> Document:
    """The text, then the points under their headings 一、二、三, numbered through."""
    blocks = (
        *map(paragraph, prose.lines(paper.text)),
        *(block for heading, points in paper.parts for block in _part(heading, points)),
        *((Attachments(paper.files),) if paper.files else ()),
        Signature(paper.issuer, paper.dated_on),
    )
    return Document(
        title=paper.title, blocks=blocks, author=paper.issuer, on=paper.dated_on, head=paper.head
    )


def _part(heading: str, points: tuple[tuple[int, str], ...]) -> Iterator[Block]:
    if heading:
        yield Heading(heading)
    for number, text in points:
        yield paragraph(f"{number}. {prose.sentence(text)}")


def receipts_document(
    title: str, number: str, rows: tuple[tuple[str, str, date | None], ...], *, issuer, on: date
) -> Document:
    """Who has signed for a paper: (township, name, day); what is empty is signed by hand."""
    told = f"《{title}》（{number}）" if number else f"《{title}》"
    table = Table(
        head=("序号", "单位", "签收人", "签收日期", "备注"),
        rows=tuple(
            (str(place), township, name, chinese_date(day) if day else "", "")
            for place, (township, name, day) in enumerate(rows, 1)
        ),
        widths=(2, 5, 4, 6, 3),
        is_roomy=True,
    )
    return Document(
        title="文件签收登记表",
        blocks=(paragraph(f"文件：{told}"), table, Signature(issuer, on)),
        author=issuer,
        on=on,
    )
