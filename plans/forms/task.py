"""Forms of what a plan is made of: its sections and tasks."""

import re

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from cppcc import figures
from cppcc.forms import HouseForm, form_helper
from cppcc.records import RecordForm
from plans.forms.milestones import MilestonesField
from plans.forms.parties import PartiesForm, told
from plans.models import AnnualPlan, PlanSection, PlanTask

LONG = forms.Textarea(attrs={"rows": 5})
NUMERAL = re.compile(r"^(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十]+[)）])\s*")


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


class TaskForm(PartiesForm):
    """Enter or edit a task with its days and those responsible."""

    figure = forms.ChoiceField(
        label="指标",
        required=False,
        help_text="选了指标，进度由全年的记录自动计算。",
    )

    class Meta:
        model = PlanTask
        fields = [
            "section",
            "text",
            "function",
            "figure",
            "target",
            "evidence",
            "helpers",
            "is_carried",
        ]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "target": "全年要达到的数，如集中学习 4 次就填 4，覆盖率 100% 就填 100。",
            "helpers": "协助的单位或人员。",
            "evidence": "办完以后要留下什么，如：通知、签到册、照片、记录、简报。",
        }
        error_messages = {
            "target": {
                "invalid": "请填写整数，如 4。",
                "min_value": "选了指标就要填大于 0 的目标数。",
            },
        }

    def __init__(self, *args, user, plan: AnnualPlan, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["section"].queryset = PlanSection.objects.visible_to(user).filter(plan=plan)
        self.fields["figure"].choices = [("", "不设指标"), *figures.choices("township")]
        self._add_milestones(plan.year)
        parties = self.offer_parties(plan.year)
        self.helper = form_helper(
            "section",
            "text",
            "function",
            Fieldset("目标", "figure", "target", "evidence"),
            Fieldset("时间", "milestones", "is_carried"),
            Fieldset("责任人", *parties, "helpers"),
            submit="保存任务",
            cancel_url=plan.get_absolute_url(),
        )

    def _add_milestones(self, year: int) -> None:
        self.fields["milestones"] = MilestonesField(
            label="时间节点",
            year=year,
            required=False,
            help_text=f"一行一个，先写日期，再写做什么，如“{year}-03-31 第一季度集中学习”。"
            "写“每季度 集中学习”“每月 一堂课”“每月15日 一堂课”，保存后展开成各个日期。",
            initial=_as_lines(self.instance),
        )

    def clean(self):
        data = super().clean()
        if data.get("figure") and not data.get("target") and "target" not in self.errors:
            self.add_error("target", "选了指标就要填大于 0 的目标数。")
        if data.get("target") and not data.get("figure") and "figure" not in self.errors:
            self.add_error("figure", "填了目标数，请选它是哪个指标的。")
        if data.get("figure") and data.get("target"):
            refusal = figures.REGISTRY[data["figure"]].judge_target(data["target"])
            if refusal:
                self.add_error("target", refusal)
        return data

    def save(self, commit=True):
        data = self.cleaned_data
        with transaction.atomic():
            if self.instance._state.adding or "section" in self.changed_data:
                self.instance.place_last(data["section"])
            task = super().save()
            task.set_milestones(data["milestones"])
            task.set_responsibles(self.parties)
        return task

    def conflict(self) -> list[tuple[str, object, object]]:
        rows = super().conflict()
        mine = "\n".join(f"{on} {text}".strip() for on, text in self.cleaned_data["milestones"])
        stored = PlanTask.objects.visible_to(self.user).for_list().get(pk=self.instance.pk)
        named = [one.party for one in stored.responsibles.all()]
        rows.append(("时间节点", _as_lines(stored), mine))
        rows.append(("责任人", told(named), told(self.parties)))
        return [row for row in rows if row[1] != row[2]]


def _as_lines(task: PlanTask) -> str:
    """The days of a task as they are typed."""
    if task._state.adding:
        return ""
    return "\n".join(str(one).strip() for one in task.milestones.all())


class OrderForm(HouseForm):
    """The tasks of a section in a new order; one may come from another section of the plan."""

    section = forms.ModelChoiceField(queryset=PlanSection.objects.none())
    tasks = forms.ModelMultipleChoiceField(queryset=PlanTask.objects.none())

    def __init__(self, *args, user, plan: AnnualPlan, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["section"].queryset = PlanSection.objects.visible_to(user).filter(plan=plan)
        tasks = PlanTask.objects.visible_to(user).filter(section__plan=plan)
        self.fields["tasks"].queryset = tasks.select_related("section")

    def clean_tasks(self):
        """In the order in which they were sent."""
        by_pk = {str(task.pk): task for task in self.cleaned_data["tasks"]}
        return [by_pk[pk] for pk in dict.fromkeys(self.data.getlist("tasks"))]
