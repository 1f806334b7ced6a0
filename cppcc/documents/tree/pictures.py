"""Charts and photographs of a paper."""

from dataclasses import dataclass, field

CHART_POINTS = 24  # more would not be told apart on a page


@dataclass(frozen=True)
class Chart:
    """A chart (图): bars, or a line over time where `is_trend`; every value is written beside it.

    `targets` are drawn behind the bars. A table with the same numbers belongs beneath.
    """

    caption: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    targets: tuple[float, ...] = ()
    unit: str = ""
    is_trend: bool = False

    def __post_init__(self) -> None:
        if not 0 < len(self.labels) <= CHART_POINTS or len(self.labels) != len(self.values):
            raise ValueError(f"A chart shows 1 to {CHART_POINTS} labels, each with a value.")
        if self.targets and (self.is_trend or len(self.targets) != len(self.values)):
            raise ValueError("Bars alone have targets, and then each of them has one.")
        if min(*self.values, *self.targets, 0) < 0:
            raise ValueError("A chart shows counts, which are not negative.")


@dataclass(frozen=True)
class Photo:
    """A photograph (照片) as JPEG or PNG bytes; `url` is where the screen finds the same one."""

    data: bytes = field(repr=False)
    caption: str = ""
    url: str = ""


@dataclass(frozen=True)
class Photos:
    """Photographs, two to a page, each above its caption."""

    photos: tuple[Photo, ...]
