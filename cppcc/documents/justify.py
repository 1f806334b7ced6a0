"""Lines of Chinese end flush: WeasyPrint 70 widens spaces only, and Chinese has none.

A private function is replaced (the version is pinned, and a test measures line ends): a line that
has Chinese in it is spread between all its characters, as Word and WPS do.
"""

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


def install() -> None:
    """Replace WeasyPrint's justification once; later calls do nothing."""
    from weasyprint.layout import inline  # slow to import

    original = inline.justify_line
    if getattr(original, "spreads_chinese", False):
        return

    def justify_line(context, line, gap):
        texts = list(_text_boxes(line))
        characters = "".join(box.text for box in texts)
        if not _is_chinese(characters):
            original(context, line, gap)
        elif len(characters) > 1 and gap <= MOST_GAP * texts[0].style["font_size"]:
            _spread(line, gap / (len(characters) - 1), 0, texts[-1])

    justify_line.spreads_chinese = True
    inline.justify_line = justify_line


def _is_chinese(text: str) -> bool:
    codes = [ord(character) for character in text]
    hits = sum(any(first <= code <= last for first, last in IDEOGRAPHIC) for code in codes)
    return hits * 5 >= len(codes) > 0  # a line of numbers has few others


def _text_boxes(box):
    from weasyprint.formatting_structure import boxes  # slow to import

    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _text_boxes(child)


def _spread(box, extra: float, shift: float, last) -> float:
    """Move the box by `shift`, add `extra` after each character; the shift for what follows."""
    from weasyprint.formatting_structure import boxes  # slow to import

    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        return shift + _widen(box, extra, len(box.text) - (box is last))
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += shift
        start = shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _spread(child, extra, shift, last)
        box.width += shift - start
    else:
        box.translate(shift, 0)
    return shift


def _widen(box, extra: float, gaps: int) -> float:
    """Space the characters of a text box; it is laid out again from its style when drawn."""
    if gaps <= 0:
        return 0
    style = box.style.copy()
    spacing = style["letter_spacing"]
    style["letter_spacing"] = (0 if spacing == "normal" else spacing) + extra
    box.style = style
    box.width += extra * gaps
    return extra * gaps
