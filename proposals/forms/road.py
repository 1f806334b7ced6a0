"""What each step of a proposal's road asks."""

from django import forms

from counties.models import AnswerClass, RefusalReason, Satisfaction, Unit
from cppcc.records import ActionForm, NoteForm
from proposals.workflow import Action

SHORT = forms.Textarea(attrs={"rows": 3})


class ProposerForm(ActionForm):
    """A step of the proposer's; where the office enters it, it is his by name."""

    def __init__(self, *args, record, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        if "decided_by" in self.fields:
            self.fields["decided_by"].initial = record.proposer.member.name


class DeclineForm(ActionForm):
    """Why it is not filed; the proposer is always shown it."""

    refusal = forms.ModelChoiceField(
        label="不予立案理由", queryset=RefusalReason.objects.none(), empty_label="请选择"
    )
    note = forms.CharField(
        label="给提案人的说明", required=False, widget=SHORT, help_text="会显示给提案人。"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["refusal"].queryset = RefusalReason.objects.visible_to(user).in_use()


class AssignForm(ActionForm):
    """Which unit handles it; the unit the proposer had in mind is proposed."""

    handler = forms.ModelChoiceField(
        label="承办单位", queryset=Unit.objects.none(), empty_label="请选择"
    )

    def __init__(self, *args, record, user, **kwargs):
        super().__init__(*args, record=record, user=user, **kwargs)
        self.fields["handler"].queryset = Unit.objects.visible_to(user).in_use()
        self.fields["handler"].initial = record.suggested_unit_id
        self.fields["on"].help_text = "交办的那一天，答复期限从这一天算起。"


class HandBackForm(NoteForm):
    """The unit says why it cannot handle it."""

    note = forms.CharField(label="申请退回的理由", widget=SHORT)


class ReplyForm(ActionForm):
    """The unit's answer."""

    answer_class = forms.ModelChoiceField(
        label="答复类别", queryset=AnswerClass.objects.none(), empty_label="请选择"
    )
    text = forms.CharField(label="答复内容", widget=forms.Textarea(attrs={"rows": 10}))
    contact = forms.CharField(label="联系人及电话", max_length=50, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["answer_class"].queryset = AnswerClass.objects.visible_to(user).in_use()


class AcceptForm(ProposerForm):
    """The proposer's answer to the reply: one tap and, if he likes, a word."""

    satisfaction = forms.ModelChoiceField(
        label="对办理结果",
        queryset=Satisfaction.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(label="反馈意见", required=False, widget=SHORT)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        grades = Satisfaction.objects.visible_to(user).satisfied()
        self.fields["satisfaction"].queryset = grades


class ContestForm(ProposerForm):
    """What the proposer is not satisfied with."""

    satisfaction = forms.ModelChoiceField(
        label="对办理结果", queryset=Satisfaction.objects.none(), widget=forms.RadioSelect
    )
    comment = forms.CharField(
        label="哪里不满意", widget=SHORT, help_text="会转给承办单位，请它重新办理。"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        grades = Satisfaction.objects.visible_to(user).unsatisfied()
        self.fields["satisfaction"].queryset = grades
        self.fields["satisfaction"].empty_label = None
        if len(grades) == 1:
            del self.fields["satisfaction"]
            self.helper.layout.remove("satisfaction")


ACTION_FORMS = {
    Action.SUBMIT: ProposerForm,
    Action.WITHDRAW: ProposerForm,
    Action.FILE: ActionForm,
    Action.DECLINE: DeclineForm,
    Action.ASSIGN: AssignForm,
    Action.HAND_BACK: HandBackForm,
    Action.SIGN: ActionForm,
    Action.REPLY: ReplyForm,
    Action.ACCEPT: AcceptForm,
    Action.CONTEST: ContestForm,
}
