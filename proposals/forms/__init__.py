"""Forms of proposals, suggestions and what follows from them."""

from proposals.forms.proposal import ProposalForm
from proposals.forms.road import ACTION_FORMS
from proposals.forms.suggestion import ITEM_FORMS, SuggestionForm

__all__ = [
    "ACTION_FORMS",
    "ITEM_FORMS",
    "ProposalForm",
    "SuggestionForm",
]
