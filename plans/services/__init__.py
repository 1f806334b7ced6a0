"""What happens to a whole plan at once: how it begins, its papers, and its revision."""

from plans.services.deciding import approve, send_back
from plans.services.paper import document_of, document_of_changes, document_of_copy
from plans.services.points import points_to_take_up, take_up_points, years_without_points
from plans.services.revising import (
    begin_revision,
    changes_since_last_seen,
    publish,
    revised_content,
)
from plans.services.standard import add_standard_tasks
from plans.services.starting import Source, begin, models_for

__all__ = [
    "Source",
    "add_standard_tasks",
    "approve",
    "begin",
    "begin_revision",
    "changes_since_last_seen",
    "document_of",
    "document_of_changes",
    "document_of_copy",
    "models_for",
    "points_to_take_up",
    "publish",
    "revised_content",
    "send_back",
    "take_up_points",
    "years_without_points",
]
