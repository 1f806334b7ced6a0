"""What WeasyPrint 70 does more than a paper needs, done once or not at all.

Nothing in a long table is quadratic; 6,000 cells are dear because each goes through the layout of
a general block, has its rules drawn piece by piece, and feeds Python's collector of cycles, which
walks the growing tree of boxes again and again for nothing. Private functions are replaced (the
version is pinned); whatever is not the plain case goes to the original, and a test compares the
pages with those of the engine left alone.
"""

import gc
import re
import zlib
from contextlib import contextmanager
from functools import wraps
from math import inf
from pathlib import Path
from types import SimpleNamespace

# Rules of the engine's own style sheet that give every element five more styles, used by none of
# ours: no list has markers, and document.css says itself what its one footnote looks like.
UNUSED = re.compile(r"^::(marker|footnote-\w+|note-\w+)\b.*$", re.MULTILINE)
COMPRESSION = 4  # of 9, which takes a sixth of a paper's time and makes it 4 % smaller


@contextmanager
def collector_paused():
    """Leave cycles alone while a paper is made; a fifth to a quarter of the time of a long one."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def install() -> None:
    """Replace what is listed here once; later calls do nothing."""
    import pydyf  # slow to import
    import weasyprint  # slow to import
    from weasyprint import draw  # slow to import
    from weasyprint.layout import block, inline  # slow to import

    if hasattr(draw.draw_collapsed_borders, "__wrapped__"):
        return
    block.block_container_layout = _cell_layout(block.block_container_layout)
    draw.draw_collapsed_borders = _rules(draw.draw_collapsed_borders)
    inline.strut = _kept_strut(inline.strut)
    pydyf.zlib = SimpleNamespace(
        compress=zlib.compress, compressobj=lambda level: zlib.compressobj(COMPRESSION)
    )
    sheet = Path(weasyprint.__file__).with_name("css") / "html5_ua.css"
    plain = weasyprint.CSS(string=UNUSED.sub("", sheet.read_text()))
    weasyprint.HTML._ua_stylesheets = wraps(weasyprint.HTML._ua_stylesheets)(
        lambda page, forms=False: [plain]
    )


def _kept_strut(original):
    """The height of a line and its base line, looked up once for each style and not for each line,
    under a key that is a long text."""

    @wraps(original)
    def strut(style):
        try:
            return style.kept_strut
        except AttributeError:
            style.kept_strut = original(style)
            return style.kept_strut

    return strut


def _cell_layout(original):
    """The layout of a block, shorter for a cell that holds one text and fits on the page."""
    from weasyprint.layout.inline import iter_line_boxes  # slow to import

    @wraps(original)
    def block_container_layout(context, box, bottom_space, skip_stack, *rest, **more):
        if skip_stack is None and _is_plain_cell(box):
            context.create_block_formatting_context(box)
            child, top = box.children[0], box.content_box_y()
            child.position_x, child.position_y, bottom, lines = box.content_box_x(), top, top, []
            for line, resume_at in iter_line_boxes(
                context, child, top, bottom_space, None, box, [], [], None, None
            ):
                line.resume_at, bottom = resume_at, line.position_y + line.height
                lines.append(line)
            new = box.copy_with_children(lines)
            new.height = max(0, bottom - top)
            context.finish_block_formatting_context(new)
            edge = box.border_bottom_width + box.padding_bottom
            if not context.overflows_page(bottom_space, bottom + edge):
                return new, None, {"break": "any", "page": None}, [], False, None
        return original(context, box, bottom_space, skip_stack, *rest, **more)

    return block_container_layout


def _is_plain_cell(box) -> bool:
    from weasyprint.formatting_structure import boxes  # slow to import

    if not isinstance(box, boxes.TableCellBox) or len(box.children) != 1:
        return False
    line = box.children[0]
    return (
        isinstance(line, boxes.LineBox)
        and len(line.children) == 1
        and isinstance(line.children[0], boxes.TextBox)
        and box.first_letter_style is None
        and box.first_line_style is None
        and (box.min_height, box.max_height) == (0, inf)
        and box.style["position"] == "static"
        and box.style["max_lines"] == "none"
    )


def _rules(original):
    """The rules of a table, each drawn in one piece where all of them look alike."""
    from weasyprint.draw import draw_line  # slow to import

    @wraps(original)
    def draw_collapsed_borders(stream, table):
        rows = [row for group in table.children for row in group.children]
        look = _one_look(table, len(rows)) if rows else None
        if look is None:
            original(stream, table)
            return
        style, width, colour = look
        xs = [*table.column_positions, table.column_positions[-1] + table.column_widths[-1]]
        ys = [*(row.position_y for row in rows), rows[-1].position_y + rows[-1].height]
        half = width / 2
        with stream.artifact(), stream.stacked():
            for y in ys:
                draw_line(stream, xs[0] - half, y, xs[-1] + half, y, width, style, colour)
            for x in xs:
                draw_line(stream, x, ys[0] - half, x, ys[-1] + half, width, style, colour)

    return draw_collapsed_borders


def _one_look(table, count: int):
    """(style, width, colour) of every rule of the rows on this page, None where they differ."""
    if table.skip_cell_border_top or table.skip_cell_border_bottom or not table.column_widths:
        return None  # a row broken over two pages is open there
    if table.children[-1].is_footer:
        return None
    head = len(table.children[0].children) if table.children[0].is_header else 0
    first = table.skipped_rows or head
    verticals, horizontals = table.collapsed_border_grid
    shown = (*verticals[:head], *verticals[first : first + count - head])
    shown += (*horizontals[: head + 1], *horizontals[first : first + count - head + 1])
    looks = {look for row in shown for _, look in row}
    look = looks.pop()
    return look if not looks and look[0] == "solid" and look[1] and look[2].alpha == 1 else None
