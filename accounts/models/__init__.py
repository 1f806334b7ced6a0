"""People who log in, the appointments they act in, and how they get in."""

from accounts.models.access import Invitation, LoginSession, RecoveryCode
from accounts.models.appointments import Appointment
from accounts.models.users import User

__all__ = [
    "Appointment",
    "Invitation",
    "LoginSession",
    "RecoveryCode",
    "User",
]
