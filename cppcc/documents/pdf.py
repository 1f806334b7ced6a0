"""The paper as PDF/A: the same HTML as on screen, laid out by the rendering service."""

from cppcc.documents.html import page_html
from cppcc.documents.tree import Paper, photos_of
from cppcc.documents.words import text_of
from cppcc.press.client import press
from cppcc.press.fonts import require_glyphs


def render_pdf(paper: Paper) -> bytes:
    """The paper as tagged PDF/A-3u, the same bytes for the same value.

    Raises PaperError, whose message is for the user, for a paper that is not printed (a character
    that no font has, too long, the service is down), and PaperSetupError where fonts or libraries
    are missing.
    """
    require_glyphs(text_of(paper))
    return press(page_html(paper), [photo.data for photo in photos_of(paper)])
