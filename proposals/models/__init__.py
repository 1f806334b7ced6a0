"""Proposals to the county and suggestions to the town."""

from proposals.models.cosigner import Cosigner
from proposals.models.number import NumberCounter
from proposals.models.proposal import Proposal, ProposalEvent
from proposals.models.reply import Reply
from proposals.models.suggestion import Suggestion, SuggestionItem, SuggestionItemEvent

__all__ = [
    "Cosigner",
    "NumberCounter",
    "Proposal",
    "ProposalEvent",
    "Reply",
    "Suggestion",
    "SuggestionItem",
    "SuggestionItemEvent",
]
