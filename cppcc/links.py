"""Links that an app further right puts on the pages of a record it builds on.

A visit's page shows the suggestion that came of it, though activities/ knows no proposals: the
right app says in `<app>/links.py` what follows from a record, and the left page asks here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

REGISTRY: dict[str, list[Callable]] = {}


@dataclass(frozen=True)
class Link:
    """What came of a record, or (`is_action`) what a person may make of it now."""

    label: str
    url: str
    is_action: bool = False


def follows(label: str, found: Callable[..., Iterable[Link]]) -> None:
    """`found(record, user)` gives the links of a record of the model `label` ("app.model")."""
    REGISTRY.setdefault(label, []).append(found)


def links_of(record, user) -> list[Link]:
    """All that other apps know of a record, as far as `user` may see it."""
    sources = REGISTRY.get(record._meta.label_lower, ())
    return [link for found in sources for link in found(record, user)]
