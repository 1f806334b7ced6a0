"""Plans that have been published (公布): whoever works in the county may read them."""

from django.db.models import QuerySet

from members.roles import Role
from plans.models import AnnualPlan
from plans.workflow import Status

READERS = {Role.COUNTY, Role.STAFF, Role.MEMBER, Role.UNIT, Role.LEADER}


def published(user) -> QuerySet:
    """The published plans of the county in which `user` acts, whatever their role there."""
    if user.acting.role not in READERS:
        return AnnualPlan.objects.none()
    return AnnualPlan.objects.filter(county=user.acting.county_id, status=Status.PUBLISHED)
