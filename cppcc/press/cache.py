"""Papers on disk under the hash of all that went into them, so that none is laid out twice.

What lies there are whole papers with personal data: the folder is its owner's alone, and whoever
wants to may delete it at any time.
"""

import contextlib
import hashlib
import logging
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cppcc import CHECKOUT
from cppcc.locks import make_folder, make_private_folder
from cppcc.press.limits import MEGABYTE

DIGEST = hashlib.sha256().digest_size
MOST = 512 * MEGABYTE
log = logging.getLogger(__name__)


def key(edition: str, html: str, photos: Sequence[bytes]) -> str:
    """The SHA-256 over the hashes of each part, so that no two papers run into one."""
    parts = (edition.encode(), html.encode(), *photos)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@dataclass(frozen=True)
class Cache:
    """A file for each paper: the SHA-256 of the PDF, then the PDF."""

    folder: Path
    most: int = MOST  # bytes; beyond them the oldest papers go

    @classmethod
    def of_checkout(cls) -> "Cache":
        named = os.environ.get("CPPCC_PAPER_CACHE")
        return cls(Path(named).absolute() if named else CHECKOUT / "var" / "cache" / "papers")

    def get(self, key: str) -> bytes | None:
        """The paper, or None; a file that has been damaged is thrown away."""
        path = self.folder / key
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data[DIGEST:]).digest() == data[:DIGEST]:
            return data[DIGEST:]
        log.warning("A damaged paper in the cache was thrown away: %s", path)
        path.unlink(missing_ok=True)
        return None

    def put(self, key: str, pdf: bytes) -> None:
        """Keep the paper; a full disk is logged and is no reason not to print."""
        try:
            make_folder(self.folder.parent, 0o711)
            make_private_folder(self.folder)
            handle, name = tempfile.mkstemp(dir=self.folder)
            try:
                with open(handle, "wb") as file:
                    file.write(hashlib.sha256(pdf).digest() + pdf)
                os.replace(name, self.folder / key)
            except OSError:
                os.unlink(name)
                raise
            self._make_room()
        except OSError as error:
            log.warning("The paper could not be kept in the cache: %s", error)

    def _make_room(self) -> None:
        found = []
        for path in self.folder.iterdir():
            with contextlib.suppress(FileNotFoundError):  # another process makes room as well
                seen = path.stat()
                found.append((seen.st_mtime_ns, seen.st_size, path))
        total = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if total <= self.most:
                break
            path.unlink(missing_ok=True)
            total -= size
