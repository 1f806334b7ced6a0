"""The form of what an inspection or a supervision found."""

from django import forms
from django.db import transaction

from activities.models import Finding
from cppcc.forms import date_widget, form_helper
from cppcc.records import RecordForm
from matters.models import FollowUp


class FindingForm(RecordForm):
    """Enter or edit a finding; a unit or a due date puts it on the follow-up list."""

    unit_name = forms.CharField(
        label="责任单位",
        max_length=50,
        required=False,
        help_text="填了责任单位或完成期限，这一条就列入跟踪落实，办结前一直在清单上。",
    )
    due_on = forms.DateField(label="完成期限", required=False, widget=date_widget())

    class Meta:
        model = Finding
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"text": "一条写一个问题和对应的建议。"}

    def __init__(self, *args, user, activity, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.instance.activity = activity
        self.follow_up = self.instance.follow_up
        if self.follow_up:
            self.fields["unit_name"].initial = self.follow_up.unit_name
            self.fields["due_on"].initial = self.follow_up.due_on
        self.helper = form_helper(
            "text",
            "unit_name",
            "due_on",
            submit="保存这条问题",
            cancel_url=activity.get_absolute_url(),
        )

    def clean(self):
        data = super().clean()
        if self.follow_up and not (data.get("unit_name") or data.get("due_on")):
            self.add_error("unit_name", "这一条已列入跟踪落实，责任单位和完成期限请至少留一项。")
        return data

    def save(self, commit=True):
        """Save the finding with its follow-up; StaleRecordError if somebody was quicker."""
        data, finding = self.cleaned_data, self.instance
        is_new = finding._state.adding
        with transaction.atomic():
            self._save_follow_up()
            if is_new:
                finding.follow_up = self.follow_up
                finding.enter(by=self.user)
            else:
                changes = {"text": data["text"], "follow_up": self.follow_up}
                finding.revise(by=self.user, version=data["version"], **changes)
        return finding

    def _save_follow_up(self) -> None:
        """Put the matter on the follow-up list, or change what stands there."""
        facts = {name: self.cleaned_data[name] for name in ("unit_name", "due_on")}
        title = self.cleaned_data["text"][:200]
        if self.follow_up:
            self.follow_up.revise(by=self.user, title=title, **facts)
        elif any(facts.values()):
            tenant = {"county": self.instance.county, "township": self.instance.township}
            self.follow_up = FollowUp(**tenant, title=title, **facts)
            self.follow_up.enter(by=self.user)
