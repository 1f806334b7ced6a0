"""Tables as offices make them, for tests that hand them in."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(*rows, merged=(), **cells) -> bytes:
    """An .xlsx of these rows; `cells` are further ones by their address."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for address, value in cells.items():
        book.active[address] = value
    for ref in merged:
        book.active.merge_cells(ref)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return written.getvalue()


def rezipped(body: bytes, files: dict[str, bytes]) -> bytes:
    """The Office file with further parts in it."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | files)


def upload(body: bytes, name: str = "名册.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body)


def word(text: str) -> bytes:
    """A Word file of one paragraph."""
    document, written = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(written)
    return written.getvalue()
