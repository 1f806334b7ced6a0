"""The paper as PDF/A: the same HTML, laid out by WeasyPrint after static/css/document.css.

WeasyPrint's fonts are not safe for threads and are dear to load: a process has one set of them,
used under a lock.
"""

import functools
import logging
import os
import threading
import warnings
from contextlib import contextmanager
from pathlib import Path

from cppcc.documents.fonts import CONFIG, ROOT, MissingGlyphError, require_glyphs, require_setup
from cppcc.documents.html import page_html
from cppcc.documents.tree import Paper, photos_of
from cppcc.documents.words import text_of

STYLE = ROOT / "static" / "css" / "document.css"
READABLE = (ROOT / "static" / "css", ROOT / "static" / "fonts")
_one_at_a_time = threading.Lock()


class RefusedURLError(ValueError):
    """A paper asked for something from outside our own static files."""


def render_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-3u, the same bytes for the same value.

    Raises PaperSetupError where fonts or libraries are missing, and MissingGlyphError for a
    character that would print as a box.
    """
    require_glyphs(text_of(paper))
    html = page_html(paper)
    photos = [photo.data for photo in photos_of(paper)]
    with _one_at_a_time:
        engine = _engine()
        with _boxes_refused():
            return engine(html, photos)


@functools.cache
def _engine():
    """What turns a page of HTML into PDF; made on first use, once in a process."""
    require_setup()
    with _private_fonts():
        from weasyprint import CSS, HTML  # slow to import, and needed by few requests
        from weasyprint.text.fonts import FontConfiguration  # slow to import

        fonts = FontConfiguration()
    from cppcc.documents import justify  # after its fonts are set

    justify.install()
    fetcher = url_fetcher()
    style = CSS(filename=STYLE, font_config=fonts, url_fetcher=fetcher)

    def write(html: str, photos: list[bytes]) -> bytes:
        page = HTML(string=html, url_fetcher=url_fetcher(photos))
        return page.write_pdf(
            stylesheets=[style],
            font_config=fonts,  # the same as in CSS(), or Chinese prints as boxes
            presentational_hints=True,  # the column widths: a style attribute is not allowed
            pdf_variant="pdf/a-3u",
        )

    return write


@contextmanager
def _private_fonts():
    """Our own fontconfig while the fonts are loaded; programs started later keep theirs."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(CONFIG)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        del os.environ["FONTCONFIG_FILE"]
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


def url_fetcher(photos=()):
    """Reads our own style sheets and fonts, and refuses any other file, network or data URL."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # slow to import

    own = {f"photo:{number}": data for number, data in enumerate(photos)}

    class StaticFetcher(URLFetcher):
        def fetch(self, url, headers=None):
            if url in own:
                return URLFetcherResponse(url, own[url])
            path = URLFetcherResponse(url).path
            real = Path(path).resolve() if path else None
            if real is None or not any(real.is_relative_to(folder) for folder in READABLE):
                raise RefusedURLError(f"A paper may not read {url[:80]}")
            return super().fetch(real.as_uri(), headers)

    return StaticFetcher(allowed_protocols=("file", "photo"), allow_redirects=False)


@contextmanager
def _boxes_refused():
    """The second gate: what the engine itself reports as drawn without a glyph."""
    log, notes = logging.getLogger("weasyprint"), []

    class Note(logging.Handler):
        def emit(self, record):
            if record.getMessage().startswith(".notdef"):
                notes.append(record.args)

    note = Note(logging.WARNING)
    log.addHandler(note)
    try:
        yield
    finally:
        log.removeHandler(note)
    if notes:
        raise MissingGlyphError(sorted({each for args in notes for each in str(args[0])}))
