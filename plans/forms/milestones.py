"""The days of a task, typed one a line or as a rule (每季度)."""

import re
from calendar import monthrange
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from cppcc import periods
from cppcc.texts import PLAIN_FIGURES
from plans.models import Milestone

DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?![-/.\d])\s*日?")
EVERY = re.compile(r"每(季度|月|半年)(?:(\d{1,2})[日号])?[\s，,：:]*")
TEXT_LENGTH = Milestone._meta.get_field("text").max_length


class MilestonesField(forms.CharField):
    """Days of a task (时间节点), one a line: 「2004-03-31 第一季度集中学习」 → [(day, text)].

    The year may be left out, and the day written as 3月31日: it is a day of the plan's year. A line
    that begins with 每季度, 每半年, 每月 or 每月15日 stands for all of these days.
    """

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, year: int, **kwargs):
        super().__init__(**kwargs)
        self.year = year

    def to_python(self, value) -> list[tuple[date, str]]:
        lines = enumerate(super().to_python(value).splitlines(), 1)
        found: dict[date, str] = {}
        errors = []
        for number, line in ((number, line.strip()) for number, line in lines):
            if not line:
                continue
            try:
                for on, text in self._days(line):
                    if on in found:
                        raise ValidationError("前面已有同一天的时间节点，请合并成一行。")
                    found[on] = text
            except ValidationError as error:
                shown = f"{line[:20]}…" if len(line) > 20 else line
                errors.append(f"第{number}行“{shown}”：{error.message}")
        if errors:
            raise ValidationError(errors)
        return sorted(found.items())

    def _days(self, line: str) -> list[tuple[date, str]]:
        every = EVERY.match(line.translate(PLAIN_FIGURES))
        if not every:
            return [self._read(line)]
        how_often, day = every.groups()
        if day and how_often != "月":
            raise ValidationError("只有“每月”后面可以写几日，如“每月15日”。")
        if day and not 1 <= int(day) <= 31:
            raise ValidationError("没有这一天，请核对日期。")
        text = line[every.end() :].strip()
        return [
            (on, self._short_enough(f"{name}{text}"))
            for name, on in recurring(self.year, how_often, int(day or 31))
        ]

    def _read(self, line: str) -> tuple[date, str]:
        example = f"{self.year}-03-31 第一季度集中学习"
        match = DAY.match(line.translate(PLAIN_FIGURES))
        if not match:
            raise ValidationError(f"开头要写日期，如“{example}”。")
        try:
            year, month, day = match.groups()
            on = date(int(year or self.year), int(month), int(day))
        except ValueError:
            raise ValidationError("没有这一天，请核对日期。") from None
        if on.year != self.year:
            raise ValidationError(f"日期应在{self.year}年内。")
        text = line[match.end() :].strip(" \t\u3000，,：:")
        return on, self._short_enough(text)

    def _short_enough(self, text: str) -> str:
        if len(text) > TEXT_LENGTH:
            raise ValidationError(f"日期后面的文字不能超过{TEXT_LENGTH}个字。")
        return text


def recurring(year: int, how_often: str, day: int) -> list[tuple[str, date]]:
    """(name, day) of each quarter, half or month: its last day, or that day of each month."""
    if how_often == "季度":
        return [(one.name, one.last) for one in periods.quarters(year)]
    if how_often == "半年":
        return [("上半年", date(year, 6, 30)), ("下半年", date(year, 12, 31))]
    lasts = [monthrange(year, month)[1] for month in range(1, 13)]
    return [(f"{n}月", date(year, n, min(day, last))) for n, last in enumerate(lasts, 1)]
