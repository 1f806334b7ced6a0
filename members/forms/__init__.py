"""Forms of the roster, the archive, the county's words and its townships."""

from members.forms.archive import NewOldPaperForm, OldPaperForm
from members.forms.moving import ReelectionForm, TransferForm
from members.forms.personal import ContactForm, PortraitForm
from members.forms.roster import LeaveForm, MembershipForm

__all__ = [
    "ContactForm",
    "LeaveForm",
    "MembershipForm",
    "NewOldPaperForm",
    "OldPaperForm",
    "PortraitForm",
    "ReelectionForm",
    "TransferForm",
]
