"""Forms in which the county's officer keeps the county's own words, days and numbers."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from counties import targets
from counties.models import AnswerClass, County, Deadline, GuidingText, Satisfaction, Target
from counties.targets import Targets
from cppcc import figures
from cppcc.forms import HouseForm, form_helper
from cppcc.records import RecordForm
from cppcc.texts import PLAIN_FIGURES

FULL_WIDTH = PLAIN_FIGURES | {ord(c) + 0xFEE0: c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
MOST = 9999


class SettingForm(RecordForm):
    """A row that the county keeps; its fields one under the other, the `FIXED` ones only once."""

    FIXED: tuple[str, ...] = ()

    def __init__(self, *args, user, cancel_url="", **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if not self.instance._state.adding:
            for name in self.FIXED:
                del self.fields[name]
        shown = [name for name in self._meta.fields if name in self.fields]
        self.helper = form_helper(*shown, cancel_url=cancel_url)


class AnswerClassForm(SettingForm):
    """A class of replies and its letter, which no other class that is offered has."""

    class Meta:
        model = AnswerClass
        fields = ["letter", "name"]
        help_texts = {"letter": "印在答复函右上角的那个字母，如 A。"}

    def clean_letter(self):
        letter = self.cleaned_data["letter"].upper().translate(FULL_WIDTH)
        if not (letter.isascii() and letter.isalpha()):
            raise ValidationError("请填写一个英文字母，如 A。")
        others = AnswerClass.objects.visible_to(self.user).in_use().exclude(pk=self.instance.pk)
        if others.filter(letter=letter).exists():
            raise ValidationError("这个字母已经用在别的答复类别上。")
        return letter


class SatisfactionForm(SettingForm):
    """A grade of replies; whether it satisfies stays as it was when the first reply was graded."""

    FIXED = ("is_satisfied",)

    class Meta:
        model = Satisfaction
        fields = ["name", "is_satisfied"]
        help_texts = {"is_satisfied": "不勾选的，评为这一等的提案要重新办理。以后不能再改。"}


class CountyForm(RecordForm):
    """What the county is called, how its papers are headed, and its days of the year."""

    class Meta:
        model = County
        fields = [
            "body_name",
            "short_name",
            "red_head",
            "number_code",
            "supervisor",
            "proposal_year_from",
            "proposals_counted",
            "plan_due",
            "late_entries_until",
        ]
        help_texts = {
            "body_name": "印在公文上的全称，如“政协××县委员会”。",
            "red_head": "红头上的一行字，如“政协××县委员会文件”。不填就不印红头。",
            "number_code": "如“×政协发”，发文字号就写成“×政协发〔2026〕1号”。",
            "supervisor": "和县政协一起交办、督办提案的单位，答复函抄送给它。没有就不填。",
            "proposal_year_from": "从这一天起提交的提案，编下一年的号。按自然年编号的填 1月1日。",
            "plan_due": "各乡镇的年度计划在这一天以前报到县政协。",
            "late_entries_until": "上一年的记录可以补录到这一天。",
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        names = self._meta.fields
        self.helper = form_helper(
            Fieldset("名称", *names[:2]),
            Fieldset("公文", *names[2:5]),
            Fieldset("提案", *names[5:7]),
            Fieldset("每年的日子", *names[7:]),
            cancel_url=self.instance.get_absolute_url(),
        )


class DeadlineForm(SettingForm):
    class Meta:
        model = Deadline
        fields = ["amount", "unit"]


class GuidingForm(SettingForm):
    """What the county says of one year; `year` is the one the officer works in."""

    class Meta:
        model = GuidingText
        fields = ["plan_text", "summary_text"]
        widgets = {name: forms.Textarea(attrs={"rows": 8}) for name in fields}
        help_texts = {
            "plan_text": "各乡镇起草这一年的计划时，开头就是这段话。",
            "summary_text": "各乡镇起草这一年的总结时，开头就是这段话。",
        }


class TargetsForm(HouseForm):
    """The numbers of a year: one field for each that is set, and a line to add another.

    `seen` are the numbers that were shown, so that of two who change them one is told.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    add_figure = forms.ChoiceField(label="指标", required=False)
    add_number = forms.IntegerField(label="目标数", required=False, min_value=1, max_value=MOST)

    def __init__(self, *args, current: Targets, user, cancel_url="", **kwargs):
        self.current, parts = current, {}
        super().__init__(*args, user=user, **kwargs)
        self.fields["seen"].initial = current.told()
        for scope, figure, number in current.rows():
            name = f"{scope}-{figure}"
            parts.setdefault(Target.Scope(scope).label, []).append(name)
            self.fields[name] = forms.IntegerField(
                label=_label(figure), required=False, min_value=1, max_value=MOST, initial=number
            )
            self._use_plain_figures(self.add_prefix(name))
        self.fields["add_figure"].choices = [("", "不加"), *_addable(current)]
        sets = [Fieldset(f"{label}全年要完成", *names) for label, names in parts.items()]
        sets.append(Fieldset("再加一项", "add_figure", "add_number"))
        self.helper = form_helper(*self.first, *sets, *self.last, cancel_url=cancel_url)

    first = last = ()  # what a subclass lays out before and after the numbers

    def clean(self):
        data = super().clean()
        if bool(data.get("add_figure")) != bool(data.get("add_number")):
            missing = "add_number" if data.get("add_figure") else "add_figure"
            if missing not in self.errors:
                self.add_error(missing, "指标和目标数要一起填。")
        numbers = {f"{s}-{f}": f for s, f, _ in self.current.rows()}
        numbers["add_number"] = (data.get("add_figure") or ":").split(":")[1]
        for name, key in numbers.items():
            if data.get(name) and key in figures.REGISTRY:
                refusal = figures.REGISTRY[key].judge_target(data[name])
                if refusal:
                    self.add_error(name, refusal)
        return data

    @property
    def rows(self) -> list[tuple[str, str, int]]:
        """What was typed: (scope, figure, number); an emptied field sets no target."""
        data = self.cleaned_data
        kept = [(s, f, data[f"{s}-{f}"]) for s, f, _ in self.current.rows() if data[f"{s}-{f}"]]
        added = data["add_figure"]
        return kept + ([(*added.split(":"), data["add_number"])] if added else [])

    def conflict(self):
        """What is set now beside what was typed here."""
        now, typed = self._stored(), {(s, f): number for s, f, number in self.rows}
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = now.told()
        theirs = {(s, f): number for s, f, number in now.rows()}
        keys = dict.fromkeys([*theirs, *typed])
        return [
            (_label(key[1]), theirs.get(key, "不设"), typed.get(key, "不设"))
            for key in keys
            if theirs.get(key) != typed.get(key)
        ]


class CountyTargetsForm(TargetsForm):
    """What the county asks of every body in one year."""

    def __init__(self, *args, year: int, user, **kwargs):
        self.county, self.year = user.acting.county, year
        super().__init__(*args, user=user, current=self._stored(), **kwargs)

    def _stored(self) -> Targets:
        return targets.of_county(self.county.pk, self.year)

    def save(self) -> str:
        seen = self.cleaned_data["seen"]
        targets.set_for(self.county, self.year, self.rows, by=self.user, seen=seen)
        return reverse("county:targets")


def _label(key: str) -> str:
    figure = figures.REGISTRY.get(key)
    return f"{figure.name}（{figure.unit}）" if figure else key


def _addable(current: Targets) -> list:
    """The figures that have no number yet, by who has to reach them."""
    taken = {(scope, figure) for scope, figure, _ in current.rows()}
    level = {Target.Scope.BODY: "township", Target.Scope.MEMBER: "member"}
    return [
        (
            scope.label,
            [
                (f"{scope}:{key}", label)
                for key, label in figures.choices(level[scope])
                if (scope, key) not in taken
            ],
        )
        for scope in Target.Scope
    ]
