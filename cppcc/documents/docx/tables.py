"""Tables, form sheets and pictures of a paper in Word."""

import io

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.image.image import Image
from docx.shared import Mm, Pt
from docx.table import _Cell

from cppcc.documents import chart, html, measure, tree, words
from cppcc.documents.docx.elements import keep_row_whole, repeat_row
from cppcc.documents.docx.styles import FANG, HEI, STYLES, set_face
from cppcc.documents.docx.text import add, clean, write

ROOMY = Mm(11)  # the height of a row to write into
PICTURE = Mm(150), Mm(78)  # the most a photograph takes, two to a page


@write.register
def _(block: tree.Table, file) -> None:
    if block.caption:
        add(file, block.caption, "表题")
    table = _new_table(file, len(block.rows) + 1, measure.column_shares(block))
    head, *rows = table._tbl.tr_lst
    repeat_row(head)
    for tc, text in zip(head.tc_lst, block.head, strict=True):
        _fill(_Cell(tc, table), text.splitlines(), HEI, Align.CENTER)
    for tr, cells in zip(rows, measure.rows_of(block), strict=True):
        keep_row_whole(tr)
        if block.is_roomy:
            tr.trHeight_val = ROOMY
        for tc, (text, is_wordy) in zip(tr.tc_lst, cells, strict=True):
            align = Align.LEFT if is_wordy else Align.CENTER
            _fill(_Cell(tc, table), text.splitlines(), FANG, align)


@write.register
def _(block: tree.Sheet, file) -> None:
    table = _new_table(file, len(block.rows), measure.percent(block.columns))
    taken = set()
    for down, (tr, row) in enumerate(zip(table._tbl.tr_lst, block.rows, strict=True)):
        if not measure.may_break(row):
            keep_row_whole(tr)
        free = [place for place in range(len(block.columns)) if (down, place) not in taken]
        for cell in row:
            across = free[0]
            places = {(down + d, across + a) for d in range(cell.down) for a in range(cell.across)}
            taken |= places
            del free[: cell.across]
            last = max(places)
            _write_box(table.cell(down, across).merge(table.cell(*last)), cell)


def _write_box(box, cell: tree.Cell) -> None:
    face, align = (HEI, Align.CENTER) if cell.is_label else (FANG, Align.LEFT)
    _fill(box, measure.padded_lines(cell), face, align, style="表单文字")
    if measure.is_wordy(cell):
        for added in box.paragraphs:
            added.paragraph_format.first_line_indent = Pt(28)
    if cell.foot:
        foot = box.add_paragraph(style="表单文字")
        foot.alignment = Align.RIGHT
        set_face(foot.add_run(clean(cell.foot)), FANG)


def _new_table(file, rows: int, shares: tuple[float, ...]):
    table = file.add_table(rows=rows, cols=len(shares), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    widths = [Mm(156 * share / 100) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for tr in table._tbl.tr_lst:
        for tc, width in zip(tr.tc_lst, widths, strict=True):
            tc.width = width
    return table


def _fill(cell, lines: list[str], face: str, align: Align, style: str = "表格文字") -> None:
    """Put the lines into a table cell, a paragraph for each."""
    own_face, _, own_align, _ = STYLES[style]
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for index, line in enumerate(lines or [""]):
        added = cell.add_paragraph() if index else cell.paragraphs[0]
        added._p.style = style  # its id; to ask python-docx for it looks through all of them
        run = added.add_run(clean(line))
        if align != own_align:
            added.alignment = align
        if face != own_face:
            set_face(run, face)


@write.register
def _(block: tree.Chart, file) -> None:
    picture = _add_picture(file, chart.png_of(html.chart_svg(block)), Mm(156))
    # the words of the drawing cannot be read in a picture: they are its description
    picture.set("name", "图表")
    picture.set("descr", clean(" ".join(words.chart_words(block))))
    add(file, block.caption, "图题")


@write.register
def _(block: tree.Photos, file) -> None:
    for photo in block.photos:
        image = Image.from_blob(photo.data)
        width, height = PICTURE
        fitting = min(width, round(height * image.px_width / image.px_height))
        picture = _add_picture(file, photo.data, fitting)
        picture.set("descr", clean(photo.caption))
        add(file, photo.caption, "图题")


def _add_picture(file, data: bytes, width: int):
    """A picture in a line of its own, kept with the caption below; its properties."""
    line = add(file, "", "图片")
    shape = line.runs[0].add_picture(io.BytesIO(data), width=width)
    return shape._inline.docPr
