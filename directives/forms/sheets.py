"""Forms of a target sheet: its numbers and words, and its moves."""

from crispy_forms.layout import Fieldset
from django import forms

from counties import targets
from counties.forms.county import TargetsForm
from cppcc.records import ActionForm, NoteForm
from directives import sheets
from directives.models import TargetSheet
from directives.workflow import SheetAction

SHEET_FORMS = {
    SheetAction.HAND_DOWN: ActionForm,
    SheetAction.RECEIVE: ActionForm,
    SheetAction.RECALL: NoteForm,
}


class SheetForm(TargetsForm):
    """The numbers and further demands of a sheet, until it is handed down."""

    number = forms.CharField(
        label="发文字号", max_length=40, required=False, help_text="如“宜政协发〔2026〕1号”。"
    )
    text = forms.CharField(
        label="其他要求",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="不能用数字说的要求，一行一条，印在目标表下面。",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    first, last = ("number",), (Fieldset("文字", "text"),)

    def __init__(self, *args, sheet: TargetSheet, user, **kwargs):
        self.sheet = sheet
        initial = {name: getattr(sheet, name) for name in ("number", "text", "version")}
        kwargs |= {"current": self._stored(), "initial": initial}
        super().__init__(*args, user=user, cancel_url=sheet.get_absolute_url(), **kwargs)

    def _stored(self):
        return targets.of_rows(self.sheet.lines.all())

    def save(self) -> TargetSheet:
        words = {name: self.cleaned_data[name] for name in ("number", "text")}
        version = self.cleaned_data["version"]
        sheets.rewrite(self.sheet, self.rows, by=self.user, version=version, **words)
        return self.sheet

    def conflict(self):
        rows = super().conflict()
        stored = TargetSheet.objects.visible_to(self.user).get(pk=self.sheet.pk)
        self.data[self.add_prefix("version")] = stored.version
        for name in ("number", "text"):
            was, typed = getattr(stored, name), self.cleaned_data[name]
            if was != typed:
                rows.append((self.fields[name].label, was, typed))
        return rows
