"""Putting a promise on the follow-up list, and entering how far it has come."""

from django import forms

from cppcc import clock
from cppcc.forms import HouseForm, form_helper, not_ahead
from matters.models import FollowUp, Progress


class PromiseForm(HouseForm):
    """By when the thing promised is expected to be done."""

    due_on = forms.DateField(
        label="预计完成", required=False, help_text="答复里说了时间的，填那一天；没说可以不填。"
    )

    def __init__(self, *args, user, cancel_url="", **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.helper = form_helper("due_on", submit="列入跟踪落实", cancel_url=cancel_url)


class ProgressForm(HouseForm):
    """One step of a follow-up (推进情况)."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    progress = forms.ChoiceField(label="进展", choices=Progress.choices, widget=forms.RadioSelect)
    level = forms.CharField(
        label="立项单位",
        max_length=50,
        required=False,
        help_text="已由上级立项的填写，如“县交通局”。",
    )
    text = forms.CharField(label="情况", widget=forms.Textarea(attrs={"rows": 4}))
    on = forms.DateField(label="日期", help_text="事情发生的那一天。")

    def __init__(self, *args, user, follow_up: FollowUp, cancel_url="", **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["version"].initial = follow_up.version
        self.fields["progress"].initial = follow_up.progress
        self.fields["on"].initial = clock.today()
        self.helper = form_helper(
            "progress", "level", "text", "on", submit="保存进展", cancel_url=cancel_url
        )

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("progress") == Progress.APPROVED_ABOVE and not cleaned.get("level"):
            self.add_error("level", "请填写由哪个上级单位立项。")
        return cleaned
