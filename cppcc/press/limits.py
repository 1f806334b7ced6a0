"""What one paper may cost, and how many are made at once."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, fields

from cppcc.press.errors import PaperSetupError, PaperTooLargeError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Each is set by an environment variable: CPPCC_PRESS_SECONDS and so on."""

    children: int = 2  # papers made at once
    papers: int = 200  # made by a child before it is replaced, with whatever it leaked
    seconds: int = 40  # for one paper; nginx waits 75 s in all
    wait: int = 60  # seconds a client waits, the queue included
    megabytes: int = 1000  # memory of one child; 200 pages take 250
    characters: int = 500_000  # of HTML, some 500 pages
    photo_megabytes: int = 64

    @classmethod
    def of_environment(cls) -> "Limits":
        given = {}
        for field in fields(cls):
            variable = f"CPPCC_PRESS_{field.name.upper()}"
            if text := os.environ.get(variable):
                if not (text.isascii() and text.isdigit() and int(text)):
                    raise PaperSetupError(f"{variable} 应为正整数 must be a whole number: {text}")
                given[field.name] = int(text)
        return cls(**given)

    @property
    def request_bytes(self) -> int:
        """No request is longer; a character of UTF-8 has at most four bytes."""
        return 4 * self.characters + self.photo_megabytes * MEGABYTE

    def check(self, html: str, photos: Sequence[bytes]) -> None:
        """Raise PaperTooLargeError for a paper that nobody should try to lay out."""
        if len(html) > self.characters:
            raise PaperTooLargeError(f"排版内容有{len(html)}字符，最多{self.characters}字符")
        if sum(map(len, photos)) > self.photo_megabytes * MEGABYTE:
            raise PaperTooLargeError(f"照片合计超过{self.photo_megabytes}兆字节")
