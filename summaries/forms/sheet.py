"""The yearly form of a member: what the member writes, and what each step asks for."""

from django import forms

from counties.models import DutyGrade
from cppcc.forms import form_helper
from cppcc.records import ActionForm, NoteForm, RecordForm
from members.models import Membership
from summaries.models import DutySheet
from summaries.workflow import DutyAction

LONG = forms.Textarea(attrs={"rows": 12})
SHORT = forms.Textarea(attrs={"rows": 4})


class DutySheetForm(RecordForm):
    """The member's own summary of the year, written by the member or entered for them."""

    class Meta:
        model = DutySheet
        fields = ["own_summary"]
        widgets = {"own_summary": LONG}
        help_texts = {
            "own_summary": "一年来学习、提案、调研视察、联系群众等方面做了什么，还有什么不足。"
            "次数不用写，由记录自动得出。"
        }

    def __init__(
        self, *args, user, cancel_url="", membership: Membership | None = None, year=0, **kwargs
    ):
        """A new form is of `membership` and `year`."""
        if membership is not None:
            kwargs["instance"] = DutySheet(membership=membership, year=year)
        super().__init__(*args, user=user, **kwargs)
        self.helper = form_helper("own_summary", submit="保存", cancel_url=cancel_url)

    def _get_validation_exclusions(self):
        """One form a member and year is checked though no field shows them."""
        return super()._get_validation_exclusions() - {"membership", "year"}


class SignForm(ActionForm):
    """The body's opinion, signed by its head."""

    office_opinion = forms.CharField(label="联工委意见", widget=SHORT)
    signed_by = forms.CharField(label="签署人", max_length=50, help_text="联工委负责人的姓名。")


class RateForm(ActionForm):
    """The county's opinion and grade; the officer enters what was decided."""

    grade = forms.ModelChoiceField(queryset=DutyGrade.objects.none(), label="等次")
    county_opinion = forms.CharField(label="县政协意见", widget=SHORT, required=False)
    rated_by = forms.CharField(label="评定机关或决定人", max_length=50, help_text="如主席会议。")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["grade"].queryset = DutyGrade.objects.visible_to(user).in_use()


DUTY_FORMS = {
    DutyAction.SUBMIT: ActionForm,
    DutyAction.SIGN: SignForm,
    DutyAction.SEND_BACK: NoteForm,
    DutyAction.RATE: RateForm,
    DutyAction.HAND_BACK: NoteForm,
    DutyAction.REOPEN: NoteForm,
}
