"""Whom a task may name as responsible (责任人): boxes to tick, one list for each kind."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import Appointment
from cppcc import periods
from cppcc.records import RecordForm
from members.models import Membership
from plans.models import Responsible, WorkGroup

KINDS = {"members": "membership_id", "staff": "appointment_id", "groups": "group_id"}


def told(parties: Iterable) -> str:
    """All of these as the boxes name them."""
    return "、".join(map(_named, parties))


def _named(party) -> str:
    """The name, and what else tells who it is: the post, and the day of leaving."""
    one = Responsible.naming(party)
    facts = "，".join(filter(None, (getattr(party, "post", ""), one.departure)))
    return f"{one.name}（{facts}）" if facts else one.name


class PartiesField(forms.ModelMultipleChoiceField):
    """Members, staff or work groups as boxes to tick."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, party) -> str:
        return _named(party)


class PartiesForm(RecordForm):
    """A form in which a task names those responsible."""

    members = PartiesField(label="委员", required=False, queryset=Membership.objects.none())
    staff = PartiesField(label="工作人员", required=False, queryset=Appointment.objects.none())
    groups = PartiesField(label="工作组", required=False, queryset=WorkGroup.objects.none())

    def offer_parties(self, year: int) -> list[str]:
        """Offer those of the year and whoever is named already. A kind of which there is nobody is
        not asked for; gives the names of the fields that remain."""
        of_year = periods.year(year)
        self.first = of_year.first
        roster = Membership.objects.visible_to(self.user)
        serving = roster.serving(of_year.first, of_year.last)
        self._offer("members", roster, serving, roster.left_before(self.first))
        staff = Appointment.staff_beside(self.user)
        serving = staff.serving(of_year.first, of_year.last)
        self._offer("staff", staff, serving, staff.left_before(self.first))
        groups = WorkGroup.objects.visible_to(self.user)
        self._offer("groups", groups, groups.filter(year=year), groups.none())
        return [name for name in KINDS if name in self.fields]

    def _offer(self, name: str, every, offered, left) -> None:
        """`left` can be posted and not chosen: who was ticked on an old page is told of."""
        field, named = self.fields[name], self._known(name)
        asked = set()
        if self.is_bound and hasattr(self.data, "getlist"):
            asked = {pk for pk in self.data.getlist(name) if pk.isdecimal()}
        found = offered | every.filter(pk__in=named) | left.filter(pk__in=asked)
        if not found.exists():
            del self.fields[name]
            return
        field.queryset = found.for_list()
        field.initial = named

    def _known(self, name: str) -> list[int]:
        """Those of a kind whom the task names by now."""
        if self.instance._state.adding:
            return []
        keys = (getattr(one, KINDS[name]) for one in self.instance.responsibles.all())
        return [key for key in keys if key]

    def _nobody_who_left(self, name: str):
        """Whoever was named stays; nobody is named anew who had left before the year."""
        chosen = self.cleaned_data[name]
        gone = chosen.left_before(self.first).exclude(pk__in=self._known(name))
        errors = [f"{Responsible.naming(one).name}已不在任（{one.departure}）" for one in gone]
        if errors:
            raise ValidationError(f"{'；'.join(errors)}，请另选责任人。")
        return chosen

    def clean_members(self):
        return self._nobody_who_left("members")

    def clean_staff(self):
        return self._nobody_who_left("staff")

    @property
    def parties(self) -> list:
        """Those chosen, in the order in which they are told."""
        return [one for name in KINDS for one in self.cleaned_data.get(name, ())]
