"""Forms of a township: what it is called, how to reach it, who heads it."""

from counties.forms.county import SettingForm
from counties.models import GroupPost, Township
from cppcc.forms import date_widget, form_helper
from cppcc.records import RecordForm


class TownshipForm(SettingForm):
    """A township or another group of members, as the county's officer keeps it."""

    class Meta:
        model = Township
        fields = [
            "name",
            "kind",
            "body_name",
            "full_name",
            "head_title",
            "committee_name",
            "red_head",
            "number_code",
            "phone",
            "address",
        ]
        help_texts = {
            "name": "如“清溪镇”，列表里就这样写。",
            "body_name": "如“清溪镇政协联工委”，页面顶上和公文标题里就这样写。",
            "full_name": "公文落款用的名称；不填就用简称。",
            "head_title": "如“主任”“组长”。",
            "committee_name": "审定计划的党委，如“镇党委”“街道党工委”。",
            "red_head": "红头上的一行字。不填就不印红头。",
            "number_code": "如“清政联”，发文字号就写成“清政联〔2026〕1号”。",
        }


class ContactForm(RecordForm):
    """Where the office is and how to reach it: its own staff may change that."""

    class Meta:
        model = Township
        fields = ["phone", "address"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        cancel_url = self.instance.get_absolute_url()
        self.helper = form_helper(*self._meta.fields, cancel_url=cancel_url)

    def may_edit(self) -> bool:
        return self.instance.may_be_contacted_by(self.user)


class GroupPostForm(SettingForm):
    """Somebody at the head of a township's body, its clerk, or the county leader linked to it."""

    class Meta:
        model = GroupPost
        fields = ["kind", "name", "post", "first_on", "last_on"]
        widgets = {"first_on": date_widget(), "last_on": date_widget()}
        help_texts = {
            "post": "如“镇人大主席、联工委主任”“县政协副主席”。",
            "last_on": "换了人的，填最后一天；还在任的不填。",
        }

    def __init__(self, *args, township: Township, user, **kwargs):
        super().__init__(*args, user=user, cancel_url=township.get_absolute_url(), **kwargs)
        self.instance.township = township
