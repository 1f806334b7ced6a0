"""What came of a visit (the suggestions made of what the member asked for), and what replies and
adopted advice have promised: the next year's plan takes it over."""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import urlencode

from django.urls import reverse

from cppcc.links import Link, follows
from matters.models import FollowUp
from plans.leftovers import Leftover, left_by
from proposals.models import Proposal, Suggestion, SuggestionItem


def of_visit(visit, user) -> Iterator[Link]:
    """The papers that came of a demand, and the way to make one of it."""
    made = Suggestion.objects.visible_to(user).filter(visit=visit).order_by("on", "pk")
    for paper in made:
        yield Link(f"意见建议：{paper}", paper.get_absolute_url())
    if visit.demand and visit.is_editable_by(user) and Suggestion.may_be_entered_by(user):
        address = f"{reverse('proposals:suggestion_create')}?{urlencode({'visit': visit.pk})}"
        yield Link("把诉求转为意见建议", address, is_action=True)


follows("activities.visit", of_visit)


def promised_to(township) -> Iterator[Leftover]:
    """The promises of replies and of adopted items that are not kept yet (跟踪落实)."""
    own = {"county": township.county_id, "township": township}
    proposals = Proposal.objects.filter(follow_up__in=FollowUp.objects.filter(**own).open())
    items = SuggestionItem.objects.filter(follow_up__in=FollowUp.objects.filter(**own).open())
    sources = (one.select_related("follow_up").order_by("pk") for one in (proposals, items))
    for source in chain.from_iterable(sources):
        one = source.follow_up
        yield Leftover(what=one.title, who=one.unit_name, due_on=one.due_on)


left_by(promised_to)
