"""What is followed up and late."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from django.urls import reverse

from desk.todo.entry import LIMIT, Todo, entry
from matters.models import FollowUp


def overdue_follow_ups(user, on: date) -> Iterator[Todo]:
    """Promised things that are not done though their day has passed."""
    overdue = FollowUp.objects.visible_to(user).overdue(on).for_list()
    sources = ("proposals", "suggestion_items", "findings__activity")
    for one in overdue.prefetch_related(*sources)[:LIMIT]:
        of_any = chain(one.proposals.all(), one.suggestion_items.all(), one.findings.all())
        source = next(of_any, None)
        url = source.get_absolute_url() if source else reverse("proposals:followups")
        what = f"跟踪落实：{one.title[:40]}（{one.unit_name or '责任单位未定'}）"
        yield entry(on, what, url, until=one.due_on, button="更新进展")
