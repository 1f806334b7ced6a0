"""What stands above and below the body of a paper in Word, and papers bound as a volume."""

from math import ceil

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from cppcc.documents import measure, tree, words
from cppcc.documents.docx import page
from cppcc.documents.docx.elements import add_field, bookmark, float_at, rule
from cppcc.documents.docx.styles import BLACK, LINE, RED
from cppcc.documents.docx.text import add, cells, clean, write
from cppcc.periods import chinese_date

END_LINE = Pt(24)  # the height of a line of the end mark
SLACK = Pt(12)  # what the rules and the place of the frame take


@write.register
def _(head: tree.RedHead, file) -> None:
    if head.urgency:
        add(file, head.urgency, "紧急程度")
    _add_organ(file, head.organ, Mm(33) - LINE * bool(head.urgency))
    signer = words.signer_line(head)
    number = add(file, head.number, "发文字号")
    if signer:
        number.alignment = Align.LEFT
        number.paragraph_format.left_indent = cells(1)
        _add_right(number, signer, cells(measure.LINE - 1))
    _close_red_head(number)


@write.register
def _(head: tree.MinutesHead, file) -> None:
    _add_organ(file, head.organ, Mm(33))
    if head.issue:
        add(file, head.issue, "发文字号")
    issued = add(file, head.issuer, "发文字号")
    issued.alignment = Align.LEFT
    issued.paragraph_format.left_indent = cells(1)
    _add_right(issued, chinese_date(head.on) if head.on else "", cells(measure.LINE - 1))
    _close_red_head(issued)


def _add_organ(file, organ: str, before: int) -> None:
    added = add(file, organ, "发文机关标志", space_before=before, space_after=2 * LINE)
    added.runs[0].font.size = Pt(measure.organ_size(organ))


def _add_right(paragraph, text: str, stop: int) -> None:
    """Words behind a tab that ends at the right."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"\t{clean(text)}")


def _close_red_head(last) -> None:
    """The red rule below the head, and two lines to the title."""
    rule(last, "bottom", RED, 16)
    last.paragraph_format.space_after = 2 * LINE


@write.register
def _(head: tree.LetterHead, file) -> None:
    page.open_letter(file.sections[-1])
    if head.mark:
        float_at(add(file, head.mark, "类别标记"), top=Mm(17))
    organ = add(file, head.organ, "发文机关标志", space_after=Pt(0))
    organ.runs[0].font.size = Pt(measure.organ_size(head.organ, largest=36))
    rule(organ, "bottom", RED, 24, kind="thickThinSmallGap")
    float_at(organ, top=Mm(28), width=Mm(170))
    number = add(file, head.number, "发文字号", space_before=Pt(10), space_after=2 * LINE)
    number.alignment = Align.RIGHT


@write.register
def _(block: tree.Copies, file) -> None:
    to, issuer, day = map(clean, words.copies_lines(block))
    issued = f"{issuer}\t{day}" if issuer or day else ""
    edge = 0 if page.is_letter(file.sections[-1]) else 8
    if to:
        lines = ceil(measure.width_of(to) / measure.COPIES_LINE)
        top = page.FOOT - END_LINE * (lines + 1) - SLACK if issued else 0
        _add_end_line(file, to, top, edge, 0 if issued else edge)
    if issued:
        _add_end_line(file, issued, 0, 6 if to else edge, edge)
    add(file, "", "占位")  # what the end mark is anchored to


def _add_end_line(file, text: str, top: int, above: int, below: int) -> None:
    """A line of the end mark with its rules; each has a place of its own, LibreOffice loses two
    paragraphs in one. It is set in by a space, because rules are only as wide as the indents.
    """
    line = add(file, f"\u3000{text}", "版记")
    for side, eighths in (("top", above), ("bottom", below)):
        if eighths:
            rule(line, side, BLACK, eighths, gap=1)
    float_at(line, top=top, width=Mm(156))


@write.register
def _(volume: tree.Volume, file) -> None:
    page.unmark(file.sections[-1])
    for index, line in enumerate(measure.title_lines(clean(volume.title))):
        add(file, line, "封面标题", space_before=Mm(50) if not index else Pt(0))
    add(file, volume.issuer, "封面落款", space_before=Mm(80))
    add(file, words.cover_month(volume), "封面落款")
    add(file, words.CONTENTS, "目录标题", page_break_before=True, space_after=LINE)
    for number, title in enumerate(words.contents(volume), 1):
        line = add(file, f"{title}\t", "目录条目")
        add_field(line, f"PAGEREF paper{number}")
    for number, paper in enumerate(volume.papers, 1):
        section = file.add_section(WD_SECTION.NEW_PAGE if number > 1 else WD_SECTION.ODD_PAGE)
        page.open_bound(section, is_first=number == 1)
        before = len(file.paragraphs)
        write(paper, file)
        titles = (line for line in file.paragraphs[before:] if line.style.name == "Title")
        bookmark(next(titles), f"paper{number}", number)
