"""The paper as HTML, through one template for each block: templates/documents/<block>.html.

The page on screen shows `render_html`; the PDF is laid out from `page_html` of the same value.
"""

import re

from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from cppcc.documents import measure, tree


def render_html(document: tree.Document, *, links: bool = True) -> SafeString:
    """The paper alone, an <article class="paper">; with `links`, its figures lead to records."""
    red_head = document.red_head
    context = {
        "document": document,
        "title_lines": measure.title_lines(document.title),
        "organ_size": measure.organ_size(red_head.organ) if red_head else None,
        "body": _blocks(document.blocks, links),
    }
    return _template("document", context)


def page_html(document: tree.Document) -> SafeString:
    """The paper as a whole HTML page for print; its figures are plain words."""
    title = "".join(document.title.splitlines())
    paper = render_html(document, links=False)
    return _template("page", {"document": document, "title": title, "paper": paper})


def _blocks(blocks: tuple[tree.Block, ...], links: bool) -> SafeString:
    return format_html_join("\n", "{}", ((_block(block, links),) for block in blocks))


def _block(block: tree.Block, links: bool) -> SafeString:
    return _template(type(block).__name__.lower(), {"block": block, **_more(block, links)})


def _more(block: tree.Block, links: bool) -> dict:
    """What a template shows beside the block itself; rendered parts, never rules."""
    match block:
        case tree.Paragraph(runs):
            return {"words": _runs(runs, links)}
        case tree.Items(items):
            return {"lines": [_runs(runs, links) for runs in items]}
        case tree.Heading(level=level):
            return {"tag": f"h{level + 1}"}
        case tree.Table():
            return _table(block)
        case tree.Facts(rows):
            return {"rows": [_fact(label, value) for label, value in rows]}
        case tree.Signature(on=on):
            return {"day": tree.chinese_date(on)}
        case tree.Copies():
            return dict(zip(("to", "issuer", "day"), tree.copies_lines(block), strict=True))
        case tree.Annex():
            lines = measure.title_lines(block.title)
            return {"title_lines": lines, "body": _blocks(block.blocks, links)}
    return {}


def _table(table: tree.Table) -> dict:
    wordy = measure.wordy_columns(table)
    rows = [list(zip(row, wordy, strict=True)) for row in table.rows]
    return {
        "shares": measure.column_shares(table),
        "rows": rows,
        "is_short": len(rows) <= measure.SHORT_TABLE,
    }


def _fact(label: str, value: str) -> dict:
    wordy = measure.is_wordy_fact(value)
    return {"label": label, "lines": value.splitlines() or [""], "is_wordy": wordy}


def _runs(runs: tree.Runs, links: bool) -> SafeString:
    return format_html_join("", "{}", ((_run(run, links),) for run in runs))


def _run(run: tree.Run, links: bool) -> SafeString:
    if isinstance(run, tree.FigureValue):
        return _template("figure", {"figure": run, "links": links})
    return format_html("{}", run)


def _template(name: str, context: dict) -> SafeString:
    """The template's markup; white space between tags goes, it would print as a gap."""
    rendered = get_template(f"documents/{name}.html").render(context)
    joined = re.sub(r">\s+<", "><", tree.without_controls(rendered).strip())
    return mark_safe(joined)  # it was escaped by the template and only lost white space
