"""The words of a paper: what each part of it prints, in reading order, for all renderings alike."""

import re
from collections.abc import Iterator
from functools import singledispatch

from cppcc.documents import tree
from cppcc.periods import chinese_date

CONTENTS = "目录"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_LINE_BREAK = "\x0b"  # of Word


def without_controls(text: str) -> str:
    """The text without the control characters that come along when one pastes from Word.

    They print nothing, and a Word file that contains them does not open.
    """
    return _CONTROLS.sub(lambda found: "\n" if found[0] == _LINE_BREAK else "", text)


def text_of(paper: tree.Paper) -> str:
    """The words of the paper in reading order, a line for each printed unit; no page marks."""
    return without_controls("\n".join(line for line in words_of(paper) if line))


def run_text(run: tree.Run) -> str:
    """What a run prints."""
    return run.text + note_mark(run) if isinstance(run, tree.FigureValue) else run


def note_mark(figure: tree.FigureValue) -> str:
    """The small number behind a figure that leads to the line explaining it."""
    return f"[{figure.note}]" if figure.note else ""


def joined(runs: tree.Runs) -> str:
    return "".join(map(run_text, runs))


def number(value: float) -> str:
    """4 or 3.5: a value of a chart as it is written."""
    return f"{value:g}"


@singledispatch
def words_of(part) -> Iterator[str]:
    """What a part of a paper prints, unit by unit; TypeError for what is no part of one."""
    raise TypeError(f"Not a part of a paper: {part!r}")


@words_of.register
def _(volume: tree.Volume):
    yield from (volume.title, volume.issuer, cover_month(volume), CONTENTS)
    yield from contents(volume)
    for paper in volume.papers:
        yield from words_of(paper)


def contents(volume: tree.Volume) -> tuple[str, ...]:
    """The line of each paper in the contents, without its page."""
    return tuple("".join(paper.title.splitlines()) for paper in volume.papers)


def cover_month(volume: tree.Volume) -> str:
    return f"{volume.on.year}年{volume.on.month}月" if volume.on else ""


@words_of.register
def _(document: tree.Document):
    if document.head:
        yield from words_of(document.head)
    yield document.title
    for block in document.blocks:
        yield from words_of(block)


@words_of.register
def _(head: tree.RedHead):
    yield from (head.urgency, head.organ, head.number, signer_line(head))


def signer_line(head: tree.RedHead) -> str:
    return f"签发人：{head.signer}" if head.signer else ""


@words_of.register
def _(head: tree.LetterHead):
    yield from (head.mark, head.organ, head.number)


@words_of.register
def _(head: tree.MinutesHead):
    yield from (head.organ, head.issue, head.issuer, chinese_date(head.on) if head.on else "")


@words_of.register(tree.Addressee)
@words_of.register(tree.Heading)
def _(block):
    yield block.text


@words_of.register
def _(block: tree.Paragraph):
    yield joined(block.runs)


@words_of.register
def _(block: tree.Items):
    yield from map(joined, block.items)


@words_of.register
def _(block: tree.Table):
    yield block.caption
    yield from (cell for row in (block.head, *block.rows) for cell in row)


@words_of.register
def _(block: tree.Sheet):
    for row in block.rows:
        for cell in row:
            yield from (cell.text, cell.foot)


@words_of.register
def _(block: tree.Chart):
    yield from chart_words(block)
    yield block.caption


def chart_words(chart: tree.Chart) -> Iterator[str]:
    """What is written inside the drawing: each label and its value, with the target if any."""
    for place, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        yield label
        yield value_words(chart, place, value)


def value_words(chart: tree.Chart, place: int, value: float) -> str:
    """4次, or 3/4次 where four were promised."""
    target = f"/{number(chart.targets[place])}" if chart.targets else ""
    return f"{number(value)}{target}{chart.unit}"


@words_of.register
def _(block: tree.Photos):
    yield from (photo.caption for photo in block.photos)


@words_of.register
def _(block: tree.Attendees):
    yield from (attendee_word(word) + names for word, names in block.rows)


def attendee_word(word: str) -> str:
    return f"{word}："


@words_of.register
def _(block: tree.Attachments):
    yield from attachment_lines(block)


def attachment_lines(block: tree.Attachments) -> tuple[str, ...]:
    """One printed line each; the first one carries the word 附件."""
    numbered = block.names
    if len(block.names) > 1:
        numbered = tuple(f"{number}.{name}" for number, name in enumerate(block.names, 1))
    return tuple(f"附件：{line}" if not index else line for index, line in enumerate(numbered))


@words_of.register
def _(block: tree.Signature):
    yield from (block.body, chinese_date(block.on))


@words_of.register
def _(block: tree.Note):
    yield note_line(block)


def note_line(note: tree.Note) -> str:
    return f"（{note.text}）"


@words_of.register
def _(block: tree.Annex):
    yield from (block.label, block.title)
    for inner in block.blocks:
        yield from words_of(inner)


@words_of.register
def _(block: tree.Copies):
    yield from copies_lines(block)


def copies_lines(copies: tree.Copies) -> tuple[str, str, str]:
    """The printed words of the end mark: copies line, printing body, printing date."""
    to = f"抄送：{copies.to.removesuffix('。')}。" if copies.to else ""
    return to, copies.issuer, f"{chinese_date(copies.on)}印发" if copies.on else ""
