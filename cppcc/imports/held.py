"""A table handed in, and kept between its preview and the confirmation."""

import hashlib
import uuid
from datetime import timedelta

from django import forms
from django.db import models
from django.urls import reverse

from cppcc import clock, limited
from cppcc.forms import HouseForm, form_helper
from cppcc.imports import sheets
from cppcc.imports.importer import Importer

LARGEST = 8 << 20  # bytes
KEPT = timedelta(hours=1)


class HeldSheetQuerySet(models.QuerySet):
    def of(self, user, importer: str):
        """What `user` handed in for this import, in the appointment they act in."""
        acting = user.acting.pk or 0
        return self.filter(user_id=user.pk, appointment_id=acting, importer=importer)

    def expired(self):
        return self.filter(held_at__lt=clock.now() - KEPT)


class HeldSheet(models.Model):
    """A table between preview and confirmation: its cells, for its owner only, for an hour."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user_id = models.BigIntegerField("人员")
    appointment_id = models.BigIntegerField("身份")
    importer = models.CharField("导入", max_length=30)
    name = models.CharField("文件名", max_length=100)
    sha256 = models.CharField("SHA-256", max_length=64)
    table = models.JSONField("单元格")
    answers = models.JSONField("答复", default=dict)
    held_at = models.DateTimeField("时间")

    objects = HeldSheetQuerySet.as_manager()

    class Meta:
        verbose_name = "待确认的表格"

    def __str__(self):
        return self.name


class SheetForm(HouseForm):
    """Hand in a table: what is wrong with the file as a whole is said at the field."""

    file = forms.FileField(
        label="表格文件",
        help_text="Excel 工作簿（.xlsx）或 CSV 文件，不超过8MB。",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"empty": "文件是空的，请重新选择。", "invalid": "请重新选择文件。"},
    )

    def __init__(self, *args, importer: Importer, **kwargs):
        super().__init__(*args, user=importer.user, **kwargs)
        self.importer = importer
        self.helper = form_helper(
            "file", submit="上传并预览", cancel_url=reverse(importer.to), cancel="返回，不导入"
        )
        self.helper.attrs["enctype"] = "multipart/form-data"

    def clean_file(self):
        handed_in = self.cleaned_data["file"]
        if handed_in.size > LARGEST:
            raise forms.ValidationError("文件超过8MB，请删去多余的内容或者分成几个文件。")
        self.body = handed_in.read()
        try:
            self.table = limited.read("table", self.body, handed_in.name)
            sheets.check(self.table["rows"], self.table["merged"], self.importer.columns())
        except (limited.RefusedError, sheets.SheetError) as error:
            raise forms.ValidationError(str(error)) from None
        return handed_in

    def hold(self) -> HeldSheet:
        """Keep the cells for the preview; what others left behind for too long goes."""
        HeldSheet.objects.expired().delete()
        user = self.user
        return HeldSheet.objects.create(
            user_id=user.pk,
            appointment_id=user.acting.pk,
            importer=self.importer.key,
            name=self.cleaned_data["file"].name[-100:],
            sha256=hashlib.sha256(self.body).hexdigest(),
            table=self.table,
            held_at=clock.now(),
        )
