"""The look of every form; what is typed into it is normalised before any field judges it."""

from datetime import date
from typing import Any
from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Hidden, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import BaseTemporalField
from django.http import QueryDict
from django.template.loader import render_to_string

from cppcc import clock
from cppcc.texts import PLAIN_FIGURES, clean_text

DASHES = "---------"
RETURNED = "returned"  # posted beside what was typed before a login: to be shown, not saved
SECRETS = {"password", "current", "again", "code"}  # typed anew, never sealed, kept nor shown
NATIVE_INPUTS = {
    forms.DateInput: ("date", "%Y-%m-%d"),
    forms.TimeInput: ("time", "%H:%M"),
    forms.DateTimeInput: ("datetime-local", "%Y-%m-%dT%H:%M"),
}


def _clean_data(data):
    """A copy of submitted data with every string normalised."""
    if isinstance(data, QueryDict):
        copy = data.copy()
        for name, values in data.lists():
            copy.setlist(name, [clean_text(value) for value in values])
        return copy
    return {k: clean_text(v) if isinstance(v, str) else v for k, v in data.items()}


def _say_plainly_what_is_missing(field: forms.Field) -> None:
    """Replace Django's words for an empty field, unless the form chose its own."""
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        is_chosen = isinstance(field, (forms.ChoiceField, forms.ModelChoiceField, forms.FileField))
        field.error_messages["required"] = "请选择。" if is_chosen else "请填写。"


def _name_the_empty_choice(field: forms.Field) -> None:
    """Say in words what Django shows as a row of dashes, unless the form chose its own words."""
    words = "请选择" if field.required else "不选"
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == DASHES:
            field.empty_label = words
    elif isinstance(field, forms.ChoiceField):
        choices: Any = field.choices  # to read, they are always a list of pairs
        value, label = next(iter(choices), (None, None))
        if (value, label) == ("", DASHES):
            field.choices = [("", words), *list(choices)[1:]]


def not_ahead(on: date | None) -> date | None:
    """A day on which something happened; ValidationError where it is still to come."""
    if on and on > clock.today():
        raise ValidationError("日期不能晚于今天。")
    return on


def date_widget(**attrs) -> forms.DateInput:
    """The browser's own date input, which wants ISO dates whatever the language."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **attrs})


class TextMixin(forms.BaseForm):
    """Normalise what was typed before any field judges it; figures may be typed full-width.

    `user` is who fills the form in: a subclass narrows its choices with `visible_to(user)`.
    `remark` is what a person is told, once it is saved, beside that it is.
    """

    remark = ""
    data: "QueryDict | dict[str, Any]"  # a copy, so it may be changed

    def __init__(self, data=None, *args, user, **kwargs):
        self.user = user
        super().__init__(None if data is None else _clean_data(data), *args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, (forms.IntegerField, BaseTemporalField)):
                self._use_plain_figures(self.add_prefix(name))
            _say_plainly_what_is_missing(field)
            _name_the_empty_choice(field)
            if native := NATIVE_INPUTS.get(type(field.widget)):
                field.widget.input_type, field.widget.format = native

    def full_clean(self):
        """What comes back after a login is all there, and nobody has pressed a button yet."""
        super().full_clean()
        if self.is_bound and RETURNED in self.data:
            self.add_error(None, "您登录前填的内容都在下面，还没有保存。请看一遍，再提交。")

    def _use_plain_figures(self, key: str) -> None:
        typed = self.data.get(key)
        if self.is_bound and isinstance(typed, str):
            self.data[key] = typed.translate(PLAIN_FIGURES)


class HouseForm(TextMixin, forms.Form):
    """A form that is no record by itself."""


class HouseModelForm(TextMixin, forms.ModelForm):
    """A form that creates or edits a record."""


class Part:
    """A piece of a form's layout with a template of its own, which sees the form."""

    def __init__(self, template: str, **context):
        self.template, self.context = template, context

    def render(self, form, context, template_pack=None, **kwargs):
        return render_to_string(self.template, {"form": form, **self.context})


def form_helper(
    *layout,
    submit: str = "保存",
    also: tuple[tuple[str, str], ...] = (),
    cancel_url: str = "",
    cancel: str = "返回，不保存",
) -> FormHelper:
    """Lay out a form in the house style: what is wrong on top, the buttons at the bottom.

    `submit` is the main button; `also` adds further ones as (name, label), of which the pressed
    one arrives in POST as name=1. `once` marks this showing of the form, so that pressing twice
    acts once. Hidden fields need not be laid out. The browser does not judge: its bubbles name one
    field at a time, in its own language.
    """
    helper = FormHelper()
    way_out = {"cancel_url": cancel_url, "cancel": cancel}
    helper.layout = Layout(
        Part("components/form_errors.html"),
        Hidden("once", str(uuid4())),
        *layout,
        Part("components/form_bar.html", submit=submit, also=also, **way_out),
    )
    helper.cancel_url = cancel_url
    helper.form_class = "house-form"
    helper.attrs = {"novalidate": "novalidate"}
    helper.field_template = "components/form_field.html"
    helper.form_show_errors = False  # crispy's own list; ours names the fields
    helper.render_hidden_fields = True
    return helper
