"""The paper of suggestions, entered as lines, and what each move of an item asks for."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from activities.models import Activity, Visit
from cppcc import clock
from cppcc.forms import form_helper, not_ahead
from cppcc.records import ActionForm, NoteForm
from plans.forms.fulfils import FulfilsTaskForm
from proposals.models import Suggestion
from proposals.workflow import ItemAction

MOST_ITEMS = 50
LONGEST_ITEM = 2000
SHORT = forms.Textarea(attrs={"rows": 3})


class SuggestionForm(FulfilsTaskForm):
    """Enter a paper of advice to the town with all its items."""

    items = forms.CharField(
        label="建议条目",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="一行一条。每一条以后单独跟踪批示、采纳和落实。",
    )

    class Meta:
        model = Suggestion
        fields = ["title", "on", "addressee", "source", "visit", "task"]
        help_texts = {
            "on": "送给镇党委、政府的那一天。",
            "source": "由视察、学习引出的，选那次活动。",
            "visit": "由走访委员时的诉求引出的，选那次走访。",
        }

    def __init__(self, *args, user, cancel_url="", visit: Visit | None = None, **kwargs):
        """`visit` is the one whose demand is to become a suggestion."""
        super().__init__(*args, user=user, **kwargs)
        self._ask_for_visit(visit)
        self.fields["on"].initial = clock.today()
        self.fields["addressee"].initial = self.instance.township.committee_name
        source = self.fields["source"]
        source.empty_label = "不是由活动引出的"
        source.queryset = Activity.objects.visible_to(user).for_evidence()
        source.label_from_instance = lambda one: f"{one.on:%Y-%m-%d} {one.theme}"
        self.helper = form_helper(
            "title",
            "on",
            "addressee",
            "items",
            "source",
            "visit",
            "task",
            submit="保存意见建议",
            cancel_url=cancel_url,
        )

    def _ask_for_visit(self, visit: Visit | None) -> None:
        field = self.fields["visit"]
        field.empty_label = "不是由走访引出的"
        field.queryset = Visit.objects.visible_to(self.user).with_demand().for_list()
        field.label_from_instance = lambda one: f"{one.on:%Y-%m-%d} {one}：{one.demand[:20]}"
        if visit is not None:
            field.initial = visit.pk
            self.fields["items"].initial = visit.demand

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"])

    def clean_items(self) -> list[str]:
        lines = self.cleaned_data["items"].splitlines()
        texts = [line.strip() for line in lines if line.strip()]
        if len(texts) > MOST_ITEMS:
            raise ValidationError(f"一份最多{MOST_ITEMS}条，现在有{len(texts)}条，请分成几份。")
        too_long = [number for number, text in enumerate(texts, 1) if len(text) > LONGEST_ITEM]
        if too_long:
            raise ValidationError(f"第{too_long[0]}条超过{LONGEST_ITEM}字，请缩短。")
        return texts

    def save(self, commit=True):
        with transaction.atomic():
            suggestion = super().save()
            suggestion.add_items(self.cleaned_data["items"])
        return suggestion


class OpinionForm(NoteForm):
    """A leader's note."""

    note = forms.CharField(label="批示内容", widget=SHORT)


class ItemAssignForm(ActionForm):
    """Which office or unit of the town handles it."""

    unit_name = forms.CharField(label="办理单位", max_length=50)


class TakeUpForm(ActionForm):
    """Taken up; how, or which part, may be said."""

    note = forms.CharField(
        label="说明", required=False, widget=SHORT, help_text="如采纳了哪些、准备怎么办。"
    )


class RefuseForm(NoteForm):
    """Why it is not taken up."""

    note = forms.CharField(label="未采纳的理由", widget=SHORT)


ITEM_FORMS = {
    ItemAction.NOTE: OpinionForm,
    ItemAction.ASSIGN: ItemAssignForm,
    ItemAction.ADOPT: TakeUpForm,
    ItemAction.ADOPT_PARTLY: TakeUpForm,
    ItemAction.REFUSE: RefuseForm,
}
