"""The form of a note of progress."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from cppcc import clock
from cppcc.forms import form_helper, not_ahead
from cppcc.periods import month_and_day
from cppcc.records import RecordForm
from plans.models import Milestone, PlanTask, TaskNote


class NoteForm(RecordForm):
    """Note what was done for a task on a day, and what shows it; of several days of the plan,
    also which of them it keeps."""

    for_day = forms.TypedChoiceField(
        label="办的是哪个节点",
        required=False,
        empty_value=None,
        coerce=date.fromisoformat,
        help_text="不选的，算作最早一个还没有办的节点。",
    )

    class Meta:
        model = TaskNote
        fields = ["on", "text", "for_day", "evidence", "is_last"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "evidence": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "on": "事情发生的那一天。",
            "evidence": "文件、照片、记录的名称，放在哪里。",
            "is_last": "勾选后，这项任务算已完成；要写明佐证。",
        }

    def __init__(self, *args, user, task: PlanTask, cancel_url, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.instance.task = task
        self.fields["on"].initial = clock.today()
        days = [(one.due_on.isoformat(), _told(one)) for one in task.milestones.all()]
        self.fields["for_day"].choices = [("", "不选"), *days]
        if len(days) < 2:
            del self.fields["for_day"]
        names = [name for name in self._meta.fields if name in self.fields]
        self.helper = form_helper(*names, submit="保存进展", cancel_url=cancel_url)

    def clean_on(self):
        on, year = not_ahead(self.cleaned_data["on"]), self.instance.task.section.plan.year
        if on.year != year:
            raise ValidationError(f"这是{year}年的计划，日期应在{year}年内。")
        return on


def _told(day: Milestone) -> str:
    return f"{month_and_day(day.due_on)} {day.text}".strip()
