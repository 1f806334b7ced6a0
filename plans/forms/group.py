"""The forms of work groups and of incentives."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from cppcc import clock, periods
from cppcc.forms import form_helper
from cppcc.records import RecordForm
from members.models import Membership
from plans.forms.parties import PartiesField
from plans.models import Incentive, WorkGroup


class GroupForm(RecordForm):
    """Enter or edit a work group with its people and its plan; its tasks the year's plan tells."""

    people = PartiesField(label="成员", required=False, queryset=Membership.objects.none())

    class Meta:
        model = WorkGroup
        fields = ["year", "name", "head", "scheme"]
        widgets = {"year": forms.HiddenInput, "scheme": forms.Textarea(attrs={"rows": 10})}
        help_texts = {"scheme": "目标、分工、步骤和时间，可以分段；可打印成文。"}

    def __init__(self, *args, user, year: int, cancel_url, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["year"].disabled = True
        self.fields["year"].initial = year
        of_year = periods.year(year)
        roster = Membership.objects.visible_to(user)
        people = [] if self.instance._state.adding else self.instance.people.all()
        named = [self.instance.head_id, *(one.membership_id for one in people)]
        serving = roster.serving(of_year.first, of_year.last) | roster.filter(pk__in=named)
        self.fields["head"].queryset = self.fields["people"].queryset = serving.for_list()
        self.fields["people"].initial = named[1:]
        names = ("name", "head", "people", "scheme")
        self.helper = form_helper(*names, submit="保存工作组", cancel_url=cancel_url)

    def save(self, commit=True):
        with transaction.atomic():
            group = super().save()
            group.set_people(self.cleaned_data["people"])
        return group


class IncentiveForm(RecordForm):
    """Record a decision to commend or reward a member; it stands in deeds and honours at once."""

    membership = forms.ModelChoiceField(queryset=Membership.objects.none(), label="委员")
    on = forms.DateField(label="决定日期")
    title = forms.CharField(label="名称", max_length=100, help_text="如：2004年度优秀政协委员。")
    text = forms.CharField(label="事迹", required=False, widget=forms.Textarea(attrs={"rows": 4}))

    class Meta:
        model = Incentive
        fields = ["kind", "decided_by", "document"]

    def __init__(self, *args, user, cancel_url, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["membership"].queryset = Membership.objects.visible_to(user).for_list()
        names = ("kind", "membership", "title", "on", "decided_by", "document", "text")
        self.helper = form_helper(*names, submit="记录决定", cancel_url=cancel_url)

    def clean(self):
        data = super().clean()
        on, membership = data.get("on"), data.get("membership")
        if on and on > clock.today():
            self.add_error("on", ValidationError("日期不能晚于今天。"))
        elif on and membership and not membership.serves_on(on):
            self.add_error("on", ValidationError("这一天不在这位委员的任职期内，请核对。"))
        return data

    def save(self, commit=True):
        told = {name: self.cleaned_data[name] for name in ("membership", "on", "title", "text")}
        self.instance.decide(by=self.user, **told)
        return self.instance
