"""The PDF itself: HTML laid out by WeasyPrint after static/css/document.css.

Its fonts are dear to load and unsafe for threads, and they leak where they are loaded for each
paper: a process has one engine and makes one paper at a time. FONTCONFIG_FILE names our own fonts
before this module is imported (see client.ENVIRONMENT). Nothing of Django is loaded here.
"""

import gc
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from cppcc.press import justify, quick
from cppcc.press.edition import STYLE
from cppcc.press.errors import MissingGlyphError, RefusedPartError
from cppcc.press.fonts import require_setup

PHOTOS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}  # by first bytes
SHOWN = 80  # characters of an address in a message


class Engine:
    """One set of fonts and one parsed style sheet for all papers of a process."""

    def __init__(self) -> None:
        require_setup()
        justify.install()
        quick.install()
        self._fonts = FontConfiguration()
        self._style = CSS(filename=STYLE, font_config=self._fonts, url_fetcher=Fetcher())

    def press(self, html: str, photos: Sequence[bytes] = ()) -> bytes:
        """The PDF, the same bytes for the same HTML and photos (`<img src="photo:0">`).

        Raises MissingGlyphError for a character that would print as a box, RefusedPartError for
        a part that is not the paper's own or cannot be read: nothing is left out silently.
        """
        fetcher = Fetcher(photos)
        with _complaints() as complaints:
            try:
                pdf = self._lay_out(html, fetcher)
            finally:  # whether it has stopped WeasyPrint or been passed over
                for part in fetcher.refused:
                    raise RefusedPartError(part)
        boxes = [notice.args for notice in complaints if _is_box(notice)]
        missing = {each for told in boxes if told for each in str(next(iter(told)))}
        if missing:
            raise MissingGlyphError(sorted(missing))
        for notice in filter(_is_error, complaints):
            raise RefusedPartError(notice.getMessage()[:SHOWN])
        return pdf

    def _lay_out(self, html: str, fetcher: "Fetcher") -> bytes:
        with collector_paused():
            return HTML(string=html, url_fetcher=fetcher).write_pdf(
                stylesheets=[self._style],
                font_config=self._fonts,  # the same as in CSS(), or Chinese prints as boxes
                presentational_hints=True,  # the column widths: a style attribute is not allowed
                pdf_variant="pdf/a-3u",
                pdf_tags=True,
            )


@contextmanager
def collector_paused() -> Iterator[None]:
    """Leave cycles alone while a paper is made: the collector walks the growing tree of boxes again
    and again for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Fetcher(URLFetcher):
    """Hands out the photos of this one paper.

    It opens nothing: no file, no network, no data URL. What it refuses it remembers, because
    WeasyPrint catches errors and would print the paper without the part.
    """

    def __init__(self, photos: Sequence[bytes] = ()) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.photos = photos
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        named = re.fullmatch(r"photo:([0-9]{1,4})", url, re.ASCII)
        photo = self.photos[int(named[1])] if named and int(named[1]) < len(self.photos) else b""
        for first, kind in PHOTOS.items():
            if photo.startswith(first):
                return URLFetcherResponse(url, photo, {"Content-Type": kind})
        self.refused.append(url[:SHOWN])
        raise RefusedPartError(url[:SHOWN])


class _Records(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, level: int):
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _complaints() -> Iterator[list[logging.LogRecord]]:
    """What the engine itself reports while it works: boxes, and parts it leaves out."""
    log, note = logging.getLogger("weasyprint"), _Records(logging.WARNING)
    log.addHandler(note)
    try:
        yield note.records
    finally:
        log.removeHandler(note)


def _is_box(notice: logging.LogRecord) -> bool:
    return notice.getMessage().startswith(".notdef")


def _is_error(notice: logging.LogRecord) -> bool:
    """Whether it tells of a part left out; what tags.py misses (words for a picture) prints."""
    return notice.levelno >= logging.ERROR and notice.module != "tags"
