"""What WeasyPrint 70.0 and pydyf 0.13.0 do more than a paper needs.

Three private names are replaced, each because a real paper takes at least a tenth longer without
(measured in docs/decisions.md). No release makes one of them needless yet: these two, the newest,
are pinned, and a test compares the pages with those of the engine left alone. They go when pydyf
lets its level of compression be chosen, when WeasyPrint styles only the pseudo-elements that a
sheet names, and when a cell that holds one text costs no more than its lines.
"""

import re
import zlib
from math import inf
from pathlib import Path
from types import SimpleNamespace

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import Box, LineBox, TableCellBox, TextBox
from weasyprint.layout import block
from weasyprint.layout.inline import iter_line_boxes

# Rules of the engine's own style sheet that give every element five more styles, used by none of
# ours: no list has markers, and document.css says itself what its one footnote looks like.
UNUSED = re.compile(r"^::(marker|footnote-\w+|note-\w+)\b.*$", re.MULTILINE)
_original = block.block_container_layout


def install() -> None:
    """Replace what is listed here."""
    block.block_container_layout = _block_container_layout
    # Level 9 takes a fifth of a short paper's time, and makes it a hundredth smaller than level 6.
    pydyf.zlib = SimpleNamespace(
        compress=zlib.compress, compressobj=lambda level: zlib.compressobj()
    )
    sheet = Path(weasyprint.__file__).with_name("css") / "html5_ua.css"
    plain = weasyprint.CSS(string=UNUSED.sub("", sheet.read_text()))
    weasyprint.HTML._ua_stylesheets = lambda page, forms=False: [plain]


def _block_container_layout(context, box: Box, bottom_space: float, skip_stack, *rest, **more):
    """The layout of a block, shorter for a cell that holds one text and fits on the page."""
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
    return _original(context, box, bottom_space, skip_stack, *rest, **more)


def _is_plain_cell(box: Box) -> bool:
    if not isinstance(box, TableCellBox) or len(box.children) != 1:
        return False
    line = box.children[0]
    return (
        isinstance(line, LineBox)
        and len(line.children) == 1
        and isinstance(line.children[0], TextBox)
        and box.first_letter_style is None
        and box.first_line_style is None
        and (box.min_height, box.max_height) == (0, inf)
        and box.style["position"] == "static"
        and box.style["max_lines"] == "none"
    )
