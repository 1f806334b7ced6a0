"""The pages of an import: hand in a table, read row by row what it would do, then do it, all of it
or nothing.

An app declares an `Importer` (see `members/imports.py`) and routes three views here. Between the
preview and the confirmation the cells lie in the database, for their owner only and for an hour.
What is confirmed is what was shown: the rows are judged again under the importer's lock, and if
anything would come out differently the preview is shown again instead.
"""

import hashlib
import io
import uuid
from collections.abc import Iterable
from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cppcc import audit, clock, limited, sheets
from cppcc.forms import HouseForm, form_helper
from cppcc.papers import file_response
from cppcc.sheets import Column, Kind, Line, SheetError, Verdict
from cppcc.workflow import StaleRecordError

LARGEST = 8 << 20  # bytes
KEPT = timedelta(hours=1)
SHOWN = 50  # rows on a page
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Importer:
    """What an app knows of a table: its columns, what its rows mean, and how to carry them out.

    Made for the `user` who imports. `lock()` holds back other imports of the same records until
    the transaction ends; `judge()` is a pure question; `carry_out()` gets no wrong row.
    """

    key = ""
    title = ""  # 委员名册
    to = ""  # the URL name of the list that shows the result
    prefix = ""  # of the URL names: <prefix>, <prefix>_preview, <prefix>_template
    hint = ""

    def __init__(self, user):
        self.user = user

    @classmethod
    def is_open_to(cls, user) -> bool:
        """Whether `user` may import at all."""
        raise NotImplementedError

    def columns(self) -> tuple[Column, ...]:
        raise NotImplementedError

    def lock(self) -> None:
        raise NotImplementedError

    def judge(self, lines: list[Line], answers: dict[str, str]) -> list[Verdict]:
        raise NotImplementedError

    def carry_out(self, verdicts: list[Verdict]) -> None:
        raise NotImplementedError


class HeldSheetQuerySet(models.QuerySet):
    def of(self, user, importer: str):
        """What `user` handed in for this import, in the appointment they act in."""
        acting = user.acting.pk or 0
        return self.filter(user_id=user.pk, appointment_id=acting, importer=importer)

    def expired(self):
        return self.filter(held_at__lt=clock.now() - KEPT)


