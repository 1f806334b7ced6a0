"""What the Party committee decides of a plan, with the signed paper where it was done on paper."""

from django.db import transaction

from cppcc.attachments import Checked
from plans.models import AnnualPlan, PlanScan


def approve(plan: AnnualPlan, *, by, scan: Checked | None = None, **act) -> None:
    """Approve the plan (审定); a scan may also come later (`PlanScan.keep`)."""
    with transaction.atomic():
        plan.approve(by=by, **act)
        _keep(plan, scan, by)


def send_back(plan: AnnualPlan, *, by, scan: Checked | None = None, **act) -> None:
    """Send the plan back to the desk (退回修改)."""
    with transaction.atomic():
        plan.send_back(by=by, **act)
        _keep(plan, scan, by)


def _keep(plan: AnnualPlan, scan: Checked | None, by) -> None:
    if scan is not None:
        PlanScan.keep(plan, plan.events.order_by("pk").last(), scan, by=by)
