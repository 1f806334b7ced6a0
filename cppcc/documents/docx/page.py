"""The page of GB/T 9704-2012 in Word: paper, grid of lines, styles, page marks.

The grid holds lines only (docGrid type "lines"); 28 characters come from a spacing of −0.25 pt,
which Word, WPS and LibreOffice understand alike, unlike a grid of characters.
"""

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FANG, HEI, KAI = "仿宋_GB2312", "黑体", "楷体_GB2312"
SONG, XIAOBIAOSONG = "宋体", "方正小标宋简体"
LINE, CELL = Pt(28.95), Pt(15.79)
FOOT = Mm(297 - 35)  # where the type area ends
MIDDLE = WD_CELL_VERTICAL_ALIGNMENT.CENTER
RIGHT = WD_TAB_ALIGNMENT.RIGHT
LEFT, RIGHT_EDGE = Align.LEFT, Align.RIGHT
RED = RGBColor(0xE6, 0x00, 0x12)
BLACK = RGBColor(0, 0, 0)

STYLES = {  # name: face, points, alignment, cells the first line is set in
    "Normal": (FANG, 16, Align.JUSTIFY, 2),  # Word calls it 正文
    "主送机关": (FANG, 16, Align.LEFT, 0),
    "附件说明": (FANG, 16, Align.JUSTIFY, 0),
    "附件标号": (HEI, 16, Align.LEFT, 0),
    "署名": (FANG, 16, Align.LEFT, 0),
    "发文机关标志": (XIAOBIAOSONG, 42, Align.CENTER, 0),
    "发文字号": (FANG, 16, Align.CENTER, 0),
    "紧急程度": (HEI, 16, Align.LEFT, 0),
    "类别标记": (HEI, 16, Align.RIGHT, 0),
    "表题": (HEI, 14, Align.CENTER, 0),
    "图题": (HEI, 14, Align.CENTER, 0),
    "图片": (FANG, 16, Align.CENTER, 0),
    "表格文字": (FANG, 12, Align.CENTER, 0),
    "表单文字": (FANG, 14, Align.LEFT, 0),
    "版记": (FANG, 14, Align.LEFT, 0),
    "占位": (FANG, 1, Align.LEFT, 0),
    "封面标题": (XIAOBIAOSONG, 32, Align.CENTER, 0),
    "封面落款": (FANG, 18, Align.CENTER, 0),
    "目录标题": (XIAOBIAOSONG, 22, Align.CENTER, 0),
    "目录条目": (FANG, 16, Align.LEFT, 0),
    "Title": (XIAOBIAOSONG, 22, Align.CENTER, 0),  # Word calls it 标题
    "一级标题": (HEI, 16, Align.JUSTIFY, 2),
    "二级标题": (KAI, 16, Align.JUSTIFY, 2),
    "三级标题": (FANG, 16, Align.JUSTIFY, 2),
    "四级标题": (FANG, 16, Align.JUSTIFY, 2),
}
OUTLINE = {"Title": 0, "一级标题": 1, "二级标题": 2, "三级标题": 3, "四级标题": 4}
LINE_HEIGHTS = {
    "表格文字": Pt(16),
    "表单文字": Pt(24),
    "版记": Pt(24),
    "发文机关标志": Pt(48),
    "封面标题": Pt(48),
    "占位": Pt(1),
}
TOGETHER = {  # whose characters move together, so that 28 make a line
    *("Normal", "主送机关", "附件说明", "附件标号", "署名", "发文字号", "目录条目"),
    *("一级标题", "二级标题", "三级标题", "四级标题"),
}
ORDER = tuple(  # of the properties of a paragraph behind its place on the page (framePr)
    f"w:{name}"
    for name in (
        "widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
        "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing "
        "ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split()
)
KEPT = {"表题", "图片", "附件标号", *OUTLINE}  # never the last line of a page


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
    end_mark = file.styles["版记"].paragraph_format
    end_mark.left_indent, end_mark.first_line_indent = Pt(56), Pt(-56)
    end_mark.tab_stops.add_tab_stop(Mm(156) - Pt(14), RIGHT)
    file.styles["目录条目"].paragraph_format.tab_stops.add_tab_stop(
        Mm(156), RIGHT, WD_TAB_LEADER.DOTS
    )
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


def rule(paragraph, side: str, colour: str, eighths: int, kind="single", gap: int = 4) -> None:
    """Draw a line above ("top") or below ("bottom") a paragraph: `eighths` of a point thick, `gap`
    points from the words.
    """
    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, *ORDER[ORDER.index("w:pBdr") + 1 :])
    border = OxmlElement(f"w:{side}")
    looks = {"val": kind, "sz": str(eighths), "space": str(gap), "color": colour}
    for name, value in looks.items():
        border.set(qn(f"w:{name}"), value)
    borders.append(border)


def repeat_row(tr) -> None:
    """Print this row again on top of every page the table reaches."""
    tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_row_whole(tr) -> None:
    """Do not break this row over two pages."""
    tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _set_grid(section) -> None:
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "579")


