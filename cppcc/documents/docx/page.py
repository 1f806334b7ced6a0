"""The page of GB/T 9704-2012 in Word: paper, grid of lines, page marks, sections."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from cppcc.documents.docx.elements import add_field, element, float_at, rule
from cppcc.documents.docx.styles import RED, SONG, add_styles, set_face

FOOT = Mm(297 - 35)  # where the type area ends


def prepare(file: Document) -> None:
    """Set paper, margins, grid, styles and page marks of a new file."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)
    _set_grid(section)
    add_styles(file)
    file.settings.odd_and_even_pages_header_footer = True
    _set_page_mark(section.footer.paragraphs[0], Align.RIGHT)
    _set_page_mark(section.even_page_footer.paragraphs[0], Align.LEFT)


def _set_grid(section: Section) -> None:
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = element("docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "579")


def _set_page_mark(paragraph: Paragraph, align: Align) -> None:
    """— 1 — in 4号宋体, one character in from the outer edge."""
    paragraph.alignment = align
    layout = paragraph.paragraph_format
    layout.first_line_indent = Pt(0)
    layout.left_indent = layout.right_indent = Pt(14)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.add_run("— ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" —")
    for run in paragraph.runs:
        set_face(run, SONG)
        run.font.size = Pt(14)


def open_letter(section: Section) -> None:
    """A section whose first page has no page mark and closes with the second red rule."""
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    foot = section.first_page_footer.paragraphs[0]
    foot.paragraph_format.line_spacing = Pt(2)
    rule(foot, "top", RED, 24, kind="thinThickSmallGap")
    float_at(foot, top=Mm(277) - Pt(6), width=Mm(170))


def is_letter(section: Section) -> bool:
    """Whether the section is one that `open_letter` has opened."""
    return section.different_first_page_header_footer


def unmark(section: Section) -> None:
    """A section without page marks: the cover and the contents of a volume."""
    for footer in (section.footer, section.even_page_footer):
        for line in footer.paragraphs:
            line.clear()


def open_bound(section: Section, *, is_first: bool) -> None:
    """The section of a paper within a volume; page 1 is the first page of the first paper."""
    section.different_first_page_header_footer = False
    for numbers in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(numbers)  # Word has copied them from the section before
    if not is_first:
        return
    for footer, align in ((section.footer, Align.RIGHT), (section.even_page_footer, Align.LEFT)):
        footer.is_linked_to_previous = False
        _set_page_mark(footer.paragraphs[0], align)
    section._sectPr.insert_element_before(
        element("pgNumType", start=1), "w:cols", "w:titlePg", "w:docGrid"
    )
