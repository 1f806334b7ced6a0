"""What plans make of a paper of the county: which townships took up its points."""

from collections.abc import Iterator

from django.urls import reverse

from cppcc.links import Link, follows
from directives.models import CountyPaper
from directives.workflow import PaperStatus
from plans.models import AnnualPlan


def uptake_of(paper: CountyPaper, user) -> Iterator[Link]:
    has_points = paper.kind == CountyPaper.Kind.KEY_POINTS and paper.status != PaperStatus.DRAFT
    if has_points and AnnualPlan.are_awaited_by(user):
        yield Link("各乡镇计划列入了哪些要点", reverse("plans:uptake", args=[paper.pk]))


follows("directives.countypaper", uptake_of)
