"""Forms of annual plans, their sections and tasks."""

import re
from datetime import date

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from cppcc import figures, periods
from cppcc.forms import PLAIN_FIGURES, HouseForm, form_helper
from cppcc.records import ActionForm, NoteForm, RecordForm
from members.models import GuidingText, Membership
from plans import services
from plans.models import AnnualPlan, Milestone, PlanSection, PlanTask
from plans.workflow import Action

LONG = forms.Textarea(attrs={"rows": 5})
NUMERAL = re.compile(r"^(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十]+[)）])\s*")
DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?![-/.\d])\s*日?")
TEXT_LENGTH = Milestone._meta.get_field("text").max_length


class PlanForm(RecordForm):
    """Edit the title and the opening texts of a plan."""

    class Meta:
        model = AnnualPlan
        fields = ["year", "title", "guiding", "goals"]
        widgets = {"year": forms.HiddenInput, "guiding": LONG, "goals": LONG}
        help_texts = {"goals": "全年要达到的总要求，可以分段。"}

    def __init__(self, *args, user, cancel_url, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        # Disabled, so that a forged year is ignored; a field, so that "one plan a year" is checked.
        self.fields["year"].disabled = True
        self.helper = form_helper(*self._layout(), submit="保存计划", cancel_url=cancel_url)

    def _layout(self) -> list[str]:
        return ["title", "guiding", "goals"]


class NewPlanForm(PlanForm):
    """Start the plan of a year, with the county's own words of that year."""

    standard = forms.BooleanField(
        label="从标准任务开始",
        required=False,
        help_text="勾选后，计划里先写好全年的规定任务和目标数（集中学习、视察、提案、走访、帮扶等），"
        "您再修改。",
    )

    def __init__(self, *args, user, year: int, cancel_url, **kwargs):
        title = (
            f"{user.acting.township.body_name}{year}年度工作计划" if user.acting.township else ""
        )
        guiding = GuidingText.objects.visible_to(user).filter(year=year).first()
        initial = {
            "year": year,
            "title": title,
            "guiding": guiding.plan_text if guiding else "",
        }
        super().__init__(*args, user=user, cancel_url=cancel_url, initial=initial, **kwargs)

    def _layout(self) -> list[str]:
        return [*super()._layout(), "standard"]

    def save(self, commit=True):
        return services.draft(
            self.instance, by=self.user, with_standard_tasks=self.cleaned_data["standard"]
        )


class SectionForm(RecordForm):
    """Enter or edit a part of a plan."""

    class Meta:
        model = PlanSection
        fields = ["heading", "text"]
        widgets = {"text": LONG}
        help_texts = {
            "heading": "不用写“一、”，编号按次序自动加。",
            "text": "写在任务前面的一段话，可以不写。",
        }

    def __init__(self, *args, user, plan: AnnualPlan, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.instance.plan = plan
        self.helper = form_helper(
            "heading", "text", submit="保存部分", cancel_url=plan.get_absolute_url()
        )

    def clean_heading(self):
        heading = NUMERAL.sub("", self.cleaned_data["heading"])
        if not heading:
            raise ValidationError("编号后面还要写标题。")
        return heading

    def save(self, commit=True):
        if self.instance._state.adding:
            self.instance.place_last()
        return super().save()


class MilestonesField(forms.CharField):
    """Days of a task (时间节点), one a line: 「2004-03-31 第一季度集中学习」 → [(day, text)].

    The year may be left out, and the day written as 3月31日: it is a day of the plan's year.
    """

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, year: int, **kwargs):
        super().__init__(**kwargs)
        self.year = year

    def to_python(self, value) -> list[tuple[date, str]]:
        lines = enumerate(super().to_python(value).splitlines(), 1)
        found: dict[date, str] = {}
        errors = []
        for number, line in ((number, line.strip()) for number, line in lines):
            if not line:
                continue
            try:
                on, text = self._read(line)
                if on in found:
                    raise ValidationError("前面已有同一天的时间节点，请合并成一行。")
                found[on] = text
            except ValidationError as error:
                shown = f"{line[:20]}…" if len(line) > 20 else line
                errors.append(f"第{number}行“{shown}”：{error.message}")
        if errors:
            raise ValidationError(errors)
        return sorted(found.items())

    def _read(self, line: str) -> tuple[date, str]:
        example = f"{self.year}-03-31 第一季度集中学习"
        match = DAY.match(line.translate(PLAIN_FIGURES))
        if not match:
            raise ValidationError(f"开头要写日期，如“{example}”。")
        try:
            year, month, day = match.groups()
            on = date(int(year or self.year), int(month), int(day))
        except ValueError:
            raise ValidationError("没有这一天，请核对日期。") from None
        if on.year != self.year:
            raise ValidationError(f"日期应在{self.year}年内。")
        text = line[match.end() :].strip(" \t\u3000，,：:")
        if len(text) > TEXT_LENGTH:
            raise ValidationError(f"日期后面的文字不能超过{TEXT_LENGTH}个字。")
        return on, text


class MembersField(forms.ModelMultipleChoiceField):
    """Members as boxes to tick; the post tells two of one name apart."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, membership: Membership) -> str:
        return f"{membership}（{membership.post}）" if membership.post else str(membership)


class TaskForm(RecordForm):
    """Enter or edit a task with its days and the people responsible."""

    figure = forms.ChoiceField(
        label="指标",
        required=False,
        help_text="选了指标，进度由全年的记录自动计算。",
    )
    responsibles = MembersField(label="责任人", required=False, queryset=Membership.objects.none())

    class Meta:
        model = PlanTask
        fields = ["section", "text", "function", "figure", "target", "helpers"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "target": "全年要达到的数，如集中学习 4 次就填 4，覆盖率 100% 就填 100。",
            "helpers": "协助的单位或人员。",
        }

    def __init__(self, *args, user, plan: AnnualPlan, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["section"].queryset = PlanSection.objects.visible_to(user).filter(plan=plan)
        self.fields["figure"].choices = [("", "不设指标"), *figures.choices("township")]
        self._add_milestones(plan.year)
        self._add_responsibles(plan.year)
        self.helper = form_helper(
            "section",
            "text",
            "function",
            Fieldset("目标", "figure", "target"),
            Fieldset("时间和责任", "milestones", "responsibles", "helpers"),
            submit="保存任务",
            cancel_url=plan.get_absolute_url(),
        )

    def _add_milestones(self, year: int) -> None:
        self.fields["milestones"] = MilestonesField(
            label="时间节点",
            year=year,
            required=False,
            help_text=f"一行一个，先写日期，再写做什么，如“{year}-03-31 第一季度集中学习”。",
            initial=_as_lines(self.instance),
        )

    def _add_responsibles(self, year: int) -> None:
        """The members of the year, and those already named."""
        of_year = periods.year(year)
        roster = Membership.objects.visible_to(self.user)
        serving = roster.serving(of_year.first, of_year.last)
        named = roster.filter(pk__in=_named(self.instance))
        self.fields["responsibles"].queryset = (serving | named).for_list()
        self.fields["responsibles"].initial = _named(self.instance)

    def clean(self):
        data = super().clean()
        if data.get("figure") and not data.get("target") and "target" not in self.errors:
            self.add_error("target", "选了指标就要填大于 0 的目标数。")
        if data.get("target") and not data.get("figure") and "figure" not in self.errors:
            self.add_error("figure", "填了目标数，请选它是哪个指标的。")
        return data

    def save(self, commit=True):
        data = self.cleaned_data
        with transaction.atomic():
            if self.instance._state.adding or "section" in self.changed_data:
                self.instance.place_last(data["section"])
            task = super().save()
            task.set_milestones(data["milestones"])
            task.set_responsibles(data["responsibles"])
        return task

    def conflict(self) -> list[tuple[str, object, object]]:
        rows = super().conflict()
        mine = "\n".join(f"{on} {text}".strip() for on, text in self.cleaned_data["milestones"])
        names = "、".join(map(str, self.cleaned_data["responsibles"]))
        stored = PlanTask.objects.visible_to(self.user).for_list().get(pk=self.instance.pk)
        theirs = "、".join(str(one) for one in stored.responsibles.all())
        rows += [("时间节点", _as_lines(stored), mine), ("责任人", theirs, names)]
        return [row for row in rows if row[1] != row[2]]


def _as_lines(task: PlanTask) -> str:
    """The days of a task as they are typed."""
    if task._state.adding:
        return ""
    return "\n".join(str(one).strip() for one in task.milestones.all())


def _named(task: PlanTask) -> list[int]:
    if task._state.adding:
        return []
    return [one.membership_id for one in task.responsibles.all()]


class DeleteForm(HouseForm):
    """Delete a part of a plan as it was when the person was asked."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, user, part, submit: str, cancel_url: str, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["version"].initial = part.version
        self.helper = form_helper(submit=submit, cancel_url=cancel_url, cancel="返回，不删除")


ACTION_FORMS = {
    Action.SUBMIT: ActionForm,
    Action.APPROVE: ActionForm,
    Action.SEND_BACK: NoteForm,
    Action.REPORT: ActionForm,
    Action.RETURN: NoteForm,
    Action.PUBLISH: ActionForm,
}
