"""Lines of Chinese end flush: WeasyPrint 70 widens spaces only, and Chinese has none.

A private function is replaced (the version is pinned, and a test measures line ends): a line that
has Chinese in it is spread between all its characters, as Word and WPS do.
"""

from collections.abc import Iterator

from weasyprint.formatting_structure.boxes import Box, InlineBox, LineBox, TextBox
from weasyprint.layout import inline

IDEOGRAPHIC = (
    (0x2014, 0x2014),
    (0x2018, 0x201D),
    (0x2026, 0x2026),
    (0x2E80, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
MOST_GAP = 4  # characters; a line shorter by more was broken on purpose
_original = inline.justify_line


def install() -> None:
    """Replace WeasyPrint's justification."""
    inline.justify_line = _justify_line


def _justify_line(context, line: LineBox, gap: float) -> None:
    texts = list(_text_boxes(line))
    characters = "".join(box.text for box in texts)
    if not _is_chinese(characters):
        _original(context, line, gap)
    elif len(characters) > 1 and gap <= MOST_GAP * texts[0].style["font_size"]:
        _spread(line, gap / (len(characters) - 1), 0, texts[-1])


def _is_chinese(text: str) -> bool:
    codes = [ord(character) for character in text]
    hits = sum(any(first <= code <= last for first, last in IDEOGRAPHIC) for code in codes)
    return hits * 5 >= len(codes) > 0  # a line of numbers has few others


def _text_boxes(box: Box) -> Iterator[TextBox]:
    if isinstance(box, TextBox):
        yield box
    elif isinstance(box, LineBox | InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _text_boxes(child)


def _spread(box: Box, extra: float, shift: float, last: TextBox) -> float:
    """Move the box by `shift`, add `extra` after each character; the shift for what follows."""
    if isinstance(box, TextBox):
        box.position_x += shift
        return shift + _widen(box, extra, len(box.text) - (box is last))
    if isinstance(box, LineBox | InlineBox):
        box.position_x += shift
        start = shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _spread(child, extra, shift, last)
        box.width += shift - start
    else:
        box.translate(shift, 0)
    return shift


def _widen(box: TextBox, extra: float, gaps: int) -> float:
    """Space the characters of a text box; it is laid out again from its style when drawn."""
    if gaps <= 0:
        return 0
    style = box.style.copy()
    spacing = style["letter_spacing"]
    style["letter_spacing"] = (0 if spacing == "normal" else spacing) + extra
    box.style = style
    box.width += extra * gaps
    return extra * gaps
