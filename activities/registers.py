"""The registers (登记簿): what differs between them is data; their pages are the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, DateField, Q, QuerySet, TextField, URLField

from activities.forms import ledger as forms
from activities.models import (
    Article,
    Attention,
    Contact,
    PriorConsultation,
    ResearchReport,
    StudyNote,
    Talent,
    Visit,
)
from members.models import Engagement, Honour, Pairing
from members.models.ledger import LedgerRecord


def shown(record, name: str):
    """What a field of a record says to a reader: a choice by its label, a yes in words."""
    field = record._meta.get_field(name)
    if field.choices:
        return getattr(record, f"get_{name}_display")()
    if isinstance(field, BooleanField):
        return "是" if getattr(record, name) else ""
    return getattr(record, name)


@dataclass(frozen=True)
class Cell:
    """One value of a record under its label."""

    label: str
    value: object
    is_day: bool = False
    is_link: bool = False


@dataclass(frozen=True)
class Register:
    """One register: `columns` are the fields its list shows, the first of them as the link;
    `search` are those in which a searched text is looked for."""

    key: str
    model: type[LedgerRecord]
    form: type[forms.LedgerForm]
    title: str
    columns: tuple[str, ...]
    search: tuple[str, ...]

    def __str__(self):
        return self.key

    def within(self, user, first: date, last: date) -> QuerySet:
        """The lines of these days that `user` may see."""
        return self.model.objects.visible_to(user).within(first, last).for_list()

    def find(self, records: QuerySet, text: str) -> QuerySet:
        """Those of the records in which `text` occurs."""
        anywhere = Q()
        for path in self.search:
            anywhere |= Q(**{f"{path}__icontains": text})
        return records.filter(anywhere)

    def label(self, name: str) -> str:
        return self.form.base_fields[name].label

    @property
    def names(self) -> list[str]:
        """The fields of its form, but for the task, which not everybody may see."""
        return [name for name in self.form._meta.fields if name != "task"]

    @property
    def first_heading(self) -> str:
        return self.label(self.columns[0])

    @property
    def headings(self) -> list[tuple[str, bool]]:
        """The other columns' labels, and whether they hold days."""
        fields = ((name, self.model._meta.get_field(name)) for name in self.columns[1:])
        return [(self.label(name), isinstance(field, DateField)) for name, field in fields]

    def row(self, record) -> dict:
        """A line of the list: what links to the record, and the cells beside it."""
        link, *rest = (self._cell(record, name) for name in self.columns)
        return {"record": record, "link": link.value, "cells": rest}

    def facts(self, record) -> list[Cell]:
        """The short fields of a record, in the order of its form."""
        return [self._cell(record, name) for name in self._fields(record, is_long=False)]

    def texts(self, record) -> list[Cell]:
        """The long fields of a record that have been filled in."""
        cells = [self._cell(record, name) for name in self._fields(record, is_long=True)]
        return [cell for cell in cells if cell.value]

    def _cell(self, record, name: str) -> Cell:
        field, value = record._meta.get_field(name), shown(record, name)
        is_link = isinstance(field, URLField) and bool(value)
        return Cell(self.label(name), value, isinstance(field, DateField), is_link)

    def _fields(self, record, *, is_long: bool) -> Iterator[str]:
        for name in self.names:
            if isinstance(record._meta.get_field(name), TextField) == is_long:
                yield name


NAME = "membership__member__name"
ALL = (
    Register(
        "visits",
        Visit,
        forms.VisitForm,
        "走访",
        ("membership", "form", "visitors", "demand", "on"),
        (NAME, "visitors", "situation", "demand", "promise"),
    ),
    Register(
        "contacts",
        Contact,
        forms.ContactForm,
        "联系群众",
        ("whom", "membership", "form", "demand", "is_done", "on"),
        (NAME, "whom", "place", "demand", "result"),
    ),
    Register(
        "notes",
        StudyNote,
        forms.StudyNoteForm,
        "学习笔记",
        ("title", "membership", "on"),
        (NAME, "title", "text"),
    ),
    Register(
        "articles",
        Article,
        forms.ArticleForm,
        "宣传稿件",
        ("title", "outlet", "level", "author", "on"),
        ("title", "outlet", "author"),
    ),
    Register(
        "attention",
        Attention,
        forms.AttentionForm,
        "党委重视与阵地",
        ("who", "kind", "text", "on"),
        ("who", "text"),
    ),
    Register(
        "consultations",
        PriorConsultation,
        forms.PriorConsultationForm,
        "会前征求意见",
        ("decision", "asked_by", "on"),
        ("decision", "asked_by", "opinions", "taken_up"),
    ),
    Register(
        "research",
        ResearchReport,
        forms.ResearchReportForm,
        "调研报告",
        ("title", "authors", "on"),
        ("title", "authors", "text"),
    ),
    Register(
        "honours",
        Honour,
        forms.HonourForm,
        "事迹与荣誉",
        ("title", "membership", "is_award", "on"),
        (NAME, "title", "text"),
    ),
    Register(
        "pairings",
        Pairing,
        forms.PairingForm,
        "帮扶",
        ("household", "membership", "kind", "on", "ended_on"),
        (NAME, "household", "text"),
    ),
    Register(
        "engagements",
        Engagement,
        forms.EngagementForm,
        "聘任",
        ("post", "appointing_body", "membership", "on", "ended_on"),
        (NAME, "appointing_body", "post"),
    ),
    Register(
        "talents",
        Talent,
        forms.TalentForm,
        "人才名册",
        ("name", "trade", "contact", "recommended_for", "on"),
        ("name", "trade", "recommended_for", "text"),
    ),
)
REGISTERS = {register.key: register for register in ALL}


def by_key(key: str) -> Register:
    """The register an address names; raises ValueError, which is "no such page"."""
    try:
        return REGISTERS[key]
    except KeyError:
        raise ValueError(key) from None


def kept_for(user) -> list[Register]:
    """The registers that have something to say to `user`."""
    return [register for register in ALL if register.model.is_kept_for(user)]
