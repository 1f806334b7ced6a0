"""Forms that enter, edit and move records, and the page that carries one out.

A view starts from the gate, names the form and the words, and hands both to `form_page()` or
`act_page()`: what happens when input is wrong, when a colleague was quicker, or when a person may
not do this is the same everywhere.
"""

from datetime import date
from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cppcc import clock, drafts
from cppcc.forms import HouseForm, HouseModelForm, form_helper, not_ahead
from cppcc.periods import chinese_date
from cppcc.workflow import StaleRecordError

TENANT_FIELDS = {"county", "township"}


class RecordForm(HouseModelForm):
    """Enter a new record of the user's own body, or edit one, as far as they may."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if self.instance._state.adding:
            if not self.instance.may_be_entered_by(user):
                raise PermissionDenied
            for name in TENANT_FIELDS & {field.name for field in self.instance._meta.fields}:
                setattr(self.instance, f"{name}_id", getattr(user.acting, f"{name}_id"))
        elif not self.may_edit():
            raise PermissionDenied
        self.fields["version"].initial = self.instance.version

    def may_edit(self) -> bool:
        """Whether this user may change these fields of the record."""
        return self.instance.is_editable_by(self.user)

    def _get_validation_exclusions(self):
        """Constraints that name the county or township are checked though no field shows them."""
        excluded = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's own
        return excluded - TENANT_FIELDS

    def save(self, commit=True):
        """Enter the record, or change what was edited; StaleRecordError if somebody was quicker."""
        if self.instance._state.adding:
            self.instance.enter(by=self.user)
            return self.instance
        names = {field.name for field in self.instance._meta.fields} & set(self.changed_data)
        names.discard("version")  # it says what was seen, and is no change
        changes = {name: self.cleaned_data[name] for name in names}
        self.instance.revise(by=self.user, version=self.cleaned_data["version"], **changes)
        return self.instance

    def conflict(self) -> list[tuple[object, object, object]]:
        """What a colleague has just saved beside what was typed here: (label, theirs, mine)."""
        stored = type(self.instance)._base_manager.get(pk=self.instance.pk)
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = stored.version
        names = [name for name in self.cleaned_data if name != "version"]
        rows = [
            (self.fields[name].label, shown(stored, name), shown(self.instance, name))
            for name in names
            if name in {field.name for field in stored._meta.fields}
        ]
        return [row for row in rows if row[1] != row[2]]


def shown(record, name: str):
    """What a field says to a reader: a choice by its label, a yes or a day in words."""
    display, value = getattr(record, f"get_{name}_display", None), getattr(record, name)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return chinese_date(value)
    return display() if display else value


class ActionForm(HouseForm):
    """What an action asks for: the day of the fact, and who decided if it is entered for them."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    decided_by = forms.CharField(
        label="实际决定人", max_length=50, help_text="您在代录这一步，请填写作出决定的人的姓名。"
    )
    on = forms.DateField(label="日期", help_text="事情发生的那一天。")

    def __init__(self, *args, record, action, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.record, self.action = record, action
        self.fields["version"].initial = record.version
        self.fields["on"].initial = clock.today()
        if not record.is_on_behalf(action, user):
            del self.fields["decided_by"]
        self.order_fields([name for name in self.fields if name not in ("decided_by", "on")])
        self.helper = form_helper(
            *self.fields,
            submit=action.label,
            cancel_url=record.get_absolute_url(),
            cancel="返回，不办理",
        )

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"])


class NoteForm(ActionForm):
    """An action that must say why or what."""

    note = forms.CharField(label="说明", widget=forms.Textarea(attrs={"rows": 4}))


def form_page(request: HttpRequest, form, *, heading: str, done: str, **context) -> HttpResponse:
    """Show a form, or save it and go to its record; nothing typed is ever lost."""
    if form.is_bound and form.is_valid():
        try:
            record = form.save()
        except StaleRecordError:
            context["theirs"] = form.conflict()
        else:
            drafts.forget(request)
            messages.success(request, done)
            if form.remark:
                messages.info(request, form.remark)
            return redirect(record)
    if not form.is_bound:
        context["draft_of"] = drafts.restore(request, form)
    context |= {"form": form, "heading": heading, "keeps_drafts": True}
    return render(request, "components/form.html", context)


def act_page(
    request: HttpRequest,
    record,
    action,
    form_class,
    verbs=None,
    template="components/form.html",
    **context,
) -> HttpResponse:
    """Take one workflow action: GET asks for what it needs, POST does it.

    `verbs` names functions that do more than the model's own verb; `template` shows more than the
    form. An action out of turn leads back to the record and says what it has become.
    """
    try:
        record.check_action(action, request.user)
        form = form_class(
            *((request.POST, request.FILES) if request.method == "POST" else ()),
            record=record,
            action=action,
            user=request.user,
        )
        if form.is_bound and form.is_valid():
            verb = partial(verbs[action], record) if action in (verbs or {}) else None
            (verb or getattr(record, action))(by=request.user, **form.cleaned_data)
            messages.success(request, f"已完成：{action.label}。")
            return redirect(record)
    except ValidationError as error:  # what only the verb can tell
        form.add_error(None, error)
    except StaleRecordError:
        _tell_stale(request, record, action)
        return redirect(record)
    heading = f"{action.label}：{record}"
    return render(request, template, {"form": form, "heading": heading, **context})


def _tell_stale(request: HttpRequest, record, action) -> None:
    """Say what the record has become; a second press of one's own button is no surprise."""
    stored = type(record)._base_manager.get(pk=record.pk)
    latest = record.events.order_by("-pk").first()
    if latest and (latest.action, latest.actor_id) == (action, request.user.pk):
        messages.success(request, f"已完成：{action.label}。")
        return
    now = stored.get_status_display()
    messages.warning(
        request, f"没有执行“{action.label}”：这份材料刚刚有变化，现在是“{now}”，请核对后再操作。"
    )


def road(record, steps) -> list[dict]:
    """The steps of a record's road and where it stands, for the line above a page.

    Whoever has come to the end of the road has nothing before them: the last step is done too.
    """
    current = steps.index(record.status) if record.status in steps else -1
    done = current + 1 if current == len(steps) - 1 else current
    states = ["done" if i < done else "now" if i == current else "todo" for i in range(len(steps))]
    return [
        {"label": step.label, "state": state} for step, state in zip(steps, states, strict=True)
    ]
