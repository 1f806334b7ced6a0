"""What the county asks of every body and of its members in a year (年度目标).

What a township is asked, its own sheet included, is `directives.asked`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from counties.models.targets import Target
from cppcc import audit
from cppcc.workflow import StaleRecordError

# What every member has to reach, read as a number of the whole body: an average, a coverage.
# Any other one is simply multiplied by the number of members.
AVERAGE = {"proposals": "proposals_per_member"}
COVERAGE = {"visits": "visit_coverage"}
DEFAULT = (
    (Target.Scope.BODY, "studies", 4),
    (Target.Scope.BODY, "lessons", 12),
    (Target.Scope.BODY, "inspections", 2),
    (Target.Scope.BODY, "county_attendance_rate", 100),
    (Target.Scope.MEMBER, "studies_attended", 4),
    (Target.Scope.MEMBER, "proposals", 2),
    (Target.Scope.MEMBER, "visits", 1),
    (Target.Scope.MEMBER, "pairings", 1),
)


@dataclass(frozen=True)
class Targets:
    """The numbers of one body's year: of itself, and of each of its members, by figure."""

    body: dict[str, int] = field(default_factory=dict)
    member: dict[str, int] = field(default_factory=dict)

    def of_body(self, members: int = 0) -> dict[str, int]:
        """{figure: number} for the whole body, which has so many `members`.

        Without members there is nothing to multiply; an average or a coverage needs no number.
        """
        found = {}
        for key, number in self.member.items():
            if key in AVERAGE:
                found[AVERAGE[key]] = number
            elif key in COVERAGE:
                found[COVERAGE[key]] = 100
            elif members:
                found[key] = number * members
        return found | self.body

    def rows(self) -> list[tuple[str, str, int]]:
        """(scope, figure, number), the body's first."""
        return [
            (scope, figure, number)
            for scope in Target.Scope.values
            for figure, number in getattr(self, scope).items()
        ]

    def told(self) -> str:
        """All numbers in one line, by which two states are told apart."""
        return "；".join(f"{s}:{figure}={number}" for s, figure, number in sorted(self.rows()))


def of_rows(rows: Iterable) -> Targets:
    """Rows that have a scope, a figure and a number."""
    found = Targets()
    for row in rows:
        getattr(found, row.scope)[row.figure] = row.number
    return found


def of_county(county_id: int, year: int) -> Targets:
    """What the county asks of every body in `year`: one query."""
    return of_rows(Target.objects.known_in(county_id, year))


def set_for(county, year: int, rows: Iterable[tuple], *, by, seen: str) -> None:
    """Set the numbers of one year, in place of those that were `seen`; StaleRecordError if
    somebody has changed them since."""
    with transaction.atomic():
        type(county)._base_manager.select_for_update().get(pk=county.pk)
        before = of_county(county.pk, year)
        if before.told() != seen:
            raise StaleRecordError
        Target.objects.filter(county=county, year=year).delete()
        made = Target.objects.bulk_create(
            Target(county=county, year=year, scope=scope, figure=figure, number=number)
            for scope, figure, number in rows
        )
        after = of_rows(made).told()
        audit.record("set_targets", by=by, target=county, year=year, before=seen, after=after)


def set_default(county, year: int) -> None:
    """The usual targets, which the county then edits as its own."""
    Target.objects.bulk_create(
        Target(county=county, year=year, scope=scope, figure=figure, number=number)
        for scope, figure, number in DEFAULT
    )
