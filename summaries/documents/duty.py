"""The words and the order of a duty file (履职档案) as a paper."""

from collections.abc import Sequence
from datetime import date

from cppcc.documents.prose import numeral
from cppcc.documents.tree import Cell, Document, Heading, Paragraph, Sheet, Signature, Table, label
from cppcc.periods import chinese_date
from members.models import Membership
from summaries.duty import Chapter, DutyFile

NONE = "—"
PAIRS = 3  # names with their values beside each other on a form sheet
COLUMNS = (29, 23) * PAIRS


def duty_document(file: DutyFile, on: date) -> Document:
    """The file as it stands on `on`."""
    membership = file.membership
    blocks = [Sheet(COLUMNS, person_rows(membership))]
    for number, chapter in enumerate(file.chapters, 1):
        blocks += _chapter(f"{numeral(number)}、{chapter.title}", chapter, file)
    if file.blank:
        blocks.append(Paragraph((f"本届没有登记的：{'、'.join(file.blank)}。",)))
    issuer = membership.township.signature
    blocks.append(Signature(issuer, on))
    return Document(title="政协委员履职档案", blocks=tuple(blocks), author=issuer, on=on)


def person_rows(membership: Membership) -> tuple[tuple[Cell, ...], ...]:
    """Who the member is, in six columns; for readers who may see what is private."""
    person = membership.member
    pairs = (
        ("姓名", person.name),
        ("性别", person.get_sex_display()),
        ("民族", person.nation),
        ("出生年月", person.born_in),
        ("政治面貌", person.party),
        ("界别", membership.sector.name),
    )
    return (
        *rows_of(pairs),
        (label("单位及职务"), Cell(membership.post or NONE, across=5)),
        (
            label("所属"),
            Cell(membership.township.body_name, across=3),
            label("届次"),
            Cell(membership.term.name),
        ),
        (label("任职日期"), Cell(_service(membership), across=5)),
    )


def rows_of(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[Cell, ...], ...]:
    """Names with their values, three beside each other; the last row is filled up."""
    boxes = [cell for name, value in pairs for cell in (label(name), Cell(value or NONE))]
    boxes += [Cell()] * (-len(boxes) % len(COLUMNS))
    width = len(COLUMNS)
    return tuple(tuple(boxes[start : start + width]) for start in range(0, len(boxes), width))


def _service(membership: Membership) -> str:
    if not membership.left_on:
        return f"{chinese_date(membership.joined_on)}起"
    why = f"，{membership.left_why}" if membership.left_why else ""
    return f"{chinese_date(membership.joined_on)}至{chinese_date(membership.left_on)}{why}"


def _chapter(heading: str, chapter: Chapter, file: DutyFile):
    yield Heading(heading)
    yield Table(
        head=("项目", *(one.name for one in file.periods)),
        rows=tuple(
            (f"{number.name}（{number.unit}）", *(shown for _, shown, _ in number.cells))
            for number in chapter.numbers
        ),
        widths=(4, *(2 for _ in file.periods)),
    )
    if chapter.entries:
        yield _records(chapter, f"{file.told.name}的记录")


def _records(chapter: Chapter, caption: str) -> Table:
    rows = [
        (chinese_date(one.on) if one.on else NONE, one.text, "、".join(one.counted_in))
        for one in chapter.entries
    ]
    if chapter.tells_what_counts:
        head, widths = ("日期", "记录", "计入"), (4, 8, 4)
    else:
        head, widths = ("日期", "记录"), (4, 12)
    shown = tuple(row[: len(head)] for row in rows)
    return Table(head=head, rows=shown, caption=caption, widths=widths)
