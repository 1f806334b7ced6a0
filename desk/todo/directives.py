"""What waits about what the county hands down."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from desk.todo.entry import LIMIT, Todo, entry, with_latest_move
from directives.models import Receipt, TargetSheet
from directives.workflow import SheetAction


def handed_down_to_receive(user, on: date) -> Iterator[Todo]:
    """Targets and papers that the county has handed down and nobody has signed for (签收)."""
    sheets = TargetSheet.objects.visible_to(user).to_receive().select_related("township")
    for sheet in with_latest_move(sheets).order_by("year")[:LIMIT]:
        url = reverse("townships:sheet_act", args=[sheet.pk, SheetAction.RECEIVE])
        yield entry(on, f"{sheet}已下达", url, since=sheet.moved_on, button="签收")
    receipts = Receipt.objects.visible_to(user).to_receive().select_related("paper")
    for receipt in receipts.order_by("pk")[:LIMIT]:
        what, url = f"县政协下发《{receipt}》", receipt.get_absolute_url()
        yield entry(on, what, url, since=receipt.handed_on, button="去签收")
