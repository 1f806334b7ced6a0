"""Forms of a person's own: the phone number a member corrects, the portrait."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError

from cppcc import texts
from cppcc.attachments import CheckedFileField
from cppcc.forms import HouseForm, form_helper
from members.models import Correction, Member, Membership, Portrait


class ContactForm(HouseForm):
    """Correct the own phone number; the office is shown what it was and what it became."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    phone = forms.CharField(
        label="联系电话",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
        help_text="保存后，联工委工作人员会看到您什么时候把号码改成了什么。",
    )

    def __init__(self, *args, user, membership: Membership, **kwargs):
        self.membership, person = membership, membership.member
        initial = {"phone": person.phone, "version": person.version}
        super().__init__(*args, user=user, initial=initial, **kwargs)
        if not membership.may_be_corrected_by(user):
            raise PermissionDenied
        self.helper = form_helper(
            "phone", submit="保存电话", cancel_url=membership.get_absolute_url()
        )

    def clean_phone(self):
        try:
            return texts.phone(self.cleaned_data["phone"])
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def save(self) -> Membership:
        data, person = self.cleaned_data, self.membership.member
        if data["phone"] != person.phone:
            Correction.make(person, by=self.user, version=data["version"], phone=data["phone"])
        return self.membership

    def conflict(self) -> list:
        stored = Member.objects.visible_to(self.user).get(pk=self.membership.member_id)
        self.data = self.data.copy()
        self.data["version"] = stored.version
        return [("联系电话", stored.phone, self.cleaned_data["phone"])]


class PortraitForm(HouseForm):
    """Put a member's photo in place of the one before, or remove it."""

    file = CheckedFileField(
        label="照片",
        reader="photo",
        largest=8 << 20,
        required=False,
        help_text="可以没有。jpg 或 png，不超过8MB；照片里的拍摄地点等信息会自动去掉。",
    )
    is_removed = forms.BooleanField(label="删去现有的照片", required=False)

    def __init__(self, *args, user, membership: Membership, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.membership = membership
        if not membership.is_editable_by(user):
            raise PermissionDenied
        if not Portrait.objects.visible_to(user).filter(member=membership.member_id).exists():
            del self.fields["is_removed"]
        self.helper = form_helper(
            *self.fields, submit="保存照片", cancel_url=membership.get_absolute_url()
        )
        self.helper.attrs["enctype"] = "multipart/form-data"

    def clean(self):
        data = super().clean()
        if not self.errors and not data.get("file") and not data.get("is_removed"):
            self.add_error("file", "请选择照片。")
        return data

    def save(self) -> Membership:
        Portrait.replace(self.membership.member, self.cleaned_data["file"], by=self.user)
        return self.membership
