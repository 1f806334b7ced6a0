"""A record's paper as a download; that it was taken stands in the audit trail."""

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from cppcc import audit
from cppcc.converters import register_choices
from cppcc.documents.docx import render_docx
from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import Paper
from cppcc.press.errors import PaperError

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Format(models.TextChoices):
    """The files a paper comes as; `<paper_format:…>` in an address."""

    PDF = "pdf", "PDF"
    WORD = "docx", "Word"


register_choices("paper_format", Format)


def paper_response(
    request: HttpRequest, record, paper: Paper, suffix: Format, *, name: str, back=None
) -> HttpResponse:
    """One of the papers of a record in the format asked for; `name` is the file's."""
    if suffix == Format.WORD:
        return docx_response(request, record, paper, name)
    return pdf_response(request, record, paper, name=name, back=back)


def pdf_response(
    request: HttpRequest,
    record,
    paper: Paper | bytes,
    name: str = "",
    back=None,
) -> HttpResponse:
    """The record's paper as PDF: printed now, unless it is the bytes of one that was frozen.

    Where it is not printed (a character that no font has, too long, the service is down) the
    reader is told why, on the record's page. `name` is the file's where the record's own would not
    tell what it is; `back` is where the reader came from, where the record has no page.
    """
    try:
        body = paper if isinstance(paper, bytes) else render_pdf(paper)
    except PaperError as error:
        messages.error(request, str(error))
        return redirect(back or record)
    return _attached(request, record, body, PDF, "pdf", name)


def docx_response(request: HttpRequest, record, paper: Paper, name: str = "") -> HttpResponse:
    """The record's paper as a Word file."""
    return _attached(request, record, render_docx(paper), WORD, "docx", name)


def _attached(request, record, body: bytes, kind: str, suffix: str, name: str) -> HttpResponse:
    audit.record(f"download_{suffix}", by=request.user, target=record, paper=name or record)
    return file_response(body, kind, f"{name or record}.{suffix}", is_saved=kind != PDF)


def file_response(body: bytes, kind: str, name: str, *, is_saved: bool = True) -> HttpResponse:
    """Bytes under a name: for saving, or (not `is_saved`) shown where the browser can."""
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(is_saved, name) or "inline"
    return response
