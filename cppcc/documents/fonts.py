"""What the paper needs on the machine: our fonts in var/fonts, and the libraries of the PDF."""

import ctypes
import functools
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from cppcc.documents.errors import PaperError

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "var" / "fonts"
CONFIG = FONTS / "fonts.conf"
FACES = ("FangSong", "Hei", "Kai", "Rare", "Song", "Title")
LIBRARIES = {  # shared library: Debian package
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",  # without it a PDF takes twenty times as long
}


class PaperSetupError(RuntimeError):
    """The machine lacks what a paper needs; the message says, in one line, what to run."""


class MissingGlyphError(PaperError):
    """No font has these characters (缺字); the paper is refused rather than printed with boxes."""

    def __init__(self, characters: Iterable[str]):
        self.characters = tuple(characters)
        named = "、".join(f"{each}（U+{ord(each):04X}）" for each in self.characters)
        super().__init__(f"字库中没有这些字，无法排印：{named}")


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
    from fontTools.ttLib import TTCollection, TTFont  # slow to import

    covered = set()
    for path in sorted(FONTS.rglob("*.[ot]t[fc]")):
        fonts = TTCollection(path) if path.suffix == ".ttc" else [TTFont(path, lazy=True)]
        for font in fonts:
            covered |= set(font.getBestCmap())
    return frozenset(covered)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
