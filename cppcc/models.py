"""The kernel's own tables."""

from cppcc.audit import AuditEvent
from cppcc.imports import HeldSheet
from cppcc.once import HandledForm

__all__ = ["AuditEvent", "HandledForm", "HeldSheet"]
