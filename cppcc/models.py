"""The kernel's own tables."""

from cppcc.audit import AuditEvent
from cppcc.drafts import FormDraft
from cppcc.imports.held import HeldSheet
from cppcc.once import HandledForm

__all__ = ["AuditEvent", "FormDraft", "HandledForm", "HeldSheet"]
