"""Forms that move members: to another township, into the next term."""

from datetime import timedelta

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError

from counties.models import Sector, Term, Township
from cppcc import clock
from cppcc.forms import HouseForm, date_widget, form_helper, not_ahead
from members import services
from members.models import Membership


class TransferForm(HouseForm):
    """Move a member to another township (调动): the day is the first one there."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    township = forms.ModelChoiceField(label="调到", queryset=Township.objects.none())
    on = forms.DateField(
        label="调动日期",
        help_text="在新乡镇任职的第一天。前一天以前的出席、提案等仍算原乡镇的。",
        widget=date_widget(),
    )
    sector = forms.ModelChoiceField(label="界别", queryset=Sector.objects.none())
    post = forms.CharField(label="单位及职务", max_length=100, required=False)

    def __init__(self, *args, user, membership: Membership, **kwargs):
        self.membership = membership
        kept = {"sector": membership.sector_id, "post": membership.post}
        kept |= {"version": membership.version, "on": clock.today()}
        super().__init__(*args, user=user, initial=kept, **kwargs)
        if not Membership.may_be_moved_by(user):
            raise PermissionDenied
        others = Township.objects.visible_to(user).exclude(pk=membership.township_id)
        self.fields["township"].queryset = others
        own = Sector.objects.visible_to(user)
        self.fields["sector"].queryset = own.in_use() | own.filter(pk=membership.sector_id)
        self.helper = form_helper(
            "township",
            "on",
            "sector",
            "post",
            submit="办理调动",
            cancel_url=membership.get_absolute_url(),
        )

    def clean_on(self):
        on = not_ahead(self.cleaned_data["on"])
        if on <= self.membership.joined_on:
            raise ValidationError(f"要晚于在{self.membership.township}任职的第一天。")
        return on

    def save(self) -> Membership:
        return services.transfer(self.membership, by=self.user, **self.cleaned_data)

    def conflict(self) -> list:
        """The record has just been changed; what was typed here stays typed."""
        stored = Membership.objects.visible_to(self.user).get(pk=self.membership.pk)
        self.data = self.data.copy()
        self.data["version"] = stored.version
        self.membership = stored
        return []


class ReelectionForm(HouseForm):
    """Name the members who serve on in the next term (换届); the others end with the old one."""

    term = forms.ModelChoiceField(label="新一届", queryset=Term.objects.none())
    on = forms.DateField(
        label="新一届任职日期",
        help_text="连任的从这一天起算新一届；没有勾选的到前一天离任，离任原因写“换届”。",
        widget=date_widget(),
    )
    staying = forms.ModelMultipleChoiceField(
        label="连任的委员",
        queryset=Membership.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="界别、单位及职务照上一届带过去，以后可以修改。",
    )
    is_agreed = forms.BooleanField(
        label="没有勾选的委员按换届离任",
        error_messages={"required": "请核对名单后勾选这一项。"},
    )

    def __init__(self, *args, user, township: Township, cancel_url: str, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if not Membership.is_roster_kept_by(user):
            raise PermissionDenied
        self.township = township
        today = clock.today()
        terms = Term.objects.visible_to(user)
        self.fields["term"].queryset = terms.filter(last_on__gte=today)
        serving = Membership.objects.visible_to(user).in_township(township.pk).in_office()
        self.serving = serving.filter(term__first_on__lte=today).for_list()
        self.fields["staying"].queryset = self.serving
        self.fields["staying"].label_from_instance = _told
        self.helper = form_helper(
            Fieldset("新一届", "term", "on"),
            Fieldset("连任", "staying", "is_agreed"),
            submit="办理换届",
            cancel_url=cancel_url,
        )

    def clean(self):
        data = super().clean()
        term, on = data.get("term"), data.get("on")
        if not (term and on):
            return data
        if not term.first_on - timedelta(days=62) <= on <= term.last_on:
            first = term.first_on
            self.add_error(
                "on", f"{term}从{first.year}年{first.month}月{first.day}日开始，请核对。"
            )
        self.ending = [one for one in self.serving if one.term_id != term.pk]
        if not self.ending:
            self.add_error("term", f"名册里没有需要转入{term}的委员。")
        late = [str(one) for one in self.ending if one.joined_on >= on]
        if late:
            self.add_error("on", f"要晚于{'、'.join(late[:3])}本届任职的第一天。")
        known = [str(one) for one in data.get("staying", ()) if one.term_id == term.pk]
        if known:
            self.add_error("staying", f"{'、'.join(known[:3])}已经在{term}任职。")
        return data

    def save(self) -> dict[str, int]:
        data = self.cleaned_data
        staying = {one.pk for one in data["staying"]}
        return services.reelect(
            self.ending, staying, by=self.user, term=data["term"], on=data["on"]
        )


def _told(membership: Membership) -> str:
    what = "，".join(filter(None, [str(membership.sector), membership.post]))
    return f"{membership}（{what}；{membership.term}）"
