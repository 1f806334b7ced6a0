"""Forms of the roster, of the county's words and of its townships."""

from members.forms.roster import LeaveForm, MembershipForm

__all__ = ["LeaveForm", "MembershipForm"]
