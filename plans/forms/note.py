"""The form of a note of progress."""

from django import forms
from django.core.exceptions import ValidationError

from cppcc import clock
from cppcc.forms import form_helper
from cppcc.records import RecordForm
from plans.models import PlanTask, TaskNote


class NoteForm(RecordForm):
    """Note what was done for a task on a day, and what shows it."""

    class Meta:
        model = TaskNote
        fields = ["on", "text", "evidence", "is_last"]
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
        self.helper = form_helper(*self._meta.fields, submit="保存进展", cancel_url=cancel_url)

    def clean_on(self):
        on, year = self.cleaned_data["on"], self.instance.task.section.plan.year
        if on > clock.today():
            raise ValidationError("日期不能晚于今天。")
        if on.year != year:
            raise ValidationError(f"这是{year}年的计划，日期应在{year}年内。")
        return on