def _set_normal(style) -> None:
    """Chinese, and no gap of its own between Chinese and numbers, so that lines break as in PDF."""
    for name in ("autoSpaceDE", "autoSpaceDN"):
        _add_value(style.element.get_or_add_pPr(), name, 0)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)


def _set_style(file, name: str, face: str, points: int, align: Align, indent: int) -> None:
    styles = file.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name != "Normal":
        style.base_style, style.next_paragraph_style = styles["Normal"], styles["Normal"]
        _clear(style)
    style.quick_style = True
    set_face(style, face)
    style.font.size, style.font.bold, style.font.italic = Pt(points), False, False
    style.font.color.rgb = RED if name == "发文机关标志" else BLACK
    _set_spacing(style, -5 if name in TOGETHER else 0)
    layout = style.paragraph_format
    layout.alignment = align
    layout.space_before = layout.space_after = Pt(0)
    layout.first_line_indent = indent * CELL
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = LINE_HEIGHTS.get(name, LINE)
    if name == "图片":  # as tall as the picture in it
        layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    layout.keep_with_next = name in KEPT
    layout.widow_control = False
    properties = style.element.get_or_add_pPr()
    if name not in TOGETHER:
        _add_value(properties, "snapToGrid", 0)  # else a large character takes two lines
    if name in OUTLINE:
        _add_value(properties, "outlineLvl", OUTLINE[name])


def _add_value(properties, name: str, value: int) -> None:
    """Set a property of a paragraph that python-docx has no word for, in the order Word demands."""
    element = OxmlElement(f"w:{name}")
    element.set(qn("w:val"), str(value))
    properties.insert_element_before(element, *ORDER[ORDER.index(f"w:{name}") + 1 :])


def _clear(style) -> None:
    """Take away what the built-in style looks like."""
    element = style.element
    for properties in (element.rPr, element.pPr):
        if properties is not None:
            element.remove(properties)


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
    layout.first_line_indent = Pt(0)
    layout.left_indent = layout.right_indent = Pt(14)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.add_run("— ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" —")
    for run in paragraph.runs:
        set_face(run, SONG)
        run.font.size = Pt(14)


def add_field(paragraph, code: str) -> None:
    """A number that Word counts itself (PAGE, PAGEREF), up to date when the file is opened."""
    field = paragraph.add_run()
    for kind in ("begin", code, "end"):
        is_code = kind == code
        element = OxmlElement("w:instrText" if is_code else "w:fldChar")
        if is_code:
            element.text = kind
        else:
            element.set(qn("w:fldCharType"), kind)
        if kind == "begin":
            element.set(qn("w:dirty"), "true")
        field._r.append(element)


def bookmark(paragraph, name: str, number: int) -> None:
    """Give the paragraph a name that PAGEREF finds."""
    for index, kind in enumerate(("bookmarkStart", "bookmarkEnd")):
        element = OxmlElement(f"w:{kind}")
        element.set(qn("w:id"), str(number))
        if not index:
            element.set(qn("w:name"), name)
        paragraph._p.append(element)


def float_at(paragraph, *, top: int = 0, width: int = 0) -> None:
    """Take a paragraph out of the text, `top` from the edge of the page: in the middle of the
    page with a `width`, else at the right of the type area. Without `top` it goes to the foot of
    the type area. Its left edge is the type area's where it is as wide.
    """
    place = {"vAnchor": "page", "y": _twips(top)}
    if not top:
        place = {"vAnchor": "margin", "yAlign": "bottom"}
    if width:
        anchor = "page" if width > Mm(156) else "margin"
        place |= {"w": _twips(width), "hAnchor": anchor, "xAlign": "center", "wrap": "notBeside"}
    else:
        place |= {"hAnchor": "margin", "xAlign": "right", "wrap": "around"}
    frame = OxmlElement("w:framePr")
    for name, value in place.items():
        frame.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().insert_element_before(frame, *ORDER)


def _twips(length: int) -> str:
    return str(round(length / 635))


def open_letter(section) -> None:
    """A section whose first page has no page mark and closes with the second red rule."""
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    foot = section.first_page_footer.paragraphs[0]
    foot.paragraph_format.line_spacing = Pt(2)
    rule(foot, "top", str(RED), 24, kind="thinThickSmallGap")
    float_at(foot, top=Mm(277) - Pt(6), width=Mm(170))


def is_letter(section) -> bool:
    """Whether the section is one that `open_letter` has opened."""
    return section.different_first_page_header_footer


def unmark(section) -> None:
    """A section without page marks: the cover and the contents of a volume."""
    for footer in (section.footer, section.even_page_footer):
        for line in footer.paragraphs:
            line.clear()


def open_bound(section, *, is_first: bool) -> None:
    """The section of a paper within a volume; page 1 is the first page of the first paper."""
    section.different_first_page_header_footer = False
    for numbers in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(numbers)  # Word has copied them from the section before
    if not is_first:
        return
    for footer, align in ((section.footer, Align.RIGHT), (section.even_page_footer, Align.LEFT)):
        footer.is_linked_to_previous = False
        _set_page_mark(footer.paragraphs[0], align)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
