"""Which earlier proposals are on the same matter: titles compared by pairs of characters."""

import re
from collections.abc import Iterable

EMPTY_WORDS = re.compile(r"关于|进一步|加强|加快|推进|我镇|我县|的?(提案|建议)|\W")
SHOWN = 5


def pairs(text: str) -> set[str]:
    """The neighbouring pairs of characters of a title, without the words every title has."""
    words = EMPTY_WORDS.split(text)
    return {word[i : i + 2] for word in words if word for i in range(len(word) - 1)}


def alike(matter: str, titles: Iterable[tuple[int, str]]) -> list[int]:
    """The keys of the titles that share at least two pairs, or all of a short one."""
    wanted = pairs(matter)
    shared = [(len(wanted & pairs(title)), pk) for pk, title in titles]
    enough = [(number, pk) for number, pk in shared if number >= max(1, min(2, len(wanted)))]
    return [pk for _, pk in sorted(enough, key=lambda one: -one[0])[:SHOWN]]
