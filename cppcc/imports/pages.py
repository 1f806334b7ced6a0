"""The pages of an import: hand in a table, read row by row what it would do, then do it, all of it
or nothing.

Between the preview and the confirmation the cells lie in the database, for their owner only and
for an hour. What is confirmed is what was shown: the rows are judged again under the importer's
lock, and if anything would come out differently the preview is shown again instead.
"""

import hashlib
import uuid
from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cppcc import audit, clock
from cppcc.exports import XLSX
from cppcc.imports import sheets
from cppcc.imports.held import KEPT, HeldSheet, SheetForm
from cppcc.imports.importer import Importer, Kind, Verdict
from cppcc.imports.template import template
from cppcc.papers import file_response
from cppcc.workflow import StaleRecordError

SHOWN = 50  # rows on a page


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
    return file_response(template(importer), XLSX, f"{importer.title}模板.xlsx")
