"""Forms of proposals, suggestions and what follows from them."""

from proposals.forms.proposal import ACTION_FORMS, ProposalForm
from proposals.forms.suggestion import ITEM_FORMS, SuggestionForm

__all__ = [
    "ACTION_FORMS",
    "ITEM_FORMS",
    "ProposalForm",
    "SuggestionForm",
]
