"""A month's sheet (月历) of what is planned and held."""

from dataclasses import dataclass
from datetime import date

from cppcc.documents.tree import Document, Table, paragraph


@dataclass(frozen=True)
class MonthText:
    """Everything the paper says; `rows` are (day, weekday, what, where)."""

    body_name: str
    month: date
    rows: tuple[tuple[date, str, str, str], ...]


def month_document(text: MonthText) -> Document:
    """One row a day's matter, in the order of the days."""
    rows = tuple(
        (f"{on.day}日", f"周{weekday}", what, place or "—")
        for on, weekday, what, place in text.rows
    )
    table = Table(head=("日期", "星期", "事项", "地点"), rows=rows, widths=(2, 2, 10, 5))
    return Document(
        title=f"{text.body_name}\n{text.month.year}年{text.month.month}月工作安排",
        blocks=(table if rows else paragraph("本月没有安排。"),),
        author=text.body_name,
        on=text.month,
    )
