"""Forms of the roster: a person and the membership of a term are entered in one go."""

import re

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils.html import format_html, format_html_join

from accounts import invitations
from counties.models import Sector, Term
from cppcc import clock, texts
from cppcc.forms import date_widget, form_helper, not_ahead
from cppcc.records import RecordForm
from cppcc.texts import PLAIN_FIGURES
from members import logins
from members.models import Member, Membership

PERSON = ["name", "number", "sex", "nation", "born_in", "party", "phone"]
LEAVING = ["left_on", "left_why"]
ORDER = ["name", "is_another", "term", "sector", "post", "joined_on", *LEAVING]  # as laid out
MONTH = re.compile(r"(\d{4})[-./年]?(\d{1,2})月?")


class MembershipForm(RecordForm):
    """Enter or edit a member (委员): the person, and what they are in this term.

    Names are not unique; who has the name of another member of the township must be confirmed to
    be somebody else.
    """

    name, number, sex, nation, born_in, party, phone = forms.fields_for_model(
        Member, PERSON
    ).values()
    person_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    is_another = forms.BooleanField(
        label="确认是另一个人",
        error_messages={"required": "本乡镇已有同名的委员，请核对；确实是另一个人的，请勾选。"},
    )

    class Meta:
        model = Membership
        fields = ["term", "sector", "post", "joined_on", *LEAVING]
        widgets = {"joined_on": date_widget(), "left_on": date_widget()}
        help_texts = {"left_on": "登记错了没有离任的，把日期和原因都清空。"}

    def __init__(self, *args, user, instance=None, cancel_url="", **kwargs):
        instance = instance or Membership(member=Member(county_id=user.acting.county_id))
        self.person = instance.member
        initial = model_to_dict(self.person, PERSON) | {"person_version": self.person.version}
        super().__init__(*args, user=user, instance=instance, initial=initial, **kwargs)
        in_force = Term.objects.visible_to(user).in_force(clock.today())
        present = Term.objects.visible_to(user).filter(pk=instance.term_id)
        self.fields["term"].queryset = in_force | present
        self.fields["sector"].queryset = Sector.objects.visible_to(user).in_use()
        self._prepare_choices(in_force)
        self._ask_about_namesakes()
        self.order_fields([*ORDER, *self.fields])
        self.helper = self._layout(cancel_url)

    def _prepare_choices(self, terms) -> None:
        """Choose the only term there is; ask about leaving only where somebody has left."""
        if self.instance._state.adding and len(terms) == 1:
            self.initial["term"] = terms[0].pk
        if not self.instance.left_on:
            for name in LEAVING:
                del self.fields[name]
        sector = self.instance.sector_id
        if sector:  # the record keeps a sector that has been retired since
            kept = Sector.objects.visible_to(self.user).filter(pk=sector)
            self.fields["sector"].queryset |= kept

    def _ask_about_namesakes(self) -> None:
        """Ask whether it is another person only where one of the same name is there."""
        name = (self.data.get(self.add_prefix("name")) or "").strip()
        is_unchanged = not self.person._state.adding and name == self.person.name
        roster = Membership.objects.visible_to(self.user).namesakes(name)
        namesakes = [] if is_unchanged else roster.exclude(member=self.person.pk).for_list()
        if not namesakes:
            del self.fields["is_another"]
            return
        known = format_html_join(
            "；",
            '<a href="{}">{}</a>（{}）',
            ((one.get_absolute_url(), one, _marks(one)) for one in namesakes),
        )
        self.fields["is_another"].help_text = format_html(
            "本乡镇已登记：{}。同一个人连任或再次任职的，不要重新登记，请到他（她）的页面办理。",
            known,
        )

    def _layout(self, cancel_url: str):
        confirm = ["is_another"] if "is_another" in self.fields else []
        leaving = [Fieldset("离任", *LEAVING)] if "left_on" in self.fields else []
        return form_helper(
            Fieldset("任职", "name", *confirm, "term", "sector", "post", "joined_on"),
            *leaving,
            Fieldset("个人情况", "number", "sex", "nation", "born_in", "party", "phone"),
            submit="保存委员",
            cancel_url=cancel_url,
        )

    def _get_validation_exclusions(self):
        """A known person is checked for a second entry in the same term."""
        known = set() if self.person._state.adding else {"member", "left_on"}
        return super()._get_validation_exclusions() - known

    def clean_number(self):
        """The member number in plain characters, nobody else's in the county."""
        text = self.cleaned_data["number"]
        try:
            number = texts.code(20)(text) if text else ""
        except ValueError as error:
            raise ValidationError(str(error)) from None
        if self.person.is_number_taken(number):
            raise ValidationError("这个委员编号已经用在本县别的委员身上，请核对。")
        return number

    def clean_born_in(self):
        """The month of birth as YYYY-MM, however it was typed."""
        text = self.cleaned_data["born_in"].translate(PLAIN_FIGURES)
        if not text:
            return ""
        found = MONTH.fullmatch(text)
        month = f"{found[1]}-{int(found[2]):02}" if found else ""
        if not ("1900-01" <= month <= f"{clock.today():%Y-%m}" and "01" <= month[5:] <= "12"):
            raise ValidationError("请按“年-月”填写出生年月，如 1965-08。")
        return month

    def clean(self):
        data = super().clean()
        if "left_on" in data and not data["left_on"] and data.get("left_why"):
            self.add_error("left_why", "清空了离任日期的，请同时清空离任原因。")
        return data

    def save(self, commit=True):
        """Save person and membership together; StaleRecordError if somebody was quicker."""
        with transaction.atomic():
            self._save_person()
            self.instance.member = self.person
            return super().save(commit)

    def _save_person(self) -> None:
        if self.person._state.adding:
            for name in PERSON:
                setattr(self.person, name, self.cleaned_data[name])
            self.person.enter(by=self.user)
            return
        changes = {n: self.cleaned_data[n] for n in PERSON if n in self.changed_data}
        if changes:
            seen = self.cleaned_data["person_version"]
            self.person.revise(by=self.user, version=seen, **changes)

    def conflict(self):
        rows = super().conflict()
        stored = Member.objects.visible_to(self.user).get(pk=self.person.pk)
        self.data[self.add_prefix("person_version")] = stored.version
        mine = ((name, getattr(stored, name), self.cleaned_data[name]) for name in PERSON)
        return rows + [(self.fields[n].label, was, typed) for n, was, typed in mine if was != typed]


