"""What came of a visit: the suggestions made of what the member asked for."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from cppcc.links import Link, follows
from proposals.models import Suggestion


def of_visit(visit, user) -> Iterator[Link]:
    """The papers that came of a demand, and the way to make one of it."""
    made = Suggestion.objects.visible_to(user).filter(visit=visit).order_by("on", "pk")
    for paper in made:
        yield Link(f"意见建议：{paper}", paper.get_absolute_url())
    if visit.demand and visit.is_editable_by(user) and Suggestion.may_be_entered_by(user):
        address = f"{reverse('proposals:suggestion_create')}?{urlencode({'visit': visit.pk})}"
        yield Link("把诉求转为意见建议", address, is_action=True)


follows("activities.visit", of_visit)
