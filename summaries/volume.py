"""The year's accepted summaries bound as one volume (合订本), for the county."""

from dataclasses import replace
from datetime import date

from counties.models import County
from counties.roles import Role
from cppcc.documents.tree import Annex, Document, Volume
from summaries.documents.report import year_end_document
from summaries.models import Report, ReportedCopy
from summaries.services import frozen


def may_bind(user) -> bool:
    """Whether `user` receives the summaries of all townships: the county."""
    return user.acting.role == Role.COUNTY


def copies_of(user, year: int) -> list[ReportedCopy]:
    """What the county has accepted for the year, township by township, without the files."""
    accepted = Report.objects.visible_to(user).filter(year=year).accepted()
    latest = (
        ReportedCopy.objects.filter(report__in=accepted)
        .order_by("report", "-pk")
        .distinct("report")
        .select_related("township")
        .prefetch_related("figures")
        .defer("pdf")
    )
    return sorted(latest, key=lambda copy: (copy.township.name, copy.pk))


def volume_of(copies: list[ReportedCopy], year: int, county: County) -> Volume:
    """The frozen papers of these copies, dated by the last of them."""
    papers = tuple(year_end_document(*frozen(copy)) for copy in copies)
    return bound(papers, year, county.body_name, max(copy.reported_on for copy in copies))


def bound(papers: tuple[Document, ...], year: int, issuer: str, on: date) -> Volume:
    """The texts one behind the other; the annexes of figures stay with the single copies."""
    bodies = tuple(
        replace(one, blocks=tuple(b for b in one.blocks if not isinstance(b, Annex)))
        for one in papers
    )
    return Volume(f"{year}年度乡镇政协工作总结\n合订本", bodies, issuer, on)
