"""The plan of a work group (工作方案) as a paper."""

from dataclasses import dataclass
from datetime import date

from cppcc.documents import prose
from cppcc.documents.tree import Document, Heading, Items, Signature, paragraph


@dataclass(frozen=True)
class SchemeText:
    """Everything the paper says."""

    name: str
    body_name: str
    head: str
    people: tuple[str, ...]
    tasks: tuple[str, ...]
    scheme: str
    dated_on: date


def scheme_document(group: SchemeText) -> Document:
    """Who, what for, and how."""
    people = f"组长：{group.head}。成员：{'、'.join(group.people) or '—'}。"
    blocks = [Heading("一、组成人员"), paragraph(people)]
    if group.tasks:
        lines = tuple((f"{n}.{task}",) for n, task in enumerate(group.tasks, 1))
        blocks += [Heading("二、承担的任务"), Items(lines)]
    lines = prose.lines(group.scheme)
    if lines:
        blocks += [Heading(f"{'三' if group.tasks else '二'}、工作安排"), *map(paragraph, lines)]
    blocks.append(Signature(group.body_name, group.dated_on))
    return Document(
        title=f"{group.name}工作方案",
        blocks=tuple(blocks),
        author=group.body_name,
        on=group.dated_on,
    )
