"""A file to keep: what kind it is, and its words, for searching."""

import io
import re

from cppcc.readers.harmless import check_harmless, pdf_acts
from cppcc.readers.kinds import OFFICE, REALLY, UnreadableError, check_kind, unless_broken
from cppcc.readers.pictures import redrawn
from cppcc.readers.tables import cell_text, workbook
from cppcc.texts import clean_text

TEXT = 400_000  # characters kept for searching
LINE_END = re.compile(r"(?<=[\u3400-\u9fff])\n(?=[\u3400-\u9fff])")  # inside a Chinese sentence


def upload(body: bytes, name: str) -> dict:
    """A file to keep: {"kind", "text"}, after every check; a picture comes back drawn anew."""
    kind = check_kind(body, name, ("pdf", "docx", "xlsx", "jpg", "png"))
    if kind in OFFICE:
        check_harmless(body)
    told = {"kind": kind, "text": ""}
    if kind in ("jpg", "png"):
        return told | {"kind": "jpg", "body": redrawn(body)}
    text = {"pdf": _pdf_text, "docx": _docx_text, "xlsx": _xlsx_text}[kind](body)
    return told | {"text": clean_text(text)[:TEXT]}


def _docx_text(body: bytes) -> str:
    from docx import Document  # slow to import, and needed by one kind

    with unless_broken("Word 文档已损坏，打不开。请重新另存一份再上传。"):
        document = Document(io.BytesIO(body))
        parts = [paragraph.text for paragraph in document.paragraphs]
        for rows in (table.rows for table in document.tables):
            parts += ["\t".join(dict.fromkeys(cell.text for cell in row.cells)) for row in rows]
        return "\n".join(parts)


def _xlsx_text(body: bytes) -> str:
    rows, _ = workbook(body)
    return "\n".join("\t".join(cell_text(cell) for cell in cells if cell) for _, cells in rows)


def _pdf_text(body: bytes) -> str:
    from pypdf import PdfReader  # slow to import, and needed by one kind

    with unless_broken("PDF 文件已损坏，打不开。请重新导出一份再上传。"):
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted:
            raise UnreadableError(REALLY["locked"])
        if pdf_acts(reader):
            raise UnreadableError("PDF 里有脚本或嵌入的其他文件，不能上传。请重新导出一份再上传。")
        texts, length = [], 0
        for page in reader.pages:
            texts.append(page.extract_text())
            length += len(texts[-1])
            if length > TEXT:
                break
        return LINE_END.sub("", "\n".join(texts))
