"""The words and the order of a year's plan of studies (年度学习计划)."""

from dataclasses import dataclass
from datetime import date

from cppcc.documents import prose
from cppcc.documents.tree import Document, RedHead, Signature, Table, paragraph
from cppcc.periods import month_and_day

HEAD = ("时间", "学习内容", "主讲或主持", "形式")


@dataclass(frozen=True)
class StudyText:
    """Everything the paper says; `rows` are (day, content, speaker, form)."""

    year: int
    body_name: str
    opening: str
    rows: tuple[tuple[date, str, str, str], ...]
    dated_on: date
    head: RedHead | None = None


def study_document(study: StudyText) -> Document:
    """One table in the order of the days; what is open stays empty to be filled in by hand."""
    opening = prose.lines(study.opening)
    rows = tuple((month_and_day(on), what, speaker, form) for on, what, speaker, form in study.rows)
    return Document(
        title=f"{study.body_name}\n{study.year}年度学习计划",
        blocks=(
            *map(paragraph, opening),
            Table(head=HEAD, rows=rows, widths=(3, 9, 3, 3)),
            Signature(study.body_name, study.dated_on),
        ),
        author=study.body_name,
        on=study.dated_on,
        head=study.head,
    )
