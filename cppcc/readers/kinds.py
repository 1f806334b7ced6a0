"""What kind of file it really is, whatever its name says."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

MEMBERS, UNPACKED, RATIO = 2_000, 150 << 20, 200  # what a zip may hold
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
JPG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
MAIN = "application/vnd.openxmlformats-officedocument."
OFFICE = {"xlsx": MAIN + "spreadsheetml.sheet.main+xml"}
OFFICE["docx"] = MAIN + "wordprocessingml.document.main+xml"
NAMES = {"xlsx": "Excel 工作簿（.xlsx）", "docx": "Word 文档（.docx）", "pdf": "PDF 文件（.pdf）"}
NAMES |= {"jpg": "照片（.jpg）", "png": "图片（.png）", "csv": "CSV 文件（.csv）"}
SUFFIXES = {"jpeg": "jpg"}


class UnreadableError(Exception):
    """The file cannot be read or taken, in words for whoever handed it in."""


@contextmanager
def unless_broken(words: str) -> Iterator[None]:
    """Whatever a library raises over a broken file becomes UnreadableError with these words."""
    try:
        yield
    except (MemoryError, UnreadableError):
        raise
    except Exception:
        raise UnreadableError(words) from None


def kind_of(name: str) -> str:
    """The kind a file's name promises: its suffix."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    return SUFFIXES.get(suffix, suffix)


def content_kind(body: bytes) -> str:
    """The kind the content shows; "" where it shows none that we know."""
    if body.startswith(ZIP):
        return _office_kind(body)
    if body.startswith(OLE):
        return "locked" if "EncryptedPackage".encode("utf-16-le") in body else "old"
    for magic, kind in ((PDF, "pdf"), (JPG, "jpg"), (PNG, "png")):
        if body.startswith(magic):
            return kind
    start = body[:1000].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    return "html" if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")) else ""


def _office_kind(body: bytes) -> str:
    with open_zip(body) as archive:
        types = content_types(archive)
    if "macroEnabled" in types:
        return "macro"
    return next((kind for kind, word in OFFICE.items() if word in types), "zip")


REALLY = {
    "locked": "文件加了打开密码。请先去掉密码，另存后再上传。",
    "old": "这是旧版格式（.xls、.doc）。请用 Office 或 WPS 打开，另存为 .xlsx 或 .docx 再上传。",
    "macro": "文件带有宏，为安全起见不能上传。请另存为不带宏的格式。",
    "zip": "这是压缩包改了扩展名，不是能打开的文件。请解压后上传里面的文件。",
    "html": "这是网页改了扩展名，不是能打开的文件。请用 Office 或 WPS 打开，另存后再上传。",
}


def check_kind(body: bytes, name: str, accepted: tuple[str, ...]) -> str:
    """The kind of a file whose name and content agree on one that is accepted."""
    promised, found = kind_of(name), content_kind(body)
    wanted = "、".join(NAMES[kind] for kind in accepted)
    if not body:
        raise UnreadableError("文件是空的，请重新选择。")
    if found in REALLY and not (found == "html" and promised == "csv"):
        raise UnreadableError(REALLY[found])
    if promised not in accepted:
        raise UnreadableError(f"只能上传{wanted}。")
    if found != ("" if promised == "csv" else promised):
        really = f"，内容是{NAMES[found]}" if found in NAMES else ""
        raise UnreadableError(
            f"文件不是{NAMES[promised]}{really}。请用原来的程序打开，另存后再上传。"
        )
    return promised


def open_zip(body: bytes) -> zipfile.ZipFile:
    """The zip, if what it says it holds is within bounds; reading stops at what it said."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise UnreadableError("文件已损坏，打不开。请重新另存一份再上传。") from None
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    is_bomb = unpacked > 10 << 20 and unpacked / packed > RATIO
    if len(infos) > MEMBERS or unpacked > UNPACKED or is_bomb:
        raise UnreadableError("文件解开以后太大，不能上传。请删去多余的内容再试。")
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableError(REALLY["locked"])
    return archive


def content_types(archive: zipfile.ZipFile) -> str:
    """What an Office file says of its parts; "" for any other zip."""
    try:
        return archive.read("[Content_Types].xml")[:1_000_000].decode("utf-8", "replace")
    except (KeyError, zipfile.BadZipFile):
        return ""
