"""What a year leaves to the next beyond its plan: promises that an app further right keeps.

Plans knows no proposals; that app says in its `links.py` what is still owed, and a new plan takes
it over as tasks marked 上年结转.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

REGISTRY: list[Callable[..., Iterable["Leftover"]]] = []


@dataclass(frozen=True)
class Leftover:
    """Something promised and not done: what, by whom, and by when if that was said."""

    what: str
    who: str = ""
    due_on: date | None = None


def left_by(found: Callable[..., Iterable[Leftover]]) -> None:
    """`found(township)` gives what is still owed to a township."""
    REGISTRY.append(found)


def leftovers_of(township) -> list[Leftover]:
    """All promises to a township that are not kept yet."""
    return [one for found in REGISTRY for one in found(township)]
