"""The forms of work groups and of incentives."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from cppcc import periods
from cppcc.forms import date_widget, form_helper, not_ahead
from cppcc.records import RecordForm
from members.models import Honour, Membership
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


DEED = ("membership", "on", "title", "text")  # what the honour says


class IncentiveForm(RecordForm):
    """Record or correct a decision to commend or reward a member; it stands in deeds and honours
    at once."""

    membership = forms.ModelChoiceField(queryset=Membership.objects.none(), label="委员")
    on = forms.DateField(label="决定日期", widget=date_widget())
    title = forms.CharField(label="名称", max_length=100, help_text="如：2004年度优秀政协委员。")
    text = forms.CharField(label="事迹", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    deed_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Incentive
        fields = ["kind", "decided_by", "document"]

    def __init__(self, *args, user, cancel_url, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["membership"].queryset = Membership.objects.visible_to(user).for_list()
        if not self.instance._state.adding:
            self.fields["deed_version"].initial = self.instance.honour.version
            for name in DEED:
                value = getattr(self.instance.honour, name)
                self.fields[name].initial = getattr(value, "pk", value)
        names = ("kind", "membership", "title", "on", "decided_by", "document", "text")
        self.helper = form_helper(*names, "deed_version", submit="保存决定", cancel_url=cancel_url)

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"])

    def clean(self):
        data = super().clean()
        on, membership = data.get("on"), data.get("membership")
        if on and membership and not membership.serves_on(on):
            self.add_error("on", ValidationError("这一天不在这位委员的任职期内，请核对。"))
        return data

    def save(self, commit=True):
        deed = {name: self.cleaned_data[name] for name in DEED}
        if self.instance._state.adding:
            self.instance.decide(by=self.user, **deed)
            return self.instance
        changed = {name: deed[name] for name in DEED if name in self.changed_data}
        with transaction.atomic():
            version = self.cleaned_data["deed_version"]
            self.instance.honour.revise(by=self.user, version=version, **changed)
            return super().save()

    def conflict(self) -> list[tuple[str, object, object]]:
        rows = super().conflict()
        stored = Honour.objects.visible_to(self.user).get(pk=self.instance.honour_id)
        self.data[self.add_prefix("deed_version")] = stored.version
        mine = ((name, getattr(stored, name), self.cleaned_data[name]) for name in DEED)
        return rows + [(self.fields[n].label, was, typed) for n, was, typed in mine if was != typed]
