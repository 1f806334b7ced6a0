"""Forms that begin a plan and edit its opening texts."""

from django import forms

from cppcc.forms import form_helper
from cppcc.records import RecordForm
from plans import services
from plans.models import AnnualPlan
from plans.services import Source

LONG = forms.Textarea(attrs={"rows": 5})


class _OneAYearForm(RecordForm):
    """A form that is told when the year has its plan already."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"revision"}


class PlanForm(_OneAYearForm):
    """Edit the title and the opening texts of a plan; of a revision also why it is made."""

    class Meta:
        model = AnnualPlan
        fields = ["year", "title", "guiding", "goals", "is_annexed", "reason"]
        widgets = {"year": forms.HiddenInput, "guiding": LONG, "goals": LONG, "reason": LONG}
        help_texts = {
            "goals": "全年要达到的总要求，可以分段。",
            "is_annexed": "勾选的，打印时各项任务的时间节点、责任人和目标列成一张附件表；"
            "不勾选的，写在正文每条任务后面。",
            "reason": "为什么要调整，会写进调整说明。起草时可以先空着，送审前要写好。",
        }

    def __init__(self, *args, user, cancel_url, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        # Disabled, so that a forged year is ignored; a field, so that "one plan a year" is checked.
        self.fields["year"].disabled = True
        if not self.instance.revision:
            del self.fields["reason"]
        asked = ("reason", "title", "guiding", "goals", "is_annexed")
        names = [name for name in asked if name in self.fields]
        self.helper = form_helper(*names, submit="保存计划", cancel_url=cancel_url)


def _sources(township, years: list[int]) -> list[tuple[str, str]]:
    """The choices; that of the county says for which years it has handed down no points."""
    missing = "、".join(f"{one}年" for one in services.years_without_points(township, years))
    told = f"（县里还没有下发{missing}工作要点，只按下达的目标）" if missing else ""
    return [(one.value, one.label + (told if one == Source.COUNTY else "")) for one in Source]


def _years(user, years: list[int]) -> list[tuple[int, str]]:
    """The choices; a year that has its plan says so, and the form will refuse it."""
    made = AnnualPlan.objects.visible_to(user).filter(year__in=years)
    made = set(made.values_list("year", flat=True))
    return [(one, f"{one}年{'（已有计划）' if one in made else ''}") for one in years]


class NewPlanForm(_OneAYearForm):
    """Begin the plan of a year: from which source it is filled; words and tasks are edited then."""

    year = forms.TypedChoiceField(label="年度", coerce=int, widget=forms.RadioSelect)
    source = forms.ChoiceField(
        label="从哪里开始",
        choices=Source.choices,
        initial=Source.STANDARD,
        widget=forms.RadioSelect,
        help_text="选好以后内容自动写好，再逐条修改。",
    )
    model = forms.ModelChoiceField(
        label="照哪个乡镇的计划",
        required=False,
        queryset=AnnualPlan.objects.none(),
        help_text="只在选“本县其他乡镇”时用；不带责任人，目标数按县里对本镇的要求。",
    )

    class Meta:
        model = AnnualPlan
        fields = ["year"]

    def __init__(self, *args, user, year: int, chosen: int | None = None, cancel_url, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        years = [year, year + 1]
        self.fields["year"].choices = _years(user, years)
        self.fields["year"].initial = chosen or year
        self.fields["source"].choices = _sources(user.acting.township, years)
        self.fields["model"].queryset = services.models_for(user)
        self.helper = form_helper(
            "year", "source", "model", submit="开始编写", cancel_url=cancel_url
        )

    def clean(self):
        data = super().clean()
        if data.get("source") == Source.NEIGHBOUR and not data.get("model"):
            self.add_error("model", "请选择照哪个乡镇的计划。")
        return data

    def save(self, commit=True):
        source, model = self.cleaned_data["source"], self.cleaned_data["model"]
        return services.begin(self.instance, by=self.user, source=source, model=model)
