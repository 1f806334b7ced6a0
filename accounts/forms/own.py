"""Forms by which a person gets in, and keeps the own password, phone and address."""

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError

from accounts.models import User
from cppcc.forms import HouseForm, HouseModelForm, form_helper
from cppcc.texts import PLAIN_FIGURES

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
