"""What is done with a whole paper of the county (上级文件), and its printed forms."""

from collections.abc import Iterable
from itertools import count, groupby

from django.db import models, transaction

from cppcc import clock
from cppcc.documents.prose import numeral
from cppcc.exports import Field
from directives.documents import PaperText, paper_document, receipts_document
from directives.models import CountyPaper, KeyPoint, Receipt
from directives.workflow import SheetStatus


class Printed(models.TextChoices):
    """What can be printed of a paper."""

    DOCUMENT = "document", "文件"
    RECEIPTS = "receipts", "签收登记表"


RECEIPT_FIELDS = (
    Field("乡镇", lambda one: one.township.name),
    Field("签收", lambda one: "已签收" if one.received else "未签收"),
    Field("签收人", lambda one: signed_by(one), 16),
    Field("签收日期", lambda one: one.received and one.received.on),
    Field("代录人", lambda one: entered_by(one)),
)
PAPER_FIELDS = (
    Field("标题", lambda one: one.title, 40),
    Field("类别", lambda one: one.get_kind_display()),
    Field("发文字号", lambda one: one.number, 24),
    Field("成文日期", lambda one: one.dated_on),
    Field("状态", lambda one: one.get_status_display()),
)
KEPT_FIELDS = (
    *PAPER_FIELDS,
    Field("下发乡镇数", lambda one: len(one.seen_receipts)),
    Field("已签收", lambda one: len(received(one.seen_receipts))),
)


def parts(points: Iterable[KeyPoint]) -> list[tuple[str, list[KeyPoint]]]:
    """The points under their headings 一、二、三; without headings they are one part."""
    found = [(heading, list(those)) for heading, those in groupby(points, lambda one: one.heading)]
    numbers = count(1)
    return [
        (f"{numeral(next(numbers))}、{heading}" if heading else "", those)
        for heading, those in found
    ]


def received(receipts: Iterable[Receipt]) -> list[Receipt]:
    return [one for one in receipts if one.status == SheetStatus.RECEIVED]


def waiting(receipts: Iterable[Receipt]) -> list[Receipt]:
    """Those that nobody has signed for."""
    return [one for one in receipts if one.status == SheetStatus.HANDED_DOWN]


def signed_by(receipt: Receipt) -> str:
    """The name of whoever signed for it, also where that was entered for them."""
    event = receipt.received
    return (event.decided_by or event.actor_name) if event else ""


def entered_by(receipt: Receipt) -> str:
    """Who entered the receipt for them (代录); empty where they signed themselves."""
    event = receipt.received
    return event.actor_name if event and event.decided_by else ""


def successor(paper: CountyPaper, *, by) -> CountyPaper:
    """The draft that is to take the place of a paper, with its words; the one that is there."""
    with transaction.atomic():
        CountyPaper.objects.select_for_update().get(pk=paper.pk)
        there = paper.successors.first()
        if there:
            return there
        names = ("county_id", "year", "kind", "title", "text")
        draft = CountyPaper(
            **{name: getattr(paper, name) for name in names},
            dated_on=clock.today(),
            replaces=paper,
        )
        draft.enter(by=by)
        draft.set_points((one.heading, one.text) for one in paper.points.all())
    return draft


def document_of(paper: CountyPaper):
    """The paper itself, as it is printed at a township without a network."""
    return paper_document(
        PaperText(
            title=paper.title,
            issuer=paper.county.body_name,
            text=paper.text,
            parts=tuple(
                (heading, tuple((one.position, one.text) for one in points))
                for heading, points in parts(paper.points.all())
            ),
            files=tuple(one.file_name.rpartition(".")[0] for one in paper.files.all()),
            dated_on=paper.dated_on,
            head=paper.county.head(paper.dated_on.year, paper.number),
        )
    )


def receipts_of(paper: CountyPaper):
    """The list of receipts (签收登记表) of a paper fetched `for_detail()`."""
    rows = tuple(
        (one.township.name, signed_by(one), one.received.on if one.received else None)
        for one in paper.seen_receipts
    )
    return receipts_document(
        paper.title, paper.number, rows, issuer=paper.county.body_name, on=clock.today()
    )