def _marks(membership: Membership) -> str:
    """What tells this member from a namesake."""
    on = membership.joined_on
    joined = f"{on.year}年{on.month}月任职"
    return "，".join(filter(None, [membership.sector.name, membership.post, joined]))


class LeaveForm(RecordForm):
    """Record that a member left (离任): when, why, and whether the login stops with it."""

    stops_login = forms.BooleanField(
        label="同时停用登录",
        required=False,
        initial=True,
        help_text="本人不能再登录，以前的记录都在；要让本人看到提案结果的，办完后再到“账号”里停用。",
    )

    class Meta:
        model = Membership
        fields = LEAVING
        widgets = {"left_on": date_widget()}
        help_texts = {
            "left_on": "最后任职的那一天；这一天以前的出席、提案等仍算他（她）的。",
            "left_why": "如调离本镇、辞去委员、届满、去世。",
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        for name in LEAVING:
            self.fields[name].required = True
        self.login = logins.login_of(self.instance)
        if self.login is None or self.login.is_stopped or not self.login.is_kept_by(user):
            del self.fields["stops_login"]
        cancel_url = self.instance.get_absolute_url()
        asked = [name for name in (*LEAVING, "stops_login") if name in self.fields]
        self.helper = form_helper(*asked, submit="登记离任", cancel_url=cancel_url)

    def _get_validation_exclusions(self):
        """Checked against the day of joining, which no field shows."""
        return super()._get_validation_exclusions() - {"joined_on"}

    def clean_left_on(self):
        return not_ahead(self.cleaned_data["left_on"])

    def save(self, commit=True):
        with transaction.atomic():
            membership = super().save()
            if self.cleaned_data.get("stops_login"):
                invitations.stop(self.login, by=self.user)
        return membership
