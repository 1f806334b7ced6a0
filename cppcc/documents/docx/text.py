"""The body of a paper in Word: paragraphs in the styles of styles.py."""

import functools

from django.utils.text import normalize_newlines

from cppcc.documents import measure, tree, words
from cppcc.documents.docx.styles import CELL, HEI, LINE, set_face
from cppcc.periods import chinese_date


@functools.singledispatch
def write(part, file) -> None:
    """Add a part of a paper at the end of the file."""
    raise TypeError(f"No Word form for {type(part).__name__}")


def add(file, text: str, style: str = "Normal", **formatting):
    """A paragraph in a named style; keyword arguments set its paragraph format."""
    added = file.add_paragraph(style=style)
    added.add_run(clean(text))
    for name, value in formatting.items():
        setattr(added.paragraph_format, name, value)
    return added


def clean(text: str) -> str:
    return words.without_controls(normalize_newlines(text))


def cells(count: float) -> int:
    """That many character cells as a length for Word."""
    return round(count * CELL)


def add_title(file, title: str) -> list:
    """One paragraph for each line of the title, so that Word breaks it where the PDF does."""
    lines = [add(file, line, "Title") for line in measure.title_lines(clean(title))]
    lines[-1].paragraph_format.space_after = LINE
    return lines


@write.register
def _(block: tree.Addressee, file) -> None:
    add(file, block.text, "主送机关")


@write.register
def _(block: tree.Heading, file) -> None:
    add(file, block.text, f"{'一二三四'[block.level - 1]}级标题")


@write.register
def _(block: tree.Paragraph, file) -> None:
    _add_runs(file, block.runs)


@write.register
def _(block: tree.Items, file) -> None:
    for runs in block.items:
        _add_runs(file, runs)


def _add_runs(file, runs: tree.Runs) -> None:
    """A paragraph of the body; what lies between two notes is one run of text."""
    added, text = file.add_paragraph(style="Normal"), ""
    for run in runs:
        if isinstance(run, tree.FigureValue) and run.note:
            added.add_run(_spaced(text + run.text))
            added.add_run(words.note_mark(run)).font.superscript = True
            text = ""
        else:
            text += words.run_text(run)
    added.add_run(_spaced(text))


def _spaced(text: str) -> str:
    return " ".join(clean(text).split())


@write.register
def _(block: tree.Attendees, file) -> None:
    for index, (word, names) in enumerate(block.rows):
        word = words.attendee_word(word)
        added = add(file, word, left_indent=cells(2 + len(word)))
        added.paragraph_format.first_line_indent = cells(-len(word))
        set_face(added.runs[0], HEI)
        added.add_run(clean(names))
        if not index:
            added.paragraph_format.space_before = LINE


@write.register
def _(block: tree.Attachments, file) -> None:
    several = len(block.names) > 1
    for index, line in enumerate(words.attachment_lines(block)):
        hanging = (0 if index else 3) + several
        added = add(file, line, "附件说明", left_indent=cells(5 + several), keep_with_next=True)
        added.paragraph_format.first_line_indent = cells(-hanging)
        if not index:
            added.paragraph_format.space_before = LINE


@write.register
def _(block: tree.Signature, file) -> None:
    day = chinese_date(block.on)
    left = max(0, measure.LINE - 2 - measure.signature_width(block.body, day))
    add(file, block.body, "署名", left_indent=cells(left), space_before=LINE, keep_with_next=True)
    add(file, day, "署名", left_indent=cells(left + 2))


@write.register
def _(block: tree.Note, file) -> None:
    add(file, words.note_line(block))


@write.register
def _(block: tree.Annex, file) -> None:
    add(file, block.label, "附件标号", page_break_before=True, space_after=LINE)
    add_title(file, block.title)
    for inner in block.blocks:
        write(inner, file)


@write.register
def _(document: tree.Document, file) -> None:
    if document.head:
        write(document.head, file)
    add_title(file, document.title)
    for block in document.blocks:
        write(block, file)
