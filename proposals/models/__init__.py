"""Proposals to the county and suggestions to the town."""

from proposals.models.proposal import Cosigner, NumberCounter, Proposal, ProposalEvent, Reply
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
