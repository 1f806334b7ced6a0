"""Forms of a township: what it is called, who heads it, and what a year asks of it."""

from crispy_forms.layout import Fieldset
from django import forms

from cppcc.forms import date_widget, form_helper
from cppcc.records import ActionForm, NoteForm, RecordForm
from members import sheets, targets
from members.forms.county import SettingForm, TargetsForm
from members.models import GroupPost, TargetSheet, Township
from members.workflow import SheetAction

SHEET_FORMS = {
    SheetAction.HAND_DOWN: ActionForm,
    SheetAction.RECEIVE: ActionForm,
    SheetAction.RECALL: NoteForm,
}


class TownshipForm(SettingForm):
    """A township or another group of members, as the county's officer keeps it."""

    class Meta:
        model = Township
        fields = [
            "name",
            "kind",
            "body_name",
            "full_name",
            "head_title",
            "committee_name",
            "red_head",
            "number_code",
            "phone",
            "address",
        ]
        help_texts = {
            "name": "如“清溪镇”，列表里就这样写。",
            "body_name": "如“清溪镇政协联工委”，页面顶上和公文标题里就这样写。",
            "full_name": "公文落款用的名称；不填就用简称。",
            "head_title": "如“主任”“组长”。",
            "committee_name": "审定计划的党委，如“镇党委”“街道党工委”。",
            "red_head": "红头上的一行字。不填就不印红头。",
            "number_code": "如“清政联”，发文字号就写成“清政联〔2026〕1号”。",
        }


class ContactForm(RecordForm):
    """Where the office is and how to reach it: its own staff may change that."""

    class Meta:
        model = Township
        fields = ["phone", "address"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        cancel_url = self.instance.get_absolute_url()
        self.helper = form_helper(*self._meta.fields, cancel_url=cancel_url)

    def may_edit(self) -> bool:
        return self.instance.may_be_contacted_by(self.user)


class GroupPostForm(SettingForm):
    """Somebody at the head of a township's body, its clerk, or the county leader linked to it."""

    class Meta:
        model = GroupPost
        fields = ["kind", "name", "post", "first_on", "last_on"]
        widgets = {"first_on": date_widget(), "last_on": date_widget()}
        help_texts = {
            "post": "如“镇人大主席、联工委主任”“县政协副主席”。",
            "last_on": "换了人的，填最后一天；还在任的不填。",
        }

    def __init__(self, *args, township: Township, user, **kwargs):
        super().__init__(*args, user=user, cancel_url=township.get_absolute_url(), **kwargs)
        self.instance.township = township


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
