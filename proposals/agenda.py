"""What was handed in for the tasks of a plan: proposals and suggestions.

A draft is nobody's deed, and nobody's but its writer's to see.
"""

from plans.agenda import counts
from proposals.models import Proposal, Suggestion
from proposals.workflow import SUBMITTED


def proposals(user):
    handed_in = Proposal.objects.visible_to(user).filter(status__in=SUBMITTED)
    return handed_in.only("submitted_on", "title", "task")


def suggestions(user):
    return Suggestion.objects.visible_to(user).only("on", "title", "task")


counts(proposals)
counts(suggestions)
