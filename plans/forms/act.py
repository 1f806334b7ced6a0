"""What the moves of a plan ask for."""

from django import forms
from django.core.exceptions import ValidationError

from cppcc import clock
from cppcc.attachments import CheckedFileField
from cppcc.forms import HouseForm, form_helper
from cppcc.records import ActionForm, NoteForm
from plans import services
from plans.models import PlanScan, Responsible
from plans.models.content import content_of, digest
from plans.workflow import Action


class DeleteForm(HouseForm):
    """Delete a part of a plan as it was when the person was asked."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, user, part, submit: str, cancel_url: str, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["version"].initial = part.version
        self.helper = form_helper(submit=submit, cancel_url=cancel_url, cancel="返回，不删除")


class SubmitForm(ActionForm):
    """Send a plan for approval; of those responsible who have left, the sender is told first."""

    has_checked = forms.BooleanField(label="我已看过上面的名单，仍按现在的内容送审")

    def __init__(self, *args, record, action, user, **kwargs):
        super().__init__(*args, record=record, action=action, user=user, **kwargs)
        named = Responsible.objects.visible_to(user).filter(task__section__plan=record)
        self.departed = named.left_before(clock.today()).in_plan_order()
        self.fields["has_checked"].error_messages["required"] = "请先改选责任人，或勾选这一项。"
        if not self.departed:
            del self.fields["has_checked"]
            self.helper.layout.fields.remove("has_checked")

    def clean(self):
        data = super().clean()
        data.pop("has_checked", None)
        return data


def _scan_field(**options) -> CheckedFileField:
    return CheckedFileField(
        label="扫描件",
        is_scan=True,
        help_text="签字、盖章的批件或会议纪要：PDF 或照片，不超过20MB。",
        **options,
    )


class ScanForm(HouseForm):
    """Keep the scan of an approval on paper that was entered without one."""

    scan = _scan_field()

    def __init__(self, *args, user, plan, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.plan = plan
        self.helper = form_helper("scan", submit="保存扫描件", cancel_url=plan.get_absolute_url())
        self.helper.attrs["enctype"] = "multipart/form-data"

    def save(self):
        PlanScan.keep(self.plan, self.plan.unscanned, self.cleaned_data["scan"], by=self.user)
        return self.plan


class DecisionForm(ActionForm):
    """What the Party committee decides; the office enters a decision on paper with its scan."""

    scan = _scan_field(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_on_paper = "decided_by" in self.fields
        if not self.is_on_paper:  # the leader decides here, and needs no paper
            del self.fields["scan"]

    def lay_out(self, *names: str) -> None:
        """Show the fields in this order."""
        self.order_fields(names)
        self.helper = form_helper(
            *self.fields,
            submit=self.action.label,
            cancel_url=self.record.get_absolute_url(),
            cancel="返回，不办理",
        )
        self.helper.attrs["enctype"] = "multipart/form-data"


class ReasonForm(NoteForm):
    """Take a step back, and say why."""

    note = forms.CharField(label="原因", widget=forms.Textarea(attrs={"rows": 4}))


class SendBackForm(DecisionForm, ReasonForm):
    """Send a plan back, and say why."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lay_out("note", "decided_by", "scan", "on")


class ApproveForm(DecisionForm):
    """Approve a plan as it stands on this page; what changed after 送审 has to be read first.

    The office enters an approval on paper: by whom, on which day, in which meeting, which document.
    """

    note = forms.CharField(
        label="批示",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    meeting = forms.CharField(
        label="审定会议",
        required=False,
        max_length=60,
        help_text="如“镇党委第3次会议”。",
    )
    approval_paper = forms.CharField(
        label="审定文件", required=False, max_length=100, help_text="批件或会议纪要的名称、文号。"
    )
    has_read = forms.BooleanField(label="我已看过上面的改动，同意按现在的内容审定")
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, record, action, user, **kwargs):
        super().__init__(*args, record=record, action=action, user=user, **kwargs)
        self.now = digest(content_of(record))
        self.why, self.changes = services.changes_since_last_seen(record)
        self.fields["seen"].initial = self.now
        if not self.changes:
            del self.fields["has_read"]
        else:
            self.fields["has_read"].error_messages["required"] = "请先看过改动，再勾选这一项。"
        if not self.is_on_paper:
            del self.fields["meeting"], self.fields["approval_paper"]
        paper = ("meeting", "approval_paper", "scan")
        self.lay_out("has_read", "note", "decided_by", *paper, "on")

    def clean_decided_by(self):
        name = self.cleaned_data["decided_by"]
        if name == self.user.name:
            raise ValidationError("计划由镇党委领导审定，请填写领导的姓名，不是您自己的。")
        return name

    def clean(self):
        data = super().clean()
        data.pop("has_read", None)
        if data.get("seen") != self.now:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.now
            self.data.pop(self.add_prefix("has_read"), None)
            self.add_error(None, "您打开这一页以后，计划又有改动，请看过下面的改动再审定。")
        return data


ACTION_FORMS = {
    Action.SUBMIT: SubmitForm,
    Action.APPROVE: ApproveForm,
    Action.SEND_BACK: SendBackForm,
    Action.REPORT: ActionForm,
    Action.RETURN: ReasonForm,
    Action.PUBLISH: ActionForm,
    Action.WITHDRAW: ReasonForm,
}
