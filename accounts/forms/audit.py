"""Which acts of the audit trail to show."""

from django import forms

from accounts.audit_words import ACTS
from cppcc.forms import HouseForm, date_widget


class AuditFilterForm(HouseForm):
    """Which acts of the audit trail to show."""

    name = forms.CharField(label="姓名", max_length=50, required=False)
    action = forms.ChoiceField(label="动作", choices=[("", "全部"), *ACTS.items()], required=False)
    first = forms.DateField(label="从", required=False, widget=date_widget())
    last = forms.DateField(label="到", required=False, widget=date_widget())
    only_failed = forms.BooleanField(label="只看失败和被拒绝的", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["action"].widget.attrs["class"] = "form-select"
        for name in ("name", "first", "last"):
            self.fields[name].widget.attrs["class"] = "form-control"
