"""Whether a file acts by itself, carries others, or fetches from elsewhere: then it is refused."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from cppcc.readers.kinds import UnreadableError, open_zip

if TYPE_CHECKING:
    from pypdf import PdfReader

ACTS = {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA"}


def check_harmless(body: bytes) -> None:
    """Refuse an Office file that carries what acts by itself or fetches from elsewhere."""
    with open_zip(body) as archive:
        names = [name.lower() for name in archive.namelist()]
        relations = [archive.read(n) for n in archive.namelist() if n.lower().endswith(".rels")]
    parts = {
        "宏": ("vbaproject", "macrosheets/"),
        "嵌入的其他文件": ("/embeddings/", "/activex/", "oleobject"),
        "外部链接": ("/externallinks/",),
    }
    for what, marks in parts.items():
        if any(mark in name for name in names for mark in marks):
            raise UnreadableError(f"文件里有{what}，为安全起见不能上传。请删去后另存再上传。")
    if any(_fetches(body) for body in relations):
        raise UnreadableError("文件里有外部链接，为安全起见不能上传。请删去后另存再上传。")


def _fetches(relations: bytes) -> bool:
    """Whether a part is joined to something outside; a link that a reader may press is not.

    Read as XML: entities, prefixes and UTF-16 hide nothing from an office program either.
    """
    try:
        found = list(ElementTree.fromstring(relations).iter())
    except ElementTree.ParseError:
        raise UnreadableError("文件已损坏，打不开。请重新另存一份再上传。") from None
    outside = (one for one in found if one.get("TargetMode", "").strip().lower() == "external")
    return not all(one.get("Type", "").endswith("/hyperlink") for one in outside)


def pdf_acts(reader: "PdfReader") -> bool:
    """Whether any object of a PDF runs something or carries another file."""
    numbers = {number for table in reader.xref.values() for number in table}
    numbers |= set(reader.xref_objStm)
    seen: set[int] = set()
    waiting: list[object] = [reader.trailer, *(_resolved(reader, number) for number in numbers)]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, dict):
            if ACTS & thing.keys() or thing.get("/S") in ACTS or thing.get("/Type") in ACTS:
                return True
            waiting += [v for v in dict.values(thing) if isinstance(v, dict | list)]
        elif isinstance(thing, str) and thing in ACTS:  # a name that an action points at
            return True
        elif isinstance(thing, list):
            waiting += [v for v in list.__iter__(thing) if isinstance(v, dict | list)]
    return False


def _resolved(reader: "PdfReader", number: int):
    from pypdf.generic import IndirectObject  # slow to import, and here with its reader

    try:
        return IndirectObject(number, 0, reader).get_object()
    except Exception:  # a number that leads nowhere holds nothing
        return None
