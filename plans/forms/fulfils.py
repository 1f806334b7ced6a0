"""The forms of records that may fulfil a task of the year's plan."""

from datetime import date

from django.core.exceptions import ValidationError

from cppcc import clock
from cppcc.records import RecordForm
from plans.models import PlanTask


class FulfilsTaskForm(RecordForm):
    """The office may choose the task, among those of the record's year. Where nobody chose one for
    a new record, or for one moved to another year, it gets the task that its kind and day suggest,
    and the page says so."""

    DAY = "on"  # the field that holds its day
    is_open = False  # whether a task is suggested where none was chosen
    HINT = "不选的，保存时按类别和日期自动对应，以后可以改。"

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if not self.instance.task_is_chosen_by(user):
            del self.fields["task"]
            return
        field, year, on = self.fields["task"], self._day().year, self.instance.on
        self.is_open = on is None or on.year != year
        field.queryset = PlanTask.objects.visible_to(user).of_year(year).for_choice()
        field.error_messages["invalid_choice"] = f"这项任务不在{year}年的计划里，请重新选。"
        field.empty_label = "不对应任务"
        if self.is_open:
            field.empty_label, field.help_text = "按类别和日期自动对应", self._hint()

    def _day(self) -> date:
        """The day of the record: as it was typed, as it stands, else today."""
        typed = self.data.get(self.add_prefix(self.DAY))
        try:
            day = self.fields[self.DAY].to_python(typed)
        except ValidationError:
            day = None
        return day or self.instance.on or clock.today()

    def _hint(self) -> str:
        task = None if self.is_bound else self.instance.task_of(clock.today())
        return f"{self.HINT}按今天算，对应“{task}”。" if task else self.HINT

    def save(self, commit=True):
        record = self.instance
        if self.is_open:
            chosen, record.task = record.task, record.task_of(record.on)
            self.cleaned_data["task"] = record.task
            if record.task != chosen:
                self.changed_data.append("task")  # though nobody touched the field
                self.remark = f"已对应计划任务“{record.task}”；不对的话，可以在“修改”里换。"
        return super().save(commit)
