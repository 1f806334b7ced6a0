"""The paper as HTML, through one template for each part: templates/documents/<part>.html.

The page on screen shows `render_html`; the PDF is laid out from `page_html` of the same value.
"""

import re
from dataclasses import dataclass
from functools import singledispatchmethod

from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from cppcc.documents import chart, measure, tree, words
from cppcc.periods import chinese_date


def render_html(paper: tree.Paper, *, links: bool = True) -> SafeString:
    """The paper alone, an <article class="paper">; with `links`, its figures lead to records."""
    return Rendering(links=links).part(paper)


def page_html(paper: tree.Paper) -> SafeString:
    """The paper as a whole HTML page for print; its figures are plain words.

    Its photographs are named by their place in `photos_of(paper)`: photo:0, photo:1 …
    """
    places: dict[tree.Photo, str] = {}
    for number, photo in enumerate(tree.photos_of(paper)):
        places.setdefault(photo, f"photo:{number}")
    body = Rendering(links=False, photos=places).part(paper)
    title = "".join(paper.title.splitlines())
    return _template("page", {"paper": paper, "title": title, "body": body})


def chart_svg(block: tree.Chart) -> SafeString:
    """The drawing of a chart alone, as a whole SVG file."""
    namespace = "http://www.w3.org/2000/svg"
    return _template(
        "drawing", {"drawing": chart.draw(block), "block": block, "namespace": namespace}
    )


@dataclass(frozen=True)
class Rendering:
    """How the parts of one paper become markup: what each template shows beside the part itself.

    `photos` are the addresses of the photographs for print; without them the screen's are used.
    """

    links: bool = True
    photos: dict[tree.Photo, str] | None = None

    def part(self, part) -> SafeString:
        context = {"block": part, **self.more(part)}
        return _template(type(part).__name__.lower(), context)

    def parts(self, parts) -> SafeString:
        return format_html_join("\n", "{}", ((self.part(part),) for part in parts))

    @singledispatchmethod
    def more(self, part) -> dict:
        """Rendered parts and measured widths, never rules."""
        return {}

    @more.register
    def _(self, volume: tree.Volume):
        papers = [
            (f"paper-{number}", title, self.part(paper))
            for number, (paper, title) in enumerate(
                zip(volume.papers, words.contents(volume), strict=True), 1
            )
        ]
        month = words.cover_month(volume)
        return {
            "papers": papers,
            "contents": words.CONTENTS,
            "title_lines": measure.title_lines(volume.title),
            "month": month,
        }

    @more.register
    def _(self, document: tree.Document):
        return {
            "title_lines": measure.title_lines(document.title),
            "head": self.part(document.head) if document.head else "",
            "is_letter": isinstance(document.head, tree.LetterHead),
            "body": self.parts(document.blocks),
        }

    @more.register
    def _(self, head: tree.RedHead):
        return {"size": measure.organ_size(head.organ), "signer": words.signer_line(head)}

    @more.register
    def _(self, head: tree.LetterHead):
        return {"size": measure.organ_size(head.organ, largest=36)}

    @more.register
    def _(self, head: tree.MinutesHead):
        day = chinese_date(head.on) if head.on else ""
        return {"size": measure.organ_size(head.organ), "day": day}

    @more.register
    def _(self, block: tree.Paragraph):
        return {"words": self.runs(block.runs)}

    @more.register
    def _(self, block: tree.Items):
        return {"lines": [self.runs(runs) for runs in block.items]}

    @more.register
    def _(self, block: tree.Heading):
        return {"tag": f"h{block.level + 1}"}

    @more.register
    def _(self, block: tree.Table):
        rows = measure.rows_of(block)
        is_short = len(rows) <= measure.SHORT_TABLE
        return {"shares": measure.column_shares(block), "rows": rows, "is_short": is_short}

    @more.register
    def _(self, block: tree.Sheet):
        boxes = [(measure.may_break(row), map(_box, row)) for row in block.rows]
        return {"shares": measure.percent(block.columns), "rows": boxes}

    @more.register
    def _(self, block: tree.Chart):
        return {"drawing": _template("drawing", {"drawing": chart.draw(block), "block": block})}

    @more.register
    def _(self, block: tree.Photos):
        places = self.photos or {}
        return {"photos": [(photo, places.get(photo, photo.url)) for photo in block.photos]}

    @more.register
    def _(self, block: tree.Attendees):
        rows = [
            (words.attendee_word(word), re.findall("[^、]+、?", names))
            for word, names in block.rows
        ]
        return {"rows": rows}

    @more.register
    def _(self, block: tree.Signature):
        return {"day": chinese_date(block.on)}

    @more.register
    def _(self, block: tree.Note):
        return {"line": words.note_line(block)}

    @more.register
    def _(self, block: tree.Copies):
        return dict(zip(("to", "issuer", "day"), words.copies_lines(block), strict=True))

    @more.register
    def _(self, block: tree.Annex):
        lines = measure.title_lines(block.title)
        return {"title_lines": lines, "body": self.parts(block.blocks)}

    def runs(self, runs: tree.Runs) -> SafeString:
        return format_html_join("", "{}", ((self.run(run),) for run in runs))

    def run(self, run: tree.Run) -> SafeString:
        if isinstance(run, tree.FigureValue):
            note = words.note_mark(run)
            return _template("figure", {"figure": run, "links": self.links, "note": note})
        return format_html("{}", run)


def _box(cell: tree.Cell) -> tuple[tree.Cell, list[str], bool]:
    """A box of a form sheet with its lines, and whether it reads as paragraphs."""
    return cell, measure.padded_lines(cell), measure.is_wordy(cell)


def _template(name: str, context: dict) -> SafeString:
    """The template's markup; white space between tags goes, it would print as a gap."""
    rendered = get_template(f"documents/{name}.html").render(context)
    joined = re.sub(r">\s+<", "><", words.without_controls(rendered).strip())
    return mark_safe(joined)  # it was escaped by the template and only lost white space
