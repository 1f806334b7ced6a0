"""The page of GB/T 9704-2012 in Word: paper, grid of lines, styles, page marks.

The grid holds lines only (docGrid type "lines"); 28 characters come from a spacing of −0.25 pt,
which Word, WPS and LibreOffice understand alike, unlike a grid of characters.
"""

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FANG, HEI, KAI = "仿宋_GB2312", "黑体", "楷体_GB2312"
SONG, XIAOBIAOSONG = "宋体", "方正小标宋简体"
LINE, CELL = Pt(28.95), Pt(15.79)
MIDDLE = WD_CELL_VERTICAL_ALIGNMENT.CENTER
RIGHT = WD_TAB_ALIGNMENT.RIGHT
RED = RGBColor(0xE6, 0x00, 0x12)
BLACK = RGBColor(0, 0, 0)

STYLES = {  # name: face, points, alignment, cells the first line is set in
    "正文段落": (FANG, 16, Align.JUSTIFY, 2),
    "主送机关": (FANG, 16, Align.LEFT, 0),
    "附件说明": (FANG, 16, Align.JUSTIFY, 0),
    "附件标号": (HEI, 16, Align.LEFT, 0),
    "署名": (FANG, 16, Align.LEFT, 0),
    "发文机关标志": (XIAOBIAOSONG, 42, Align.CENTER, 0),
    "发文字号": (FANG, 16, Align.CENTER, 0),
    "表题": (HEI, 14, Align.CENTER, 0),
    "表格文字": (FANG, 12, Align.CENTER, 0),
    "表单文字": (FANG, 14, Align.LEFT, 0),
    "版记": (FANG, 14, Align.LEFT, 0),
    "Title": (XIAOBIAOSONG, 22, Align.CENTER, 0),
    "Heading 1": (HEI, 16, Align.JUSTIFY, 2),
    "Heading 2": (KAI, 16, Align.JUSTIFY, 2),
    "Heading 3": (FANG, 16, Align.JUSTIFY, 2),
    "Heading 4": (FANG, 16, Align.JUSTIFY, 2),
}
LINE_HEIGHTS = {"表格文字": Pt(16), "表单文字": Pt(24), "版记": Pt(24), "发文机关标志": Pt(48)}
WIDE = {"Title", "发文机关标志", "表题", "表格文字", "表单文字", "版记"}  # not moved together


def prepare(file) -> None:
    """Set paper, margins, grid, styles and page marks of a new file."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)
    _set_grid(section)
    _set_normal(file.styles["Normal"])
    for name, look in STYLES.items():
        _set_style(file, name, *look)
    file.settings.odd_and_even_pages_header_footer = True
    _set_page_mark(section.footer.paragraphs[0], Align.RIGHT)
    _set_page_mark(section.even_page_footer.paragraphs[0], Align.LEFT)


def set_face(target, face: str) -> None:
    """Name the face of a run or style for Chinese and Latin alike."""
    target.font.name = face
    faces = target.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), face)


def rule(paragraph, side: str, colour: str, eighths: int) -> None:
    """Draw a line above ("top") or below ("bottom") a paragraph, in eighths of a point."""
    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
        )
    border = OxmlElement(f"w:{side}")
    looks = {"val": "single", "sz": str(eighths), "space": "4", "color": colour}
    for name, value in looks.items():
        border.set(qn(f"w:{name}"), value)
    borders.append(border)


def repeat_row(row) -> None:
    """Print this row again on top of every page the table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_row_whole(row) -> None:
    """Do not break this row over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _set_grid(section) -> None:
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "579")


def _set_normal(style) -> None:
    set_face(style, FANG)
    style.font.size = Pt(16)
    properties = style.element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)
    layout = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    layout.widow_control = False


def _set_style(file, name: str, face: str, points: int, align: Align, indent: int) -> None:
    known = {style.name for style in file.styles}
    styles = file.styles
    style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = styles["Normal"], True
    _clear(style)
    set_face(style, face)
    style.font.size, style.font.bold, style.font.italic = Pt(points), False, False
    style.font.color.rgb = RED if name == "发文机关标志" else BLACK
    _set_spacing(style, 0 if name in WIDE else -5)
    layout = style.paragraph_format
    layout.alignment = align
    layout.space_before = layout.space_after = Pt(0)
    layout.first_line_indent = indent * CELL
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = LINE_HEIGHTS.get(name, LINE)
    layout.keep_with_next = name.startswith("Heading") or name in {"表题", "附件标号", "Title"}


def _clear(style) -> None:
    """Take away what the built-in style looks like, its outline level aside."""
    element = style.element
    if element.rPr is not None:
        element.remove(element.rPr)
    if element.pPr is not None:
        for child in list(element.pPr):
            if child.tag != qn("w:outlineLvl"):
                element.pPr.remove(child)


def _set_spacing(style, twentieths: int) -> None:
    """Move characters together, in twentieths of a point; kept in the order Word demands."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(twentieths))
    style.element.get_or_add_rPr().insert_element_before(
        spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:u", "w:lang"
    )


def _set_page_mark(paragraph, align: Align) -> None:
    """— 1 — in 4号宋体, one character in from the outer edge."""
    paragraph.alignment = align
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Pt(14)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.add_run("— ")
    field = paragraph.add_run()
    for kind in ("begin", "PAGE", "end"):
        is_code = kind == "PAGE"
        element = OxmlElement("w:instrText" if is_code else "w:fldChar")
        if is_code:
            element.text = kind
        else:
            element.set(qn("w:fldCharType"), kind)
        field._r.append(element)
    paragraph.add_run(" —")
    for run in paragraph.runs:
        set_face(run, SONG)
        run.font.size = Pt(14)
