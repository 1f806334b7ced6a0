"""Figure tokens 〔集中学习次数〕 in a report's text, and what stands in their place.

Brackets round digits are a document number such as 〔2004〕 and no token.
"""

import re
from collections.abc import Mapping

from cppcc import figures
from cppcc.documents.tree import FigureValue, Runs

TOKEN = re.compile(r"〔([^〔〕\d][^〔〕]*)〕")
PAIR = re.compile(r"〔[^〔〕]*〕")


def token(figure) -> str:
    return f"〔{figure.name}〕"


def names_in(text: str) -> list[str]:
    """The figure names that a text mentions, in order, each once."""
    return list(dict.fromkeys(TOKEN.findall(text)))


def unknown_in(text: str) -> list[str]:
    """The names in brackets that no figure of a township has."""
    known = figures.by_name()
    return [
        name for name in names_in(text) if name not in known or "township" not in known[name].paths
    ]


def lone_bracket_in(text: str) -> str:
    """What stands round a bracket that has lost its other half, or a token within a token."""
    found = re.search(r".{0,6}[〔〕].{0,6}", PAIR.sub("…", text))
    return found[0] if found else ""


def runs_of(text: str, values: Mapping[str, FigureValue]) -> Runs:
    """The text with a figure in place of every token; one without a value stays as typed."""
    runs = []
    for index, part in enumerate(TOKEN.split(text)):
        is_name = index % 2 == 1
        if is_name:
            runs.append(values.get(part, f"〔{part}〕"))
        elif part:
            runs.append(part)
    return tuple(runs)
