"""Forms of the accounts that somebody looks after: inviting, the rules of login."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import PermissionDenied

from accounts import invitations
from accounts.models import Appointment, User
from counties.models import County, Township, Unit
from counties.roles import TOWNSHIP_ROLES, Role
from cppcc.forms import HouseModelForm, form_helper


class PersonChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        """People of one name are told apart."""
        return f"{person.name}（{person.phone or f'账号 {person.username}'}）"


class InviteForm(HouseModelForm):
    """Give somebody one of the roles that the user may give (邀请)."""

    existing = PersonChoiceField(
        User.objects.none(),
        label="已有账号的人",
        required=False,
        empty_label="不是，是新的人",
        help_text="这个人已有账号，只是增加一个身份的，在这里选，上面的姓名和手机号不用填。",
    )
    name = forms.CharField(label="姓名", max_length=50, required=False)
    phone = User._meta.get_field("phone").formfield(
        label="手机号",
        required=False,
        help_text="以后可以用它登录。不知道的可以不填。",
        validators=User._meta.get_field("phone").validators,
    )

    class Meta:
        model = Appointment
        fields = ["role", "township", "unit", "post"]

    def __init__(self, *args, cancel_url, **kwargs):
        super().__init__(*args, **kwargs)
        roles = Appointment.grantable_by(self.user)
        if not roles or Role.MEMBER in roles:  # members are invited from the roster
            raise PermissionDenied
        self.instance.county = self.user.acting.county
        self.fields["role"].choices = [("", "请选择"), *((r.value, r.label) for r in roles)]
        self._use_plain_figures("phone")
        self._offer_places(roles)
        known = User.objects.visible_to(self.user).exclude(pk=self.user.pk).order_by("name", "pk")
        self.fields["existing"].queryset = known
        if not known:
            del self.fields["existing"]
        what, who = (
            [name for name in names if name in self.fields]
            for names in (["role", "township", "unit", "post"], ["name", "phone", "existing"])
        )
        self.helper = form_helper(
            Fieldset("给什么身份", *what),
            Fieldset("给谁", *who),
            submit="生成邀请",
            cancel_url=cancel_url,
        )

    def _offer_places(self, roles) -> None:
        if TOWNSHIP_ROLES.isdisjoint(roles):
            del self.fields["township"]
            del self.fields["unit"]
            return
        self.fields["township"].queryset = Township.objects.visible_to(self.user)
        self.fields["unit"].queryset = Unit.objects.visible_to(self.user)
        self.fields["township"].help_text = "联工委工作人员和镇党委领导必须选。"
        self.fields["unit"].help_text = "承办单位的经办人必须选。"

    def clean(self):
        data = super().clean()
        if not data.get("existing") and not data.get("name"):
            self.add_error("name", "请填写姓名。")
        taken = data.get("phone") and User.objects.visible_to(self.user).filter(phone=data["phone"])
        if data.get("existing"):
            pass  # who has a number, or not
        elif taken:
            self.add_error("phone", "这个手机号已有账号，请在下面“已有账号的人”里选这个人。")
        elif data.get("phone") and User.is_phone_taken(data["phone"]):
            self.add_error("phone", "这个手机号已有人用来登录，请核对；没有写错的，请先不填。")
        if data.get("role") and data["role"] not in TOWNSHIP_ROLES:
            self.instance.township = data["township"] = None
        if data.get("role") and data["role"] != Role.UNIT:
            self.instance.unit = data["unit"] = None
        return data

    def save(self, commit=True):
        """The appointment, with its person; ValidationError if they may not hold it."""
        data = self.cleaned_data
        who = {"person": data.get("existing"), "name": data["name"], "phone": data["phone"] or ""}
        return invitations.invite(self.instance, by=self.user, **who)


class LoginRulesForm(HouseModelForm):
    """What a county demands of logins (登录规定)."""

    second_factor_roles = forms.MultipleChoiceField(
        label="哪些身份登录时必须再输手机验证码",
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="选中的身份，下次打开页面时要先在手机上设置好验证码，才能继续办理。",
    )

    class Meta:
        model = County
        fields = ["allows_long_login", "second_factor_roles"]
        help_texts = {
            "allows_long_login": "只对委员、只在手机上有效；本人随时可以在“我的账号”里取消。"
        }

    def __init__(self, *args, cancel_url, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.login_rules_are_kept_by(self.user):
            raise PermissionDenied
        self.helper = form_helper(*self.fields, cancel_url=cancel_url)

    def save(self, commit=True):
        """These rules only: what an officer changes meanwhile in the same row stays."""
        self.instance.revise(by=self.user, **self.cleaned_data)
        return self.instance
