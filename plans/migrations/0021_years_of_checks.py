"""Each check is of the year of its plan, and a quarter of a year has one.

A plan and its revision could each be checked of the same quarter: the latest finished check stays,
and whatever somebody wrote in the others stands in it, too.
"""

from django.db import migrations
from django.db.models import F, OuterRef, Q, Subquery

WRITTEN = ~Q(problem="", measure="", new_due_on=None)


def name_the_year(apps, schema_editor):
    plans = apps.get_model("plans", "AnnualPlan").objects.filter(pk=OuterRef("plan"))
    checks = apps.get_model("plans", "Check").objects.filter(year=None)
    checks.update(year=Subquery(plans.values("year")[:1]))


def keep_one_a_quarter(apps, schema_editor):
    kept = {}
    checks = apps.get_model("plans", "Check").objects.order_by(
        F("finished_on").desc(nulls_last=True), "-pk"
    )
    for check in checks:
        first = kept.setdefault(
            (check.county_id, check.township_id, check.year, check.quarter), check
        )
        if first is not check:
            for line in check.lines.filter(WRITTEN).order_by("pk"):
                _take_over(line, first)
            check.lines.all().delete()
            check.delete()


def _take_over(line, check):
    there = check.lines.filter(task=line.task_id).first()
    if there is None:
        line.check_of = check
        line.save()
        return
    there.problem = "\n".join(filter(None, (there.problem, line.problem)))
    there.measure = "\n".join(filter(None, (there.measure, line.measure)))
    there.new_due_on = there.new_due_on or line.new_due_on
    there.save()


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0020_check_of_a_year"),
    ]

    operations = [
        migrations.RunPython(name_the_year, migrations.RunPython.noop),
        migrations.RunPython(keep_one_a_quarter, migrations.RunPython.noop),
    ]
