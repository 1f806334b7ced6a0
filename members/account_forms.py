"""Forms of login, of passwords, and of the accounts that somebody looks after."""

from crispy_forms.layout import Fieldset
from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from cppcc.forms import PLAIN_FIGURES, HouseForm, HouseModelForm, date_widget, form_helper
from members import invitations
from members.audit_words import ACTS
from members.models import Appointment, County, Township, Unit, User
from members.roles import TOWNSHIP_ROLES, Role

WRONG = "登录名或者密码不对。有同名的人，请改用手机号登录。"


class LoginForm(AuthenticationForm):
    """A login name and a password; whatever is wrong, the answer is the same."""

    remember = forms.BooleanField(required=False)
    typed = forms.CharField(required=False, strip=False)

    error_messages = {"invalid_login": WRONG, "inactive": WRONG}


def password_field(label: str, autocomplete: str, **options) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, max_length=128, widget=widget, **options)


class NewPasswordForm(HouseForm):
    """Choose a password, typed twice."""

    password = password_field(
        "新密码",
        "new-password",
        help_text="至少8位，不能全是数字，也不要用常见的词。可以用几个字加数字，如一句自己记得住的话。",
    )
    again = password_field("再输一遍新密码", "new-password")

    def __init__(self, *args, person, submit="设置密码", cancel_url="", **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.helper = form_helper(*self.fields, submit=submit, cancel_url=cancel_url)

    def clean_password(self):
        password_validation.validate_password(self.cleaned_data["password"], self.person)
        return self.cleaned_data["password"]

    def clean(self):
        data = super().clean()
        if "password" in data and data.get("again") not in (None, data["password"]):
            self.add_error("again", "两次输入的不一样，请重新输入。")
        return data


class OwnPasswordMixin(HouseForm):
    """Asks who is there to type their password once more."""

    current = password_field("现在的密码", "current-password")

    def clean_current(self):
        if not self.user.check_password(self.cleaned_data["current"]):
            raise ValidationError("密码不对。")
        return self.cleaned_data["current"]


class ChangePasswordForm(OwnPasswordMixin, NewPasswordForm):
    field_order = ["current", "password", "again"]


class ConfirmForm(OwnPasswordMixin):
    """An act of one's own that wants the password."""

    def __init__(self, *args, submit, cancel_url, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("current", submit=submit, cancel_url=cancel_url)


class ContactForm(OwnPasswordMixin, HouseModelForm):
    """The phone number and e-mail address by which somebody logs in and gets a lost password."""

    class Meta:
        model = User
        fields = ["phone", "email"]
        help_texts = {
            "phone": "可以用它登录，不会显示给别的委员。",
            "email": "忘记密码时，可以把链接发到这里。",
        }

    def __init__(self, *args, cancel_url, **kwargs):
        super().__init__(*args, **kwargs)
        self._use_plain_figures("phone")
        self.helper = form_helper("phone", "email", "current", cancel_url=cancel_url)


class CodeForm(HouseForm):
    """Six digits from the phone."""

    code = forms.CharField(
        label="验证码",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, *args, submit="登录", cancel_url="", hint="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = hint
        self.fields["code"].widget.attrs["autofocus"] = True
        self.helper = form_helper(*self.fields, submit=submit, cancel_url=cancel_url)

    def clean_code(self):
        return "".join(self.cleaned_data["code"].translate(PLAIN_FIGURES).split())


class AnotherPhoneForm(OwnPasswordMixin, CodeForm):
    """The first code of a phone in place of the one before: whoever finds a page open has none."""

    field_order = ["code", "current"]


class ForgottenForm(HouseForm):
    email = forms.EmailField(label="电子邮箱", widget=forms.EmailInput({"autocomplete": "email"}))

    def __init__(self, *args, cancel_url, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("email", submit="发送链接", cancel_url=cancel_url)


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
        with transaction.atomic():
            person = data.get("existing")
            if person is None:
                person = User.objects.open_account(name=data["name"], phone=data["phone"] or "")
            self.instance.user = person
            invitations.appoint(self.instance, by=self.user)
        return self.instance


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
