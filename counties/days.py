"""A day of every year (每年的某一天), such as 12月1日: kept as 12-01, so that days compare."""

import re
from calendar import monthrange
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from cppcc.texts import PLAIN_FIGURES

TYPED = re.compile(r"(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
LEAP = 2004  # knows 29 February


class DayOfYearInput(forms.CharField):
    """Reads 12月1日, 12-1 or 12.1, also in full-width figures."""

    def prepare_value(self, value):
        month, _, day = (value or "").partition("-")
        is_kept = len(month) == len(day) == 2 and (month + day).isdigit()
        return f"{int(month)}月{int(day)}日" if is_kept else value

    def clean(self, value):
        text = super().clean(value).translate(PLAIN_FIGURES)
        found = TYPED.fullmatch(text)
        try:
            return f"{date(LEAP, int(found[1]), int(found[2])):%m-%d}"
        except (TypeError, ValueError):
            raise ValidationError("请填写月和日，如 12月1日。") from None


class DayOfYearField(models.CharField):
    default_validators = [RegexValidator(r"^\d\d-\d\d$")]

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 5
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        # The text that is typed is longer than the one that is kept.
        return super().formfield(**{"form_class": DayOfYearInput, "max_length": 12, **kwargs})


def in_year(day: str, year: int) -> date:
    """The day of that year that is kept as 12-01; 29 February is the 28th where there is none."""
    month, number = map(int, day.split("-"))
    return date(year, month, min(number, monthrange(year, month)[1]))
