"""What was handed in for the tasks of a plan: proposals and suggestions.

A draft is nobody's deed, and nobody's but its writer's to see.
"""

from plans.agenda import counts
from proposals.models import Proposal, Suggestion
from proposals.workflow import SUBMITTED

counts(Proposal.objects.filter(status__in=SUBMITTED).only("submitted_on", "title", "task"))
counts(Suggestion.objects.only("on", "title", "task"))
