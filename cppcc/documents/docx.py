"""The paper for Word and WPS (.docx): the same words, for officials who edit on.

It names the faces the offices have (仿宋_GB2312 …); nothing is embedded. Each block has a writer
registered with `write`; a block without one raises TypeError.
"""

import datetime
import functools
import io
import zipfile

from django.utils.text import normalize_newlines
from docx import Document as new_file
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.shared import Mm, Pt

from cppcc.documents import docx_page, measure, tree
from cppcc.documents.docx_page import CELL, FANG, HEI, LINE, set_face

EPOCH = datetime.date(2000, 1, 1)  # dates a paper that has no date, so that bytes stay equal


def render_docx(document: tree.Document) -> bytes:
    """The paper as a Word file, the same bytes for the same value."""
    file = new_file()
    docx_page.prepare(file)
    _write_properties(file, document)
    if document.red_head:
        _write_red_head(file, document.red_head)
    _write_title(file, document.title)
    for block in document.blocks:
        write(block, file)
    return _packed(file)


@functools.singledispatch
def write(block, file) -> None:
    """Add a block at the end of the file."""
    raise TypeError(f"No Word form for {type(block).__name__}")


def _add(file, text: str, style: str, **formatting):
    """A paragraph in a named style; keyword arguments set its paragraph format."""
    added = file.add_paragraph(style=style)
    added.add_run(_clean(text))
    for name, value in formatting.items():
        setattr(added.paragraph_format, name, value)
    return added


def _clean(text: str) -> str:
    return tree.without_controls(normalize_newlines(text))


@write.register
def _(block: tree.Addressee, file) -> None:
    _add(file, block.text, "主送机关")


@write.register
def _(block: tree.Heading, file) -> None:
    _add(file, block.text, f"Heading {block.level}")


@write.register
def _(block: tree.Paragraph, file) -> None:
    _write_runs(file, block.runs)


@write.register
def _(block: tree.Items, file) -> None:
    for runs in block.items:
        _write_runs(file, runs)


def _write_runs(file, runs: tree.Runs) -> None:
    words = "".join(map(tree.run_text, runs))
    _add(file, " ".join(_clean(words).split()), "正文段落")


@write.register
def _(block: tree.Table, file) -> None:
    if block.caption:
        _add(file, block.caption, "表题")
    table = _new_table(file, len(block.rows) + 1, measure.column_shares(block))
    docx_page.repeat_row(table.rows[0])
    wordy = measure.wordy_columns(block)
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        _fill(cell, text, HEI, Align.CENTER)
    for row, texts in zip(table.rows[1:], block.rows, strict=True):
        docx_page.keep_row_whole(row)
        for cell, text, is_wordy in zip(row.cells, texts, wordy, strict=True):
            _fill(cell, text, FANG, Align.LEFT if is_wordy else Align.CENTER)


@write.register
def _(block: tree.Facts, file) -> None:
    table = _new_table(file, len(block.rows), (20.5, 79.5))
    for row, (label, value) in zip(table.rows, block.rows, strict=True):
        _fill(row.cells[0], label, HEI, Align.CENTER, style="表单文字")
        _fill(row.cells[1], value, FANG, Align.LEFT, style="表单文字")
        if measure.is_wordy_fact(value):
            for added in row.cells[1].paragraphs:
                added.paragraph_format.first_line_indent = Pt(28)


def _new_table(file, rows: int, shares: tuple[float, ...]):
    table = file.add_table(rows=rows, cols=len(shares), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(156 * share / 100)
        for cell in column.cells:
            cell.width = column.width
    return table


def _fill(cell, text: str, face: str, align: Align, style: str = "表格文字") -> None:
    """Put the text into a table cell, a paragraph for each of its lines."""
    cell.vertical_alignment = docx_page.MIDDLE
    for index, line in enumerate(_clean(text).splitlines() or [""]):
        added = cell.add_paragraph() if index else cell.paragraphs[0]
        added.style = style
        added.alignment = align
        set_face(added.add_run(line), face)


@write.register
def _(block: tree.Signature, file) -> None:
    day = tree.chinese_date(block.on)
    left = max(0, measure.LINE - 2 - measure.signature_width(block.body, day))
    _add(file, block.body, "署名", left_indent=_cells(left), space_before=LINE, keep_with_next=True)
    _add(file, day, "署名", left_indent=_cells(left + 2))


def _cells(count: float) -> int:
    """That many character cells as a length for Word."""
    return round(count * CELL)


@write.register
def _(block: tree.Attachments, file) -> None:
    several = len(block.names) > 1
    for index, line in enumerate(block.lines()):
        hanging = (0 if index else 3) + several
        added = _add(file, line, "附件说明", left_indent=_cells(5 + several))
        added.paragraph_format.first_line_indent = _cells(-hanging)
        if not index:
            added.paragraph_format.space_before = LINE


@write.register
def _(block: tree.Annex, file) -> None:
    _add(file, block.label, "附件标号", page_break_before=True, space_after=LINE)
    _write_title(file, block.title)
    for inner in block.blocks:
        write(inner, file)


@write.register
def _(block: tree.Copies, file) -> None:
    to, issuer, day = map(_clean, tree.copies_lines(block))
    lines = [text for text in (to, f"{issuer}\t{day}" if issuer or day else "") if text]
    for index, text in enumerate(lines):
        added = _add(file, text, "版记")
        if text == to:
            added.paragraph_format.left_indent = Pt(56)
            added.paragraph_format.first_line_indent = Pt(-42)
        else:
            added.paragraph_format.tab_stops.add_tab_stop(Mm(156) - Pt(14), docx_page.RIGHT)
        if not index:
            added.paragraph_format.space_before = LINE
        docx_page.rule(added, "top", "000000", 8 if not index else 6)
        if index == len(lines) - 1:
            docx_page.rule(added, "bottom", "000000", 8)


def _write_red_head(file, red_head: tree.RedHead) -> None:
    organ = _add(file, red_head.organ, "发文机关标志", space_before=Mm(33), space_after=2 * LINE)
    organ.runs[0].font.size = Pt(measure.organ_size(red_head.organ))
    number = _add(file, red_head.number, "发文字号", space_after=2 * LINE)
    docx_page.rule(number, "bottom", "E60012", 16)


def _write_title(file, title: str) -> None:
    """One paragraph for each line of the title, so that Word breaks it where the PDF does."""
    lines = measure.title_lines(_clean(title))
    for index, line in enumerate(lines):
        added = _add(file, line, "Title")
        if index == len(lines) - 1:
            added.paragraph_format.space_after = LINE


def _write_properties(file, document: tree.Document) -> None:
    moment = datetime.datetime.combine(document.on or EPOCH, datetime.time())
    properties = file.core_properties
    properties.title = "".join(_clean(document.title).splitlines())[:255]
    properties.author = properties.last_modified_by = _clean(document.author)[:255]
    properties.created = properties.modified = moment
    properties.language = "zh-CN"
    properties.comments = ""


def _packed(file) -> bytes:
    """The file's bytes with fixed times inside the archive."""
    written, packed = io.BytesIO(), io.BytesIO()
    file.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
