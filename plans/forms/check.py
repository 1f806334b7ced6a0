"""The form of a quarterly check: what is done about each task behind."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from cppcc.forms import HouseForm, form_helper
from plans.models import Check

SHORT = 14  # characters of a task behind what has to be mended
FIELDS = ("problem", "measure", "new_due_on")


class CheckForm(HouseForm):
    """Problem, measure and new date of every task that is behind."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, user, check: Check, **kwargs):
        self.check = check
        self.behind = [line for line in check.lines.all() if line.lacks]
        super().__init__(*args, user=user, **kwargs)
        self.fields["version"].initial = check.version
        parts = []
        for line in self.behind:
            names = [f"{name}_{line.pk}" for name in FIELDS]
            self.fields |= dict(zip(names, self._asked(line), strict=True))
            parts.append(Fieldset(f"{line}（{line.lacks}）", *names))
        self.helper = form_helper(*parts, submit="完成自查", cancel_url=check.get_absolute_url())

    def _asked(self, line) -> tuple[forms.Field, ...]:
        # on top of the form it says of which task
        required = {"required": f"请填写（{Truncator(line).chars(SHORT)}）。"}
        texts = [
            forms.CharField(
                label=label,
                initial=getattr(line, name),
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages=required,
            )
            for name, label in (("problem", "存在问题"), ("measure", "整改措施"))
        ]
        day = forms.DateField(
            label="新的期限",
            initial=line.new_due_on,
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            error_messages=required,
        )
        return (*texts, day)

    def clean(self):
        data = super().clean()
        for line in self.behind:
            name = f"new_due_on_{line.pk}"
            if data.get(name) and data[name] < self.check.opened_on:
                self.add_error(name, ValidationError("新的期限不能早于自查那一天。"))
        return data

    def save(self):
        data = self.cleaned_data
        lines = {
            line.pk: tuple(data[f"{name}_{line.pk}"] for name in FIELDS) for line in self.behind
        }
        self.check.finish(by=self.user, version=data["version"], lines=lines)
        return self.check

    def conflict(self) -> list[tuple[str, object, object]]:
        """What a colleague has just saved beside what was typed here: (label, theirs, mine)."""
        stored = Check.objects.visible_to(self.user).for_detail().get(pk=self.check.pk)
        self.data = self.data.copy()
        self.data["version"] = stored.version
        rows = [
            (
                f"{line}：{self.fields[f'{name}_{line.pk}'].label}",
                getattr(line, name) or "",
                self.cleaned_data[f"{name}_{line.pk}"],
            )
            for line in stored.lines.all()
            if line.lacks
            for name in FIELDS
        ]
        return [row for row in rows if row[1] != row[2]]
