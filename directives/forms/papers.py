"""Forms of the county's papers (上级文件): their words and points, files, and to whom they go."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from counties.models import Township
from cppcc.attachments import CheckedFileField
from cppcc.clock import FIRST_YEAR, LAST_YEAR
from cppcc.documents.prose import numeral
from cppcc.forms import HouseForm, date_widget, form_helper
from cppcc.periods import chinese_date
from cppcc.records import ActionForm, NoteForm, RecordForm
from directives.models import CountyPaper, KeyPoint
from directives.workflow import PaperAction

PART = re.compile(r"[一二三四五六七八九十]+\s*[、.．]\s*")
NUMBER = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[)）、]|[.．](?!\d)))\s*"
)
MOST = 99  # headings; their numbers are read back as they were written
LONGEST = KeyPoint._meta.get_field("heading").max_length


class PointsField(forms.CharField):
    """Points (要点), one a line: → [(heading, text)].

    A line that begins with 一、 is the heading of the lines below it; where every line does, they
    are the points themselves. The numbers that a line brings along are left out.
    """

    widget = forms.Textarea(attrs={"rows": 12})

    def prepare_value(self, value):
        """Points as a person would type them."""
        if not isinstance(value, list):
            return value
        lines, part, parts = [], "", 0
        for heading, text in value:
            if heading != part:
                part, parts = heading, parts + 1
                lines.append(f"{numeral(parts)}、{heading}")
            lines.append(text)
        return "\n".join(lines)

    def to_python(self, value) -> list[tuple[str, str]]:
        lines = list(filter(None, map(str.strip, super().to_python(value).splitlines())))
        if all(PART.match(line) for line in lines):
            points = [("", PART.sub("", line, count=1)) for line in lines]
        else:
            points = _under_headings(lines)
        if not all(text for _, text in points):
            raise ValidationError("有一行只有编号，没有要点，请写完或者删去这一行。")
        return points


def _under_headings(lines: list[str]) -> list[tuple[str, str]]:
    found, heading, errors = [], "", []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if not PART.match(line):
            found.append((heading, NUMBER.sub("", line, count=1)))
            continue
        heading = PART.sub("", line, count=1)
        if following is None or PART.match(following):
            errors.append(f"“{line}”下面还没有要点。")
        if not 0 < len(heading) <= LONGEST:
            errors.append(f"“{line[:20]}”这个小标题要有1到{LONGEST}个字。")
    if len({heading for heading, _ in found}) > MOST:
        errors.append(f"小标题不能超过{MOST}个。")
    if errors:
        raise ValidationError(errors)
    return found


class CountyPaperForm(RecordForm):
    """What a paper says; it is handed down afterwards."""

    points = PointsField(
        label="要点",
        required=False,
        help_text="只有工作要点填。一条要点写一行，各乡镇起草计划时一条变成一项任务；"
        "以“一、”开头的一行是小标题，它下面的要点归在计划的同一部分。",
    )

    class Meta:
        model = CountyPaper
        fields = ["kind", "title", "number", "dated_on", "year", "text"]
        widgets = {"dated_on": date_widget(), "text": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "number": "如“宜政协发〔2026〕1号”，没有就不填。",
            "year": "工作要点是哪一年的，就填哪一年。",
            "text": "可以只写几句，全文放在附件里。",
        }

    def __init__(self, *args, user, cancel_url: str, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["points"].initial = self._stored()
        names = ("kind", "title", "number", "dated_on", "year", "points", "text")
        self.helper = form_helper(*names, submit="保存文件", cancel_url=cancel_url)

    def _stored(self) -> list[tuple[str, str]]:
        if self.instance._state.adding:
            return []
        return [(one.heading, one.text) for one in self.instance.points.all()]

    def clean_dated_on(self):
        on = self.cleaned_data["dated_on"]
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise ValidationError(f"成文日期应在{FIRST_YEAR}年到{LAST_YEAR}年之间，请核对年份。")
        return on

    def clean_year(self):
        year = self.cleaned_data["year"]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValidationError(f"请填{FIRST_YEAR}年到{LAST_YEAR}年之间的年度。")
        return year

    def clean(self):
        data = super().clean()
        is_points = data.get("kind") == CountyPaper.Kind.KEY_POINTS
        if is_points and not data.get("points") and "points" not in self.errors:
            self.add_error("points", "请写要点，一条一行。")
        if not is_points and data.get("points"):
            self.add_error("points", "只有工作要点分条写要点；别的文件请写在正文里。")
        return data

    def save(self, commit=True):
        with transaction.atomic():
            paper = super().save()
            paper.set_points(self.cleaned_data["points"])
        return paper

    def conflict(self):
        rows, field = super().conflict(), self.fields["points"]
        theirs, mine = (
            field.prepare_value(one) for one in (self._stored(), self.cleaned_data["points"])
        )
        return rows if theirs == mine else [*rows, (field.label, theirs, mine)]


class PaperFileForm(HouseForm):
    """Add a file to a draft."""

    file = CheckedFileField(
        label="附件", help_text="PDF、Word（.docx）、Excel（.xlsx）或照片，不超过20MB。"
    )

    def __init__(self, *args, paper: CountyPaper, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.paper = paper
        cancel_url = paper.get_absolute_url()
        self.helper = form_helper("file", submit="添加附件", cancel_url=cancel_url)
        self.helper.attrs["enctype"] = "multipart/form-data"

    def save(self) -> CountyPaper:
        self.paper.attach(self.cleaned_data["file"], by=self.user)
        return self.paper


class PaperDeleteForm(HouseForm):
    """Delete a draft as it was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, paper: CountyPaper, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["version"].initial = paper.version
        way_out = {"cancel_url": paper.get_absolute_url(), "cancel": "返回，不删除"}
        self.helper = form_helper(submit="删除这份拟稿", **way_out)


class HandDownForm(ActionForm):
    """To which townships a paper goes: all that do not have it, unless some are left out."""

    townships = forms.ModelMultipleChoiceField(
        label="发给",
        queryset=Township.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选一个乡镇。"},
        help_text="不发的去掉勾。下发以后不能再改，只能撤回或者另发新件代替。",
    )

    def __init__(self, *args, record, user, **kwargs):
        super().__init__(*args, record=record, user=user, **kwargs)
        left = Township.objects.visible_to(user).filter(pk__in=record.further_townships())
        self.fields["townships"].queryset = self.fields["townships"].initial = left


class ReceiveForm(ActionForm):
    """Sign for a paper, not before it was handed down."""

    def clean_on(self):
        on, handed_on = super().clean_on(), self.record.handed_on
        if on < handed_on:
            raise ValidationError(f"文件{chinese_date(handed_on)}才下发，签收日期不能更早。")
        return on


PAPER_FORMS = {
    PaperAction.HAND_DOWN: HandDownForm,
    PaperAction.EXTEND: HandDownForm,
    PaperAction.WITHDRAW: NoteForm,
}
