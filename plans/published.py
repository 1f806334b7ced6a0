"""Plans that have been published (公布): whoever works in the county may read them."""

from django.db.models import QuerySet

from counties.roles import ADMINISTRATORS, Role
from plans.models import AnnualPlan
from plans.workflow import Status


def works_here(user) -> bool:
    """Whether `user` takes part in the county's year: nobody and administrators do not."""
    return user.acting.role in set(Role) - ADMINISTRATORS


def published(user) -> QuerySet:
    """The published plans of the county in which `user` acts, whatever their role there."""
    if not works_here(user):
        return AnnualPlan.objects.none()
    mine = AnnualPlan.objects.filter(county=user.acting.county_id, status=Status.PUBLISHED)
    return mine.in_force()
