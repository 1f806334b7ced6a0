"""Give the counties that are already there the words that were constants until now, and count
the places of the others from 1."""

from django.db import migrations

# as on the day of this migration
ORDERED = "Sector ActivityKind ProposalCategory AnswerClass RefusalReason".split()
SATISFACTIONS = (("满意", True), ("基本满意", True), ("不满意", False))
SUPERVISION_FORMS = "会议监督 视察监督 现场监督 舆论监督 提案监督 专项监督 民主评议".split()
ADOPTION_LEVELS = (
    "县政协采用",
    "市政协采用（综合）",
    "市政协采用（单篇）",
    "省政协采用（综合）",
    "省政协采用（单篇）",
    "全国政协采用（综合）",
    "全国政协采用（单篇）",
)
DEADLINES = (
    ("extension", 1, "months"),
    ("co_opinion", 1, "months"),
    ("township_comment", 10, "days"),
)


def add_default_words(apps, schema_editor):
    def model(name):
        return apps.get_model("members", name)

    for county in model("County").objects.all():
        for name in ORDERED:
            _number(model(name), county)
        _add(model("SupervisionForm"), county, [{"name": word} for word in SUPERVISION_FORMS])
        _add(model("AdoptionLevel"), county, [{"name": word} for word in ADOPTION_LEVELS])
        grades = [{"name": word, "is_satisfied": is_good} for word, is_good in SATISFACTIONS]
        _add(model("Satisfaction"), county, grades)
        model("Deadline").objects.bulk_create(
            model("Deadline")(county=county, key=key, amount=amount, unit=unit)
            for key, amount, unit in DEADLINES
        )


def _number(model, county):
    rows = list(model.objects.filter(county=county).order_by("position", "pk"))
    for position, row in enumerate(rows, 1):
        row.position = position
    model.objects.bulk_update(rows, ["position"])


def _add(model, county, rows):
    model.objects.bulk_create(
        model(county=county, position=position, **row) for position, row in enumerate(rows, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("members", "0006_groups_same_county")]

    operations = [migrations.RunPython(add_default_words, migrations.RunPython.noop)]
