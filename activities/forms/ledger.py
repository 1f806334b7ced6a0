"""The forms of the registers (登记簿): one for every kind of simple dated record."""

from django import forms

from activities.models import (
    Activity,
    Article,
    Attention,
    Contact,
    PriorConsultation,
    ResearchReport,
    StudyNote,
    Talent,
    Visit,
)
from counties.models import ActivityKind
from cppcc.forms import form_helper, not_ahead
from cppcc.periods import chinese_date
from cppcc.records import RecordForm
from members.models import Engagement, Honour, Membership, Pairing
from plans.forms.fulfils import FulfilsTaskForm

Feeds = ActivityKind.Feeds


def long(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class MemberChoiceField(forms.ModelChoiceField):
    """A member by name and what tells namesakes and terms apart."""

    def label_from_instance(self, membership):
        marks = [membership.term.name, membership.sector.name, membership.post]
        if membership.left_on:
            marks.append(f"{chinese_date(membership.left_on)}离任")
        return f"{membership}（{'，'.join(filter(None, marks))}）"


class ActivityChoiceField(forms.ModelChoiceField):
    """An activity by its day and theme."""

    def label_from_instance(self, activity):
        return f"{chinese_date(activity.on)} {activity}"


class LedgerForm(RecordForm):
    """A line of a register; its day is a fact, so it does not lie ahead."""

    FEEDS: tuple[str, ...] = ()  # the kinds of activities it may have come from

    def __init__(self, *args, user, cancel_url="", **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if "activity" in self.fields:
            activities = Activity.objects.visible_to(user).feeding(*self.FEEDS)
            self.fields["activity"].queryset = activities.for_evidence()
        self.helper = form_helper(*self._meta.fields, submit="保存", cancel_url=cancel_url)

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"])

    def clean(self):
        data = super().clean()
        on, ended_on = data.get("on"), data.get("ended_on")
        if on and ended_on and ended_on < on:
            self.add_error("ended_on", "结束日期不能早于开始日期。")
        return data


class PersonalForm(LedgerForm):
    """A line about one member: of those about whom this user may enter something."""

    WHILE_SERVING = True  # the day must be one on which the member served

    membership = MemberChoiceField(queryset=Membership.objects.none(), label="委员")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        memberships = Membership.objects.visible_to(user).open_to(user).for_list()
        self.fields["membership"].queryset = memberships
        own = list(memberships.of_user(user)[:2])
        if len(own) == 1 and not self.initial.get("membership"):
            self.initial["membership"] = own[0].pk

    def clean(self):
        data = super().clean()
        membership, on = data.get("membership"), data.get("on")
        if self.WHILE_SERVING and membership and on and not membership.serves_on(on):
            until = f"至{chinese_date(membership.left_on)}" if membership.left_on else "起"
            term = f"{chinese_date(membership.joined_on)}{until}"
            self.add_error("on", f"这一天不在这位委员的任职期内（{term}），请核对日期和委员。")
        return data


class VisitForm(FulfilsTaskForm, PersonalForm):
    class Meta:
        model = Visit
        fields = ["membership", "on", "form", "visitors", "situation", "demand", "promise"]
        fields += ["is_done", "task"]
        widgets = {"situation": long(), "demand": long(2), "promise": long(2)}
        help_texts = {
            "visitors": "几个人一起去的，都写上，用顿号隔开。",
            "is_done": "答应的事办到了，就回来勾上。",
        }


class ContactForm(FulfilsTaskForm, PersonalForm):
    class Meta:
        model = Contact
        fields = ["membership", "on", "form", "whom", "place", "demand", "result", "is_done"]
        fields += ["task"]
        widgets = {"demand": long(), "result": long()}
        help_texts = {
            "whom": "一户、一人或一个村组，如“清溪村三组村民”。",
            "demand": "群众反映的困难、意见和愿望。",
            "result": "当场答复的、转给谁办的、办得怎么样。",
        }


class StudyNoteForm(PersonalForm):
    FEEDS = (Feeds.STUDY, Feeds.TRAINING, Feeds.LESSON)

    activity = ActivityChoiceField(
        queryset=Activity.objects.none(),
        required=False,
        label="所属学习",
        help_text="自学的不用选。",
    )

    class Meta:
        model = StudyNote
        fields = ["membership", "on", "title", "activity", "text"]
        widgets = {"text": long(10)}


class ArticleForm(FulfilsTaskForm, LedgerForm):
    link = forms.URLField(
        label="网址", required=False, max_length=200, assume_scheme="https", empty_value=""
    )

    class Meta:
        model = Article
        fields = ["title", "on", "outlet", "level", "author", "link", "task"]
        labels = {"on": "刊发日期"}


class AttentionForm(FulfilsTaskForm, LedgerForm):
    class Meta:
        model = Attention
        fields = ["kind", "on", "who", "text", "task"]
        widgets = {"text": long()}


class PriorConsultationForm(FulfilsTaskForm, LedgerForm):
    class Meta:
        model = PriorConsultation
        fields = ["decision", "on", "asked_by", "opinions", "taken_up", "task"]
        widgets = {"opinions": long(6), "taken_up": long()}
        help_texts = {
            "asked_by": "如镇党委、镇政府、联工委。",
            "opinions": "写明每位委员的姓名和意见。",
        }


class ResearchReportForm(FulfilsTaskForm, LedgerForm):
    FEEDS = (Feeds.RESEARCH, Feeds.INSPECTION)

    activity = ActivityChoiceField(
        queryset=Activity.objects.none(),
        required=False,
        label="所属调研",
        help_text="不是一次活动形成的，不用选。",
    )

    class Meta:
        model = ResearchReport
        fields = ["title", "on", "authors", "activity", "text", "task"]
        widgets = {"text": long(10)}
        labels = {"on": "完成日期"}


class HonourForm(PersonalForm):
    class Meta:
        model = Honour
        fields = ["membership", "on", "title", "is_award", "text"]
        widgets = {"text": long(6)}
        labels = {"is_award": "是荣誉"}
        help_texts = {
            "is_award": "有授予单位的勾选的计入委员荣誉数；不勾选的是事迹，写进总结的委员风采。",
            "text": "写明做了什么、数字和成效。",
        }


class PairingForm(PersonalForm):
    WHILE_SERVING = False  # support often began before

    class Meta:
        model = Pairing
        fields = ["membership", "household", "kind", "on", "ended_on", "text"]
        widgets = {"text": long()}
        help_texts = {"ended_on": "仍在结对的不填。"}


class EngagementForm(PersonalForm):
    WHILE_SERVING = False

    class Meta:
        model = Engagement
        fields = ["membership", "appointing_body", "post", "on", "ended_on"]
        help_texts = {"post": "如民主监督员、行风评议员。", "ended_on": "仍在任的不填。"}


class TalentForm(FulfilsTaskForm, LedgerForm):
    class Meta:
        model = Talent
        fields = ["name", "trade", "contact", "recommended_for", "on", "ended_on", "text"]
        fields += ["task"]
        widgets = {"text": long()}
        labels = {"on": "入册日期"}
        help_texts = {
            "trade": "如柑橘种植、建筑施工。",
            "recommended_for": "推荐做什么，如推荐为农技培训讲师。",
            "ended_on": "仍在册的不填。",
        }
