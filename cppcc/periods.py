"""The periods of the office's year: each is a first and a last day, both included."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")


@dataclass(frozen=True)
class Period:
    """From `first` to `last`, both included, under the name people use for it."""

    name: str
    first: date
    last: date


def chinese_date(on: date) -> str:
    """2004年12月16日: Arabic numerals, no leading zero (GB/T 9704-2012, 7.3.5.4)."""
    return f"{on.year}年{on.month}月{on.day}日"


def month_and_day(on: date) -> str:
    """12月16日, where the year is known."""
    return f"{on.month}月{on.day}日"


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def year(number: int) -> Period:
    return Period(f"{number}年", date(number, 1, 1), date(number, 12, 31))


def quarter_of(on: date) -> int:
    """Which quarter of its year a day lies in: 0 to 3, as in QUARTERS."""
    return (on.month - 1) // 3


def quarters(number: int) -> tuple[Period, ...]:
    starts = [date(number, month, 1) for month in (1, 4, 7, 10)]
    return tuple(
        Period(name, first, add_months(first, 3) - timedelta(days=1))
        for name, first in zip(QUARTERS, starts, strict=True)
    )