class HeldSheet(models.Model):
    """A table between preview and confirmation: its cells, for its owner only, for an hour."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user_id = models.BigIntegerField("人员")
    appointment_id = models.BigIntegerField("身份")
    importer = models.CharField("导入", max_length=30)
    name = models.CharField("文件名", max_length=100)
    sha256 = models.CharField("SHA-256", max_length=64)
    table = models.JSONField("单元格")
    answers = models.JSONField("答复", default=dict)
    held_at = models.DateTimeField("时间")

    objects = HeldSheetQuerySet.as_manager()

    class Meta:
        verbose_name = "待确认的表格"

    def __str__(self):
        return self.name


class SheetForm(HouseForm):
    """Hand in a table: what is wrong with the file as a whole is said at the field."""

    file = forms.FileField(
        label="表格文件",
        help_text="Excel 工作簿（.xlsx）或 CSV 文件，不超过8MB。",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"empty": "文件是空的，请重新选择。", "invalid": "请重新选择文件。"},
    )

    def __init__(self, *args, importer: Importer, **kwargs):
        super().__init__(*args, user=importer.user, **kwargs)
        self.importer = importer
        self.helper = form_helper(
            "file", submit="上传并预览", cancel_url=reverse(importer.to), cancel="返回，不导入"
        )
        self.helper.attrs["enctype"] = "multipart/form-data"

    def clean_file(self):
        handed_in = self.cleaned_data["file"]
        if handed_in.size > LARGEST:
            raise forms.ValidationError("文件超过8MB，请删去多余的内容或者分成几个文件。")
        self.body = handed_in.read()
        try:
            self.table = limited.read("table", self.body, handed_in.name)
            sheets.check(self.table["rows"], self.table["merged"], self.importer.columns())
        except (limited.RefusedError, SheetError) as error:
            raise forms.ValidationError(str(error)) from None
        return handed_in

    def hold(self) -> HeldSheet:
        """Keep the cells for the preview; what others left behind for too long goes."""
        HeldSheet.objects.expired().delete()
        user = self.user
        return HeldSheet.objects.create(
            user_id=user.pk,
            appointment_id=user.acting.pk,
            importer=self.importer.key,
            name=self.cleaned_data["file"].name[-100:],
            sha256=hashlib.sha256(self.body).hexdigest(),
            table=self.table,
            held_at=clock.now(),
        )


def _require(request: HttpRequest, kind: type[Importer]) -> Importer:
    if not kind.is_open_to(request.user):
        raise PermissionDenied
    return kind(request.user)


def upload_page(request: HttpRequest, kind: type[Importer]) -> HttpResponse:
    """Hand in a table; what can be read leads to the preview."""
    importer = _require(request, kind)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SheetForm(*given, importer=importer)
    if form.is_bound and form.is_valid():
        return redirect(f"{importer.prefix}_preview", form.hold().key)
    context = {"form": form, "importer": importer, "columns": importer.columns()}
    context["template_url"] = reverse(f"{importer.prefix}_template")
    return render(request, "components/import.html", context)


def _judged(importer: Importer, held: HeldSheet) -> list[Verdict]:
    lines = sheets.lines(held.table["rows"], held.table["merged"], importer.columns())
    return importer.judge(lines, held.answers)


def _digest(verdicts: Iterable[Verdict]) -> str:
    return hashlib.sha256(repr([verdict.mark() for verdict in verdicts]).encode()).hexdigest()


def preview_page(request: HttpRequest, kind: type[Importer], key: uuid.UUID) -> HttpResponse:
    """Row by row what the table would do; confirming it does all of it, or shows what changed."""
    held = HeldSheet.objects.of(request.user, kind.key).filter(pk=key).first()
    if held is None:
        raise Http404
    importer = _require(request, kind)
    if held.held_at < clock.now() - KEPT or "discard" in request.POST:
        held.delete()
        if "discard" not in request.POST:
            messages.warning(request, "预览已超过一小时，没有导入。请重新上传。")
        return redirect(importer.prefix)
    if request.method == "POST":
        return _confirm(request, importer, held)
    return _show(request, importer, held)


def _confirm(request: HttpRequest, importer: Importer, held: HeldSheet) -> HttpResponse:
    answers = {
        name.removeprefix("answer-"): value[:30]
        for name, value in request.POST.items()
        if name.startswith("answer-") and value
    }
    if answers:
        held.answers |= answers
        held.save(update_fields=["answers"])
        messages.info(request, "已按您选的重新核对，请看结果。")
        return redirect(f"{importer.prefix}_preview", held.key)
    try:
        with transaction.atomic():
            counts = _carry_out(importer, held, request.POST.get("digest", ""))
    except HeldSheet.DoesNotExist:
        messages.info(request, "这份表格已经导入，没有再做一次。")
        return redirect(importer.to)
    except (StaleRecordError, IntegrityError):
        messages.warning(request, "还没有导入：有的行还没有选，或者名册刚刚有变化。请再核对一次。")
        return redirect(f"{importer.prefix}_preview", held.key)
    new, changed, same = (counts[kind] for kind in (Kind.NEW, Kind.CHANGED, Kind.SAME))
    messages.success(request, f"已导入：新增{new}行，修改{changed}行，{same}行没有变化。")
    return redirect(importer.to)


def _carry_out(importer: Importer, held: HeldSheet, agreed: str) -> dict[Kind, int]:
    """Do what was agreed to; StaleRecordError if by now it would be something else."""
    importer.lock()
    held = HeldSheet.objects.select_for_update().get(pk=held.pk)
    verdicts = _judged(importer, held)
    counts = _count(verdicts)
    if counts[Kind.WRONG] or counts[Kind.ASK] or _digest(verdicts) != agreed:
        raise StaleRecordError
    importer.carry_out(verdicts)
    held.delete()
    told = {kind.name.lower(): number for kind, number in counts.items()}
    audit.record("import", by=importer.user, list=importer.key, sha256=held.sha256, **told)
    return counts


def _count(verdicts: Iterable[Verdict]) -> dict[Kind, int]:
    counts = dict.fromkeys(Kind, 0)
    for verdict in verdicts:
        counts[verdict.kind] += 1
    return counts


def _show(request: HttpRequest, importer: Importer, held: HeldSheet) -> HttpResponse:
    verdicts = _judged(importer, held)
    counts = _count(verdicts)
    chosen = request.GET.get("show", "")
    asked = [verdict for verdict in verdicts if verdict.kind is Kind.ASK]
    order = list(Kind)
    listed = sorted(
        (one for one in verdicts if not chosen or one.kind.name == chosen),
        key=lambda one: (order.index(one.kind), one.line.number),
    )
    context = {
        "importer": importer,
        "held": held,
        "counts": [(kind, counts[kind]) for kind in Kind if counts[kind]],
        "wrong": counts[Kind.WRONG],
        "asked": asked,
        "changing": counts[Kind.NEW] + counts[Kind.CHANGED],
        "digest": _digest(verdicts),
        "once": uuid.uuid4(),
        "page": Paginator(listed, SHOWN).get_page(request.GET.get("page")),
        "chosen": chosen,
        "form": SheetForm(importer=importer),
    }
    return render(request, "components/import_preview.html", context)


def template_response(request: HttpRequest, kind: type[Importer]) -> HttpResponse:
    """An empty workbook with the columns, what belongs in each, and lists to choose from."""
    importer = _require(request, kind)
    return file_response(_template(importer), XLSX, f"{importer.title}模板.xlsx")


def _template(importer: Importer) -> bytes:
    from openpyxl import Workbook  # slow to import, and needed by few requests
    from openpyxl.comments import Comment  # as above
    from openpyxl.styles import Font, PatternFill  # as above
    from openpyxl.utils import get_column_letter  # as above

    book = Workbook()
    sheet, notes = book.active, book.create_sheet("填写说明")
    sheet.title = importer.title
    sheet.freeze_panes = "B2"
    notes.append(["列", "怎么填", "例子"])
    for place, column in enumerate(importer.columns(), start=1):
        head = sheet.cell(1, place, f"{column.title}{'*' if column.required else ''}")
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="FBECEC" if column.required else "F0F2F4")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = "@"
        hint = f"{'必填。' if column.required else '可以不填。'}{column.hint}"
        notes.append([column.title, hint, column.example])
        head.comment = Comment(f"{hint}{f'例：{column.example}' if column.example else ''}", "系统")
        head.comment.width, head.comment.height = 260, 110
        if column.choices:
            _offer(book, sheet, letter, column)
    for letter, width in (("A", 14), ("B", 70), ("C", 24)):
        notes.column_dimensions[letter].width = width
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _offer(book, sheet, letter: str, column: Column) -> None:
    """A list to choose from in every cell of the column; its words stand on a sheet of their own,
    because a list inside the rule may not be longer than 255 characters."""
    from openpyxl.worksheet.datavalidation import DataValidation  # as above

    words = book["选项"] if "选项" in book.sheetnames else book.create_sheet("选项")
    words.sheet_state = "hidden"
    for row, word in enumerate((column.title, *column.choices), start=1):
        words[f"{letter}{row}"] = word
    last = len(column.choices) + 1
    rule = DataValidation(
        type="list", formula1=f"选项!${letter}$2:${letter}${last}", allow_blank=True
    )
    rule.error, rule.errorTitle, rule.showErrorMessage = "请从列表里选。", column.title, True
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}2000")
