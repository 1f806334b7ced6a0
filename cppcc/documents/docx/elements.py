"""What a Word file can hold and python-docx has no word for, in the order that Word demands."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

ORDER = tuple(  # of the properties of a paragraph behind its place on the page (framePr)
    f"w:{name}"
    for name in (
        "widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
        "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing "
        "ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split()
)


def element(name: str, /, **values: object) -> BaseOxmlElement:
    """<w:name> with these values."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def add_property(properties: BaseOxmlElement, name: str, /, **values: object) -> BaseOxmlElement:
    """Set a property of a paragraph."""
    made = element(name, **values)
    properties.insert_element_before(made, *ORDER[ORDER.index(f"w:{name}") + 1 :])
    return made


def set_spacing(style: ParagraphStyle, twentieths: int) -> None:
    """Move characters together, in twentieths of a point."""
    style.element.get_or_add_rPr().insert_element_before(
        element("spacing", val=twentieths),
        *("w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:u", "w:lang"),
    )


def rule(
    paragraph: Paragraph,
    side: str,
    colour: RGBColor,
    eighths: int,
    kind: str = "single",
    gap: int = 4,
) -> None:
    """Draw a line above ("top") or below ("bottom") a paragraph: `eighths` of a point thick, `gap`
    points from the words.
    """
    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = add_property(properties, "pBdr")
    borders.append(element(side, val=kind, sz=eighths, space=gap, color=colour))


def repeat_row(tr: CT_Row) -> None:
    """Print this row again on top of every page the table reaches."""
    tr.get_or_add_trPr().append(element("tblHeader"))


def keep_row_whole(tr: CT_Row) -> None:
    """Do not break this row over two pages."""
    tr.get_or_add_trPr().append(element("cantSplit"))


def add_field(paragraph: Paragraph, code: str) -> None:
    """A number that Word counts itself (PAGE, PAGEREF), up to date when the file is opened."""
    words = element("instrText")
    words.text = code
    begin, end = (element("fldChar", fldCharType=kind) for kind in ("begin", "end"))
    begin.set(qn("w:dirty"), "true")
    field = paragraph.add_run()._r
    for part in (begin, words, end):
        field.append(part)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Give the paragraph a name that PAGEREF finds."""
    paragraph._p.append(element("bookmarkStart", id=number, name=name))
    paragraph._p.append(element("bookmarkEnd", id=number))


def float_at(paragraph: Paragraph, *, top: int = 0, width: int = 0) -> None:
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
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("framePr", **place), *ORDER)


def _twips(length: int) -> str:
    return str(round(length / 635))
