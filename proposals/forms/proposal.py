"""The form in which a proposal is written."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction

from counties.models import ProposalCategory, Unit
from cppcc import clock
from cppcc.forms import Part, form_helper, not_ahead
from members.models import Membership
from plans.forms.fulfils import FulfilsTaskForm
from proposals.models import Proposal
from proposals.workflow import Action

LONG = forms.Textarea(attrs={"rows": 7})


class ProposalForm(FulfilsTaskForm):
    """Write a proposal: a member for himself, the office for a member who is not online (代录).

    A draft may lack its text; what is handed in may not.
    """

    DAY, HINT = "handed_in_on", "不选的，提交时按类别和日期自动对应。"
    use_required_attribute = False  # the browser would hold back an unfinished draft

    handed_in_on = forms.DateField(
        label="提交日期",
        required=False,
        help_text="委员交来提案的那一天，不填就是今天。保存草稿时不用填。",
    )
    cosigners = forms.ModelMultipleChoiceField(
        label="联名委员",
        queryset=Membership.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="请先征得本人同意。",
    )

    class Meta:
        model = Proposal
        fields = [
            "proposer",
            "title",
            "situation",
            "advice",
            "category",
            "suggested_unit",
            "is_public",
            "task",
        ]
        widgets = {"situation": LONG, "advice": LONG}
        help_texts = {
            "title": "一事一案：一件提案只写一件事，如“关于整修清溪村道的建议”。",
            "situation": "现在是什么情况，为什么会这样。",
            "advice": "希望哪个单位做什么，越具体越好办。",
        }

    def __init__(self, *args, user, cancel_url="", **kwargs):
        super().__init__(*args, user=user, **kwargs)
        today = clock.today()
        roster = Membership.objects.visible_to(user).serving(today, today).for_list()
        if Proposal.is_entered_for_others_by(user):
            self.fields["proposer"].queryset = roster
            self.fields["proposer"].empty_label = "请选择"
        else:
            roster = self._sign_as_proposer(roster)
        self.fields["cosigners"].queryset = roster
        for name in {"proposer", "cosigners"} & set(self.fields):
            self.fields[name].label_from_instance = lambda one: f"{one}（{one.sector}）"
        if not self.instance._state.adding:
            signed = self.instance.cosigners.values_list("membership", flat=True)
            self.fields["cosigners"].initial = list(signed)
        categories = ProposalCategory.objects.visible_to(user)
        self.fields["category"].queryset = categories.offered(self.instance.category_id)
        self.fields["category"].empty_label = "请选择"
        units = Unit.objects.visible_to(user).offered(self.instance.suggested_unit_id)
        self.fields["suggested_unit"].queryset = units
        self.fields["suggested_unit"].empty_label = "不指定，由县政协决定"
        if "draft" in self.data:
            self.fields["situation"].required = self.fields["advice"].required = False
        self.helper = self._helper(cancel_url)

    def _sign_as_proposer(self, roster):
        """A member proposes in the own name; the others of the roster may sign with him."""
        own = roster.of_user(self.user)
        if self.instance._state.adding:
            self.instance.proposer = own.first()
            if self.instance.proposer_id is None:
                raise PermissionDenied
        del self.fields["proposer"], self.fields["handed_in_on"]
        return roster.exclude(pk__in=own.values("pk"))

    def _helper(self, cancel_url):
        fields = [name for name in ("proposer", "handed_in_on") if name in self.fields]
        return form_helper(
            *fields,
            "title",
            Part("proposals/_earlier.html"),
            "situation",
            "advice",
            Fieldset("交给谁办", "category", "suggested_unit", "is_public"),
            Part("proposals/_cosigners.html"),
            *(name for name in ("task",) if name in self.fields),
            submit="提交提案",
            also=(("draft", "保存草稿"),),
            cancel_url=cancel_url,
        )

    def clean_handed_in_on(self):
        return not_ahead(self.cleaned_data["handed_in_on"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("proposer") in (cleaned.get("cosigners") or ()):
            self.add_error("cosigners", "第一提案人不用再选为联名委员。")
        return cleaned

    def save(self, commit=True):
        with transaction.atomic():
            proposal = super().save()
            proposal.sign_jointly(self.cleaned_data["cosigners"], by=self.user)
        return proposal

    def handed_in(self) -> dict:
        """What `Proposal.submit` needs: the day, and the proposer's name where it is entered."""
        act = {"on": self.cleaned_data.get("handed_in_on")}
        if self.instance.is_on_behalf(Action.SUBMIT, self.user):
            act["decided_by"] = self.instance.proposer.member.name
        return act
