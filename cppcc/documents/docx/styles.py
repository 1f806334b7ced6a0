"""The styles of a paper in Word: the faces the offices have, sizes, lines and indents.

The grid holds lines only (docGrid type "lines"); 28 characters come from a spacing of −0.25 pt,
which Word, WPS and LibreOffice understand alike, unlike a grid of characters.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.run import Run

from cppcc.documents.docx.elements import add_property, element, set_spacing

FANG, HEI, KAI = "仿宋_GB2312", "黑体", "楷体_GB2312"
SONG, XIAOBIAOSONG = "宋体", "方正小标宋简体"
LINE, CELL = Pt(28.95), Pt(15.79)
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
KEPT = {"表题", "图片", "附件标号", *OUTLINE}  # never the last line of a page


def add_styles(file: Document) -> None:
    """Give a new file the styles of a paper."""
    _set_normal(file.styles["Normal"])
    for name, look in STYLES.items():
        _set_style(file, name, *look)
    end_mark = file.styles["版记"].paragraph_format
    end_mark.left_indent, end_mark.first_line_indent = Pt(56), Pt(-56)
    end_mark.tab_stops.add_tab_stop(Mm(156) - Pt(14), WD_TAB_ALIGNMENT.RIGHT)
    file.styles["目录条目"].paragraph_format.tab_stops.add_tab_stop(
        Mm(156), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )


def set_face(target: Run | CharacterStyle, face: str) -> None:
    """Name the face of a run or style for Chinese and Latin alike."""
    target.font.name = face
    faces = target.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), face)


def _set_normal(style: ParagraphStyle) -> None:
    """Chinese, and no gap of its own between Chinese and numbers, so that lines break as in PDF."""
    for name in ("autoSpaceDE", "autoSpaceDN"):
        add_property(style.element.get_or_add_pPr(), name, val=0)
    style.element.get_or_add_rPr().append(element("lang", eastAsia="zh-CN"))


def _set_style(
    file: Document, name: str, face: str, points: int, align: Align, indent: int
) -> None:
    styles = file.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name != "Normal":
        style.base_style, style.next_paragraph_style = styles["Normal"], styles["Normal"]
        _clear(style)
    style.quick_style = True
    set_face(style, face)
    style.font.size, style.font.bold, style.font.italic = Pt(points), False, False
    style.font.color.rgb = RED if name == "发文机关标志" else BLACK
    set_spacing(style, -5 if name in TOGETHER else 0)
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
        add_property(properties, "snapToGrid", val=0)  # else a large character takes two lines
    if name in OUTLINE:
        add_property(properties, "outlineLvl", val=OUTLINE[name])


def _clear(style: ParagraphStyle) -> None:
    """Take away what the built-in style looks like."""
    for properties in (style.element.rPr, style.element.pPr):
        if properties is not None:
            style.element.remove(properties)
