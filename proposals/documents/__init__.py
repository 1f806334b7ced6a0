"""The papers of a proposal, each a pure function from its words."""

from proposals.documents.assignment import Limits, assignment_document
from proposals.documents.form import blank_document, proposal_document
from proposals.documents.opinion import Survey, survey_document
from proposals.documents.reply import Letter, letter_document
from proposals.documents.words import ProposalText, Proposer, ReplyText

__all__ = [
    "Letter",
    "Limits",
    "ProposalText",
    "Proposer",
    "ReplyText",
    "Survey",
    "assignment_document",
    "blank_document",
    "letter_document",
    "proposal_document",
    "survey_document",
]
