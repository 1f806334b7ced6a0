"""Forms of the year-end summary: its text and its moves."""

from django import forms
from django.core.exceptions import ValidationError

from cppcc.forms import HouseForm, Part, form_helper
from cppcc.records import ActionForm, NoteForm
from summaries.models import Report
from summaries.tokens import lone_bracket_in, unknown_in
from summaries.workflow import Action

SPARE_SECTIONS = 1  # an empty one at the end, so that a part can be added without JavaScript
LINE = 28  # characters, as on the paper beside it


def _rows(body: str) -> int:
    """How many rows show the whole text where a line holds about 28 characters."""
    rows = sum(len(line) // LINE + 1 for line in body.splitlines())
    return max(3, min(30, rows + 1))


class SummaryForm(HouseForm):
    """The text of a summary, part by part; a part without heading and text is left out."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label="标题", max_length=100)
    cutoff_on = forms.DateField(label="数据截至日", help_text="指标只数到这一天，含当天。")

    def __init__(self, *args, user, report: Report, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.report = report
        stored = list(report.sections.values_list("heading", "body"))
        count = len(stored) + SPARE_SECTIONS
        if self.is_bound:
            count = max(count, min(self._submitted_count(), 30))
        self.has_opening = bool(stored) and not stored[0][0]
        for index in range(count):
            heading, body = stored[index] if index < len(stored) else ("", "")
            self._add_section(index, heading, body)
        self.fields["version"].initial = report.version
        self.fields["title"].initial = report.title
        self.fields["cutoff_on"].initial = report.cutoff_on
        self.section_count = count
        self.helper = form_helper("title", "cutoff_on", Part("summaries/_sections.html"))
        self.helper.form_id = "summary"
        self.helper.layout.fields.pop()  # the buttons stand in the editor's bar, above the text

    def _submitted_count(self) -> int:
        return sum(name.startswith("body_") for name in self.data)

    def _add_section(self, index: int, heading: str, body: str) -> None:
        """The two fields of a part; the opening of a summary has no heading to be typed."""
        is_opening = self.has_opening and index == 0
        number = "开头" if is_opening else f"第{index + 1 - self.has_opening}部分"
        self.fields[f"heading_{index}"] = forms.CharField(
            label=f"{number}标题", max_length=60, required=False, initial=heading
        )
        if is_opening:
            self.fields[f"heading_{index}"].widget = forms.HiddenInput()
        self.fields[f"body_{index}"] = forms.CharField(
            label=f"{number}正文",
            required=False,
            initial=body,
            max_length=20_000,
            widget=forms.Textarea(attrs={"rows": _rows(body)}),
        )

    def section_fields(self):
        return [(self[f"heading_{i}"], self[f"body_{i}"]) for i in range(self.section_count)]

    def clean(self):
        for _, body in self.section_fields():
            text = self.cleaned_data.get(body.name, "")
            if unknown := unknown_in(text):
                named = "、".join(f"〔{name}〕" for name in unknown)
                self.add_error(body.name, f"没有名为{named}的指标，请核对指标名称。")
            elif lone := lone_bracket_in(text):
                self.add_error(body.name, f"括号〔〕没有成对，请核对“{lone}”附近。")
        return super().clean()

    def clean_cutoff_on(self):
        on = self.cleaned_data["cutoff_on"]
        if on.year != self.report.year:
            raise ValidationError(f"数据截至日应在{self.report.year}年内。")
        return on

    def sections(self) -> list[tuple[str, str]]:
        data = self.cleaned_data
        pairs = [(data[f"heading_{i}"], data[f"body_{i}"]) for i in range(self.section_count)]
        return [pair for pair in pairs if any(pair)]


class SignForm(ActionForm):
    """The head of the body signs."""

    signed_by = forms.CharField(label="签发人", max_length=50, help_text="联工委负责人的姓名。")


ACTION_FORMS = {
    Action.SIGN: SignForm,
    Action.REOPEN: ActionForm,
    Action.REPORT: ActionForm,
    Action.ACCEPT: ActionForm,
    Action.SEND_BACK: NoteForm,
}
