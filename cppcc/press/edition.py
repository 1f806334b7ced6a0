"""What makes the same HTML the same PDF: the style sheet, the engine and the fonts.

A service serves one edition. Where one of these files changes while a service runs, the next
paper gets a service of its own and never an old page.
"""

import functools
import hashlib
import importlib.metadata
from pathlib import Path

from cppcc import CHECKOUT
from cppcc.press.fonts import FONTS

STYLE = CHECKOUT / "static" / "css" / "document.css"
PROGRAM = (
    STYLE,
    *map(Path(__file__).with_name, ("engine.py", "justify.py", "quick.py")),
)


def edition() -> str:
    """The SHA-256 of all that."""
    words = hashlib.sha256(_engine_version().encode())
    for path in (*PROGRAM, FONTS / "VERSION"):
        words.update(hashlib.sha256(path.read_bytes() if path.exists() else b"").digest())
    for path in sorted((FONTS / "own").rglob("*")):
        found = path.stat()
        words.update(f"{path.name}:{found.st_size}:{found.st_mtime_ns}\n".encode())
    return words.hexdigest()


@functools.cache
def _engine_version() -> str:
    return importlib.metadata.version("weasyprint")
