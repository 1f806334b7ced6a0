"""The paper for Word and WPS (.docx): the same words, for officials who edit on.

It names the faces the offices have (仿宋_GB2312 …); nothing is embedded. Each part of a paper has
a writer registered with `write`; a part without one raises TypeError.
"""

import datetime
import functools
import io
import zipfile

from docx import Document as new_file

from cppcc.documents import tree
from cppcc.documents.docx import heads, page, tables  # noqa: F401  # they register their writers
from cppcc.documents.docx.text import clean, write

EPOCH = datetime.date(2000, 1, 1)  # dates a paper that has no date, so that bytes stay equal

__all__ = ["render_docx", "write"]


def render_docx(paper: tree.Paper) -> bytes:
    """The paper as a Word file, the same bytes for the same value."""
    file = new_file(io.BytesIO(_empty()))
    _write_properties(file, paper)
    write(paper, file)
    return _packed(file)


@functools.cache
def _empty() -> bytes:
    """An empty file with the page and the styles; to make them takes most of a short paper."""
    file, written = new_file(), io.BytesIO()
    page.prepare(file)
    file.save(written)
    return written.getvalue()


def _write_properties(file, paper: tree.Paper) -> None:
    moment = datetime.datetime.combine(paper.on or EPOCH, datetime.time())
    properties = file.core_properties
    properties.title = "".join(clean(paper.title).splitlines())[:255]
    properties.author = properties.last_modified_by = clean(paper.author)[:255]
    properties.created = properties.modified = moment
    properties.language = "zh-CN"
    properties.comments = ""


def _packed(file) -> bytes:
    """The file's bytes with fixed times inside the archive."""
    written, packed = io.BytesIO(), io.BytesIO()
    file.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
