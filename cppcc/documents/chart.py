"""A chart laid out on a grid of points (1/72 inch): what its one SVG draws, on screen and paper.

One hue and greys, every value written where it stands, no legend, no axis of numbers.
"""

from dataclasses import dataclass

from cppcc.documents import measure
from cppcc.documents.tree import Chart
from cppcc.documents.words import value_words
from cppcc.press.fonts import font_files

WIDTH = 442  # points in 156 mm
SIZE = 12  # 小四
LABEL_LINE = 15  # characters in a line of a label
LINE = 15  # from one line of a label to the next
GAP = 6
TREND_HEIGHT = 150


@dataclass(frozen=True)
class Word:
    """A line of text: where its base line begins, or ends, or has its middle (`anchor`)."""

    x: str
    y: str
    text: str
    anchor: str


@dataclass(frozen=True)
class Box:
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Mark:
    """A label with its value, and what is drawn for them; `target` lies behind `bar`."""

    words: tuple[Word, ...]
    bar: Box | None = None
    target: Box | None = None
    point: tuple[str, str] | None = None


@dataclass(frozen=True)
class Drawing:
    """Everything the template of a chart needs; `line` joins the points of a trend."""

    height: str
    marks: tuple[Mark, ...]
    line: str = ""
    base: str = ""


def draw(chart: Chart) -> Drawing:
    return _trend(chart) if chart.is_trend else _bars(chart)


def _bars(chart: Chart) -> Drawing:
    labels = [_broken(label) for label in chart.labels]
    values = [value_words(chart, place, value) for place, value in enumerate(chart.values)]
    left = max(measure.width_of(line) for lines in labels for line in lines) * SIZE + GAP
    right = max(map(measure.width_of, values)) * SIZE + GAP
    scale = (WIDTH - left - right) / (max(*chart.values, *chart.targets, 0) or 1)
    marks, top = [], 0
    for place, (lines, value) in enumerate(zip(labels, values, strict=True)):
        height = LINE * len(lines) + GAP
        middle = top + height / 2
        target = chart.targets[place] if chart.targets else 0
        end = left + scale * max(chart.values[place], target)
        words = (*_label(lines, left - GAP, middle), _word(end + GAP, middle + 4, value, "start"))
        bar = _box(left, middle - 5, scale * chart.values[place], 10)
        behind = _box(left, middle - 8, scale * target, 16) if target else None
        marks.append(Mark(words, bar, behind))
        top += height
    return Drawing(_text(top), tuple(marks), base=_text(left))


def _label(lines, right: float, middle: float) -> tuple[Word, ...]:
    first = middle + 4 - LINE * (len(lines) - 1) / 2
    return tuple(_word(right, first + LINE * n, line, "end") for n, line in enumerate(lines))


def _trend(chart: Chart) -> Drawing:
    inset = max(map(measure.width_of, chart.labels)) * SIZE / 2
    step = (WIDTH - 2 * inset) / max(1, len(chart.labels) - 1)
    scale = (TREND_HEIGHT - 3 * LINE) / (max(chart.values) or 1)
    marks, corners = [], []
    for place, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        x, y = inset + step * place, TREND_HEIGHT - LINE - GAP - scale * value
        above = _word(x, y - GAP, value_words(chart, place, value), "middle")
        marks.append(
            Mark((_word(x, TREND_HEIGHT - 2, label, "middle"), above), point=(_text(x), _text(y)))
        )
        corners.append(f"{_text(x)},{_text(y)}")
    return Drawing(_text(TREND_HEIGHT), tuple(marks), line=" ".join(corners))


def _broken(label: str) -> list[str]:
    return [label[at : at + LABEL_LINE] for at in range(0, len(label), LABEL_LINE)] or [""]


def _word(x: float, y: float, text: str, anchor: str) -> Word:
    return Word(_text(x), _text(y), text, anchor)


def _box(x: float, y: float, width: float, height: float) -> Box:
    return Box(_text(x), _text(y), _text(width), _text(height))


def _text(length: float) -> str:
    return f"{length:.1f}"


def png_of(svg: str) -> bytes:
    """The same drawing as a picture, for Word; 300 dots to the inch, our typefaces only."""
    import resvg_py  # slow to import, and needed by few papers

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=round(WIDTH / 72 * 300),
            background="#ffffff",
            skip_system_fonts=True,
            font_files=list(map(str, font_files())),
        )
    )
