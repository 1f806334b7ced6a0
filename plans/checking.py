"""Opening a quarterly check with every task's figures of that day frozen in it, and its paper."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cppcc import audit, clock, periods
from cppcc.documents.prose import numeral
from plans.documents.check import CheckText, LineText, check_document
from plans.models import AnnualPlan, Check, CheckLine
from plans.standing import Standing, standings


def open_check(plan: AnnualPlan, quarter: int, *, by) -> Check:
    """Freeze how every task stands today; where nothing is behind the check is finished at once.

    `plan` was fetched `for_detail()`. The check that is there already is given back.
    """
    today = clock.today()
    if today < periods.quarters(plan.year)[quarter - 1].first:
        raise ValidationError("这个季度还没有开始，不能自查。")
    with transaction.atomic():
        check, is_new = Check.objects.get_or_create(
            **plan.tenant,
            year=plan.year,
            quarter=quarter,
            defaults={"plan": plan, "opened_on": today},
        )
        if not is_new:
            return check
        found = standings(plan, by, today)
        if not found:
            raise ValidationError("计划里还没有任务，不能自查。")
        places = _places(plan)
        CheckLine.objects.bulk_create(
            CheckLine(**plan.tenant, check_of=check, place=places[one.task.pk], **_frozen(one))
            for one in found
        )
        audit.record("open_check", by=by, target=check, on=today)
        if not any(one.lacks for one in found):
            check.finish(by=by, version=check.version, lines={})
    return check


def _frozen(one: Standing) -> dict:
    return {
        "task": one.task,
        "text": one.task.text,
        "reached": one.reached,
        "state": one.state.label,
        "lacks": one.lacks[:200],
    }


def _places(plan: AnnualPlan) -> dict[int, str]:
    """Where each task stands in the plan: 一、1."""
    return {
        task.pk: f"{numeral(number)}、{place}"
        for number, section in enumerate(plan.sections.all(), 1)
        for place, task in enumerate(section.tasks.all(), 1)
    }


def document_of(check: Check):
    """The paper of a check fetched `for_detail()`."""
    lines = tuple(
        LineText(
            place=line.place or str(number),  # a line from before places were kept
            task=line.text,
            reached=line.reached,
            state=line.state,
            problem=line.problem or line.lacks,
            measure=line.measure,
            due_on=line.new_due_on,
        )
        for number, line in enumerate(check.lines.all(), 1)
    )
    return check_document(
        CheckText(
            year=check.year,
            quarter=check.quarter_name,
            body_name=check.township.signature,
            lines=lines,
            frozen_on=check.opened_on,
            dated_on=check.finished_on or check.opened_on,
        )
    )
