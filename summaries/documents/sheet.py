"""The words and the order of 《委员年度履职登记表》: a form sheet."""

from dataclasses import dataclass
from datetime import date

from cppcc.documents.tree import Cell, Document, Sheet, label
from cppcc.periods import chinese_date
from members.models import Membership
from summaries.documents.duty import COLUMNS, person_rows, rows_of

REST = len(COLUMNS) - 1  # the columns beside one label
OWN_LINES, OPINION_LINES = 8, 3  # the least room for the pen


@dataclass(frozen=True)
class Opinion:
    """What a body says, who signed it, and when."""

    text: str = ""
    signed_by: str = ""
    on: date | None = None


@dataclass(frozen=True)
class SheetText:
    """The form of one member and year; what is empty is room for the pen."""

    membership: Membership
    year: int
    numbers: tuple[tuple[str, str], ...]
    own_summary: str = ""
    office: Opinion = Opinion()
    county: Opinion = Opinion()
    grade: str = ""


def sheet_document(sheet: SheetText) -> Document:
    rows = (
        *person_rows(sheet.membership),
        *rows_of(sheet.numbers),
        (label("本人小结"), Cell(sheet.own_summary.strip(), across=REST, lines=OWN_LINES)),
        _opinion("联工委意见", sheet.office),
        _opinion("县政协意见", sheet.county),
        (label("等次"), Cell(sheet.grade, across=REST)),
    )
    return Document(
        title=f"{sheet.year}年度政协委员履职登记表",
        blocks=(Sheet(COLUMNS, rows),),
        author=sheet.membership.township.signature,
        on=sheet.county.on or sheet.office.on,
    )


def _opinion(name: str, opinion: Opinion) -> tuple[Cell, Cell]:
    day = chinese_date(opinion.on) if opinion.on else "　　年　　月　　日"
    foot = f"签署人：{opinion.signed_by or '　　　　'}　{day}"
    return label(name), Cell(opinion.text.strip(), across=REST, lines=OPINION_LINES, foot=foot)
