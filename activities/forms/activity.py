"""Forms of activities and attendance."""

from crispy_forms.layout import Fieldset
from django import forms

from activities.models import Activity, Attendance
from activities.workflow import Action
from counties.models import ActivityKind, SupervisionForm
from cppcc import clock
from cppcc.forms import HouseForm, Part, form_helper
from cppcc.records import ActionForm, NoteForm
from members.models import Membership
from plans.forms.fulfils import FulfilsTaskForm

LONG = forms.Textarea(attrs={"rows": 4})


class ActivityForm(FulfilsTaskForm):
    """Enter or edit an activity; what only a study or a supervision needs stands below."""

    class Meta:
        model = Activity
        fields = [
            "kind",
            "theme",
            "on",
            "place",
            "host",
            "guests",
            "task",
            "campaign",
            "purpose",
            "content",
            "mode",
            "handouts",
            "check_of_effect",
            "form",
            "stage",
        ]
        widgets = {"purpose": LONG, "content": LONG, "check_of_effect": LONG}
        help_texts = {"campaign": "属于某个专项活动的，填活动名称，如“环保行”。"}

    def __init__(self, *args, user, cancel_url="", **kwargs):
        super().__init__(*args, user=user, **kwargs)
        kinds = ActivityKind.objects.visible_to(user).offered(self.instance.kind_id)
        self.fields["kind"].queryset = kinds
        forms_of_supervision = SupervisionForm.objects.visible_to(user)
        self.fields["form"].queryset = forms_of_supervision.offered(self.instance.form_id)
        self.helper = form_helper(
            "kind",
            "theme",
            "on",
            "place",
            "host",
            "guests",
            *(name for name in ("task",) if name in self.fields),
            Fieldset("目的和内容", "purpose", "content", "campaign"),
            Fieldset("集中学习填写", "mode", "handouts", "check_of_effect"),
            Fieldset("民主监督填写", "form", "stage"),
            submit="保存活动",
            cancel_url=cancel_url,
        )


class HoldForm(ActionForm):
    """Record that it took place."""

    record_text = forms.CharField(label="活动记录", widget=forms.Textarea(attrs={"rows": 8}))
    outcome = forms.CharField(label="成效", required=False, widget=LONG)

    def __init__(self, *args, record, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.fields["on"].initial = min(record.on, clock.today())


ACTION_FORMS = {
    Action.NOTIFY: ActionForm,
    Action.HOLD: HoldForm,
    Action.REPORT: ActionForm,
    Action.CANCEL: NoteForm,
}


class AttendanceForm(HouseForm):
    """Who came, in one grid: a choice and a reason of leave for every member."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, user, activity, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.activity = activity
        self.fields["version"].initial = activity.version
        known = {row.membership_id: row for row in activity.attendances.all()}
        roster = Membership.objects.visible_to(user).serving(activity.on, activity.on).for_list()
        self.rows = []
        for membership in roster:
            row = known.get(membership.pk) or Attendance()
            self._add_row(membership, row)
        self.helper = form_helper(
            Part("activities/_attendance_grid.html"),
            submit="保存出席情况",
            also=(("rest", "没填的都记为出席，保存"),),
            cancel_url=activity.get_absolute_url(),
        )

    def _add_row(self, membership, row: Attendance) -> None:
        status, reason = f"status_{membership.pk}", f"reason_{membership.pk}"
        self.fields[status] = forms.ChoiceField(
            label=f"{membership}的出席情况",
            choices=Attendance.Status.choices,
            initial=row.status,
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        self.fields[reason] = forms.CharField(
            label=f"{membership}的请假事由",
            max_length=50,
            required=False,
            initial=row.leave_reason,
            widget=forms.TextInput(attrs={"class": "form-control"}),
        )
        self.rows.append((membership, self[status], self[reason]))

    def clean(self):
        """With the second button, whoever has no answer yet was there."""
        data = super().clean()
        if "rest" in self.data:
            for _, status, _ in self.rows:
                if data.get(status.name) == Attendance.Status.PENDING:
                    data[status.name] = Attendance.Status.PRESENT
        return data

    def statuses(self) -> dict:
        """{Membership: (status, leave reason)} as the model's verb takes it."""
        data = self.cleaned_data
        return {m: (data[status.name], data[reason.name]) for m, status, reason in self.rows}

    def conflict(self) -> list[tuple[str, str, str]]:
        """What a colleague has just saved beside what was chosen here: (member, theirs, mine)."""
        stored = Activity.objects.visible_to(self.user).get(pk=self.activity.pk)
        self.data = self.data.copy()
        self.data["version"] = stored.version
        known = {row.membership_id: row for row in stored.attendances.all()}
        rows = []
        for membership, (status, reason) in self.statuses().items():
            row = known.get(membership.pk, Attendance())
            mine = Attendance(status=status, leave_reason=reason)
            rows.append((str(membership), _answer(row), _answer(mine)))
        return [row for row in rows if row[1] != row[2]]


def _answer(row: Attendance) -> str:
    reason = f"（{row.leave_reason}）" if row.leave_reason else ""
    return f"{row.get_status_display()}{reason}"
