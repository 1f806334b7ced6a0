"""Files that belong to records: checked by name and content, kept private, handed out by the gate.

A subclass of `Attachment` is a record of its app (an old paper, a portrait, later evidence and
scans). Its view starts from `visible_to(user)` and answers with `attachment_response()`; nothing
below `MEDIA_ROOT` is ever served by its path. The bytes lie under a random name, 0640, and the name
under which the file came stands in the database only.
"""

import base64
import hashlib
import os
import unicodedata
import uuid
from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse

from cppcc import audit, limited
from cppcc.papers import file_response
from cppcc.texts import clean_text

LARGEST = 20 << 20  # bytes
MEGABYTE = 1 << 20
OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "jpg": "image/jpeg",
}
SCANS = {"pdf", "jpg"}  # as they are kept
SANDBOX = "default-src 'none'; sandbox"


@dataclass(frozen=True)
class Checked:
    """A file that has passed every check: what will be kept of it."""

    name: str
    kind: str
    body: bytes
    text: str


def clean_name(name: str) -> str:
    """A file's name without folders, controls, marks that turn the direction, or leading dots."""
    last = clean_text(name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '"<>|:*?')
    stem, _, suffix = kept.rstrip(" .").rpartition(".")
    return f"{stem.strip(' .')[:90] or '文件'}.{suffix[:8]}"


class CheckedFileField(forms.FileField):
    """A file to keep: its value is a `Checked`. `reader` names the check (`cppcc/readers/`).

    `is_scan`: of what was read only pictures of a paper are taken.
    """

    def __init__(
        self, *, reader: str = "upload", largest: int = LARGEST, is_scan: bool = False, **kwargs
    ):
        self.reader, self.largest, self.is_scan = reader, largest, is_scan
        office = "" if is_scan else ".docx,.xlsx,"
        accept = ".jpg,.jpeg,.png" if reader == "photo" else f".pdf,{office}.jpg,.jpeg,.png"
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": accept}))
        kwargs["error_messages"] = {
            "empty": "文件是空的，请重新选择。",
            "invalid": "请重新选择文件。",
        }
        super().__init__(max_length=None, **kwargs)

    def clean(self, data, initial=None):
        given = super().clean(data, initial)
        if not given:
            return None
        if given.size > self.largest:
            raise forms.ValidationError(
                f"文件超过{self.largest // MEGABYTE}MB，请压缩或者分开上传。"
            )
        body = given.read()
        try:
            told = limited.read(self.reader, body, given.name)
        except limited.RefusedError as error:
            raise forms.ValidationError(str(error)) from None
        if self.is_scan and told["kind"] not in SCANS:
            raise forms.ValidationError("请上传扫描件或照片（PDF、JPG、PNG）。")
        if "body" in told:  # a picture, drawn anew
            body = base64.b64decode(told["body"])
        name = f"{clean_name(given.name).rpartition('.')[0]}.{told['kind']}"
        return Checked(name, told["kind"], body, told["text"])


class Attachment(models.Model):
    """A file of a county's record. A subclass brings `county` and its own gate."""

    county_id: int

    key = models.UUIDField("存放编号", default=uuid.uuid4, editable=False)
    file_name = models.CharField("文件名", max_length=100, editable=False)
    kind = models.CharField("格式", max_length=4, editable=False)
    size = models.PositiveIntegerField("大小", editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)

    class Meta:
        abstract = True

    @property
    def path(self) -> Path:
        return Path(settings.MEDIA_ROOT) / str(self.county_id) / self.key.hex[:2] / self.key.hex

    def take(self, file: Checked) -> None:
        """Keep this file, before the record is saved; a file whose record is then not saved lies
        there unseen. A file that is replaced gets a new key, so that no old link shows the new."""
        self.key = uuid.uuid4()
        self.file_name, self.kind, self.size = file.name, file.kind, len(file.body)
        self.sha256 = hashlib.sha256(file.body).hexdigest()
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640)
        with os.fdopen(handle, "wb") as written:
            written.write(file.body)
            written.flush()
            os.fsync(written.fileno())

    def discard(self) -> None:
        """Remove the bytes of a record that has been deleted (after the commit)."""
        self.path.unlink(missing_ok=True)

    @property
    def size_shown(self) -> str:
        if self.size < MEGABYTE:
            return f"{max(1, self.size // 1024)} KB"
        return f"{self.size / MEGABYTE:.1f} MB"


def attachment_response(
    request: HttpRequest, attachment: Attachment, *, is_saved: bool = True
) -> HttpResponse:
    """The file for whoever has passed the record's gate; that it was taken is in the trail."""
    audit.record("download_file", by=request.user, target=attachment)
    body = attachment.path.read_bytes()
    name = attachment.file_name
    response = file_response(body, TYPES[attachment.kind], name, is_saved=is_saved)
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response
