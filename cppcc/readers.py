"""What a file holds: called in the limited process only (see `cppcc/limited.py`).

Whatever a library raises over a broken file is an answer here, not an error: `UnreadableError`
with words for the person who handed it in. Nothing here knows Django.
"""

import base64
import csv
import io
import re
import unicodedata
import zipfile
from datetime import date, datetime, time
from xml.etree import ElementTree

ROWS, COLUMNS, CHARACTERS = 20_000, 64, 4_000  # what a table may hold
MEMBERS, UNPACKED, RATIO = 2_000, 150 << 20, 200  # what a zip may hold
TEXT = 400_000  # characters kept for searching
PIXELS, PHOTO = 40_000_000, (600, 800)
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


def kind_of(name: str) -> str:
    """The kind a file's name promises: its suffix."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    return SUFFIXES.get(suffix, suffix)


# ---- what it really is


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


# ---- tables


def table(body: bytes, name: str) -> dict:
    """The first visible sheet as text: {"rows": [[number, cells]], "merged": [ranges]}."""
    kind = check_kind(body, name, ("xlsx", "csv"))
    rows, merged = _workbook(body) if kind == "xlsx" else (_csv(body), [])
    kept = []
    for number, cells in rows:
        cells = [_text(cell)[:CHARACTERS] for cell in cells[:COLUMNS]]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            kept.append([number, cells])
        if len(kept) > ROWS:
            raise UnreadableError(f"表格超过 {ROWS} 行，请分成几个文件上传。")
    return {"rows": kept, "merged": merged}


def _workbook(body: bytes):
    from openpyxl import load_workbook  # slow to import; a CSV file does without it

    try:
        book = load_workbook(io.BytesIO(body), read_only=True, data_only=True, keep_links=False)
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
        sheet.reset_dimensions()  # what a file says of its size may be wrong, or meant to hurt
        with sheet._get_source() as source:
            merged = re.findall(rb'<mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"', source.read())
        rows = enumerate(sheet.iter_rows(max_col=COLUMNS, values_only=True), start=1)
        return list(_filled(rows)), [ref.decode() for ref in merged[:1000]]
    except MemoryError:
        raise
    except UnreadableError:
        raise
    except Exception:  # whatever a broken file makes the library raise
        raise UnreadableError(
            "工作簿已损坏，打不开。请用 Excel 或 WPS 打开，另存后再上传。"
        ) from None


def _filled(rows):
    """The rows with something in them; no more than a table may have."""
    seen = 0
    for number, cells in rows:
        if any(cell not in (None, "") for cell in cells):
            seen += 1
            yield number, cells
        if seen > ROWS:
            return


def _csv(body: bytes):
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        head = text[:2000].split("\n", 1)[0]
        delimiter = max(",\t;", key=head.count)
        try:
            lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            return list(_filled(enumerate(lines, start=1)))
        except csv.Error:
            raise UnreadableError("CSV 文件的引号不成对，读不出来。请另存为 .xlsx 上传。") from None
    raise UnreadableError("文字编码认不出来。请把 CSV 另存为 UTF-8 编码，或者另存为 .xlsx 上传。")


def _text(cell) -> str:
    """A cell as a person would type it: days as 2021-11-30, whole numbers without a point."""
    match cell:
        case None:
            return ""
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date():
            return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
        case bool():
            return "是" if cell else "否"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
    return str(cell).replace("\0", "\1")  # a control still, but one that a database can hold


# ---- papers and pictures


def upload(body: bytes, name: str) -> dict:
    """A file to keep: {"kind", "text"}, after every check; a picture comes back drawn anew."""
    kind = check_kind(body, name, ("pdf", "docx", "xlsx", "jpg", "png"))
    if kind in OFFICE:
        check_harmless(body)
    told = {"kind": kind, "text": ""}
    if kind in ("jpg", "png"):
        return told | {"kind": "jpg", "body": _redrawn(body)}
    text = {"pdf": _pdf_text, "docx": _docx_text, "xlsx": _xlsx_text}[kind](body)
    return told | {"text": plain(text)[:TEXT]}


def photo(body: bytes, name: str) -> dict:
    """A portrait, drawn anew and no larger than a page needs."""
    check_kind(body, name, ("jpg", "png"))
    return {"kind": "jpg", "text": "", "body": _redrawn(body, PHOTO)}


def plain(text: str) -> str:
    """Text that a database takes and a search finds: NFC, without control characters."""
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))


def _docx_text(body: bytes) -> str:
    from docx import Document  # slow to import, and needed by one kind

    try:
        document = Document(io.BytesIO(body))
        parts = [paragraph.text for paragraph in document.paragraphs]
        for rows in (table.rows for table in document.tables):
            parts += ["\t".join(dict.fromkeys(cell.text for cell in row.cells)) for row in rows]
        return "\n".join(parts)
    except MemoryError:
        raise
    except Exception:  # as above
        raise UnreadableError("Word 文档已损坏，打不开。请重新另存一份再上传。") from None


def _xlsx_text(body: bytes) -> str:
    rows, _ = _workbook(body)
    return "\n".join("\t".join(_text(cell) for cell in cells if cell) for _, cells in rows)


LINE_END = re.compile(r"(?<=[\u3400-\u9fff])\n(?=[\u3400-\u9fff])")  # inside a Chinese sentence
ACTS = {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA"}


def _pdf_text(body: bytes) -> str:
    from pypdf import PdfReader  # slow to import, and needed by one kind

    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted:
            raise UnreadableError(REALLY["locked"])
        if _pdf_acts(reader):
            raise UnreadableError("PDF 里有脚本或嵌入的其他文件，不能上传。请重新导出一份再上传。")
        texts, length = [], 0
        for page in reader.pages:
            texts.append(page.extract_text())
            length += len(texts[-1])
            if length > TEXT:
                break
        return LINE_END.sub("", "\n".join(texts))
    except (MemoryError, UnreadableError):
        raise
    except Exception:  # as above
        raise UnreadableError("PDF 文件已损坏，打不开。请重新导出一份再上传。") from None


def _pdf_acts(reader) -> bool:
    """Whether any object of a PDF runs something or carries another file."""
    numbers = {number for table in reader.xref.values() for number in table}
    numbers |= set(reader.xref_objStm)
    seen, waiting = set(), [reader.trailer]
    waiting += [_resolved(reader, number) for number in numbers]
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


def _resolved(reader, number: int):
    from pypdf.generic import IndirectObject  # with its reader, above

    try:
        return IndirectObject(number, 0, reader).get_object()
    except Exception:  # a number that leads nowhere holds nothing
        return None


def _redrawn(body: bytes, size: tuple[int, int] | None = None) -> str:
    """The picture drawn anew: no place, camera or hidden data stays in it."""
    from PIL import Image, ImageOps  # slow to import, and needed by pictures only

    try:
        Image.MAX_IMAGE_PIXELS = None  # we count ourselves, and say so in words
        picture = Image.open(io.BytesIO(body), formats=("JPEG", "PNG"))
        if picture.width * picture.height > PIXELS:
            raise UnreadableError("图片太大（超过4000万像素），请缩小后再上传。")
        picture = ImageOps.exif_transpose(picture)
        picture.thumbnail(size or (3000, 3000))
        if picture.mode != "RGB":
            seen = picture.convert("RGBA")
            picture = Image.new("RGB", seen.size, "white")
            picture.paste(seen, mask=seen)
        drawn = io.BytesIO()
        picture.save(drawn, "JPEG", quality=88)
    except (MemoryError, UnreadableError):
        raise
    except Exception:  # as above
        raise UnreadableError("图片已损坏，打不开。请重新另存一份再上传。") from None
    return base64.b64encode(drawn.getvalue()).decode()


READERS = {"table": table, "upload": upload, "photo": photo}
