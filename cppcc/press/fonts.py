"""What the paper needs on the machine: our fonts in var/fonts, and the libraries of the PDF."""

import ctypes
import functools
import logging
import os
import unicodedata
from pathlib import Path

from cppcc import CHECKOUT
from cppcc.press.errors import MissingGlyphError, PaperSetupError

FONTS = Path(os.environ.get("CPPCC_FONTS") or CHECKOUT / "var" / "fonts").absolute()
CONFIG = FONTS / "fonts.conf"
FACES = ("FangSong", "Hei", "Kai", "Rare", "Song", "Title")
SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
LIBRARIES = {  # shared library: Debian package
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",  # without it a PDF takes twenty times as long
}
logger = logging.getLogger(__name__)


def check_setup(fonts: Path = FONTS, libraries: dict[str, str] = LIBRARIES) -> list[str]:
    """What is missing, a line each that says what to run; empty when papers can be made."""
    lines = []
    needed = [fonts / "fonts.conf", *(fonts / f"Paper{face}.ttf" for face in FACES)]
    if not all(path.exists() for path in needed):
        lines.append("缺少公文字体，请运行 The fonts are missing, run: script/fonts")
    missing = [package for library, package in libraries.items() if not _loads(library)]
    if missing:
        words = "缺少排版组件，请运行 Libraries are missing, run: apt-get install "
        lines.append(words + " ".join(missing))
    return lines


def require_setup() -> None:
    """Raise PaperSetupError unless papers can be made here."""
    if lines := check_setup():
        raise PaperSetupError("；".join(lines))


def forget_scans() -> None:
    """Have fontconfig read the fonts afresh, which takes 20 ms.

    It trusts what it has kept as long as the folder's time is the same, and so would not notice a
    file of a county that was replaced by another one of the same name.
    """
    for path in (FONTS / "cache").glob("*"):
        path.unlink(missing_ok=True)  # another process may be about to do the same


def font_files() -> list[Path]:
    """Our typefaces and a county's own; files from Windows are named .TTF."""
    return [path for path in sorted(FONTS.rglob("*")) if path.suffix.lower() in SUFFIXES]


def require_glyphs(text: str) -> None:
    """Raise MissingGlyphError, naming each character of the text that no font of ours has."""
    missing = sorted({each for each in set(text) if not _is_printable(each)})
    if missing:
        raise MissingGlyphError(missing)


def _is_printable(character: str) -> bool:
    if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp", "Zs"}:
        return True  # spaces and joiners print nothing
    return 0xFE00 <= ord(character) <= 0xFE0F or ord(character) in _coverage()


@functools.cache
def _coverage() -> frozenset[int]:
    """Every character some font in var/fonts has, a county's own fonts included."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError  # slow to import

    covered: set[int] = set()
    for path in font_files():
        try:
            is_collection = path.suffix.lower() in {".ttc", ".otc"}
            fonts = TTCollection(path) if is_collection else [TTFont(path, lazy=True)]
            covered.update(*(font.getBestCmap() or () for font in fonts))
        except TTLibError as error:  # fontconfig passes it over as well
            logger.warning("No font: %s (%s)", path, error)
    return frozenset(covered)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
