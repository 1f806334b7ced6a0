"""What an answer of the site says, as lines of text that are the same whenever it is asked."""

import html
import io
import re
import time
import zipfile
from hashlib import sha256

import pymupdf

TEXTS = {"text/html", "text/csv", "text/calendar", "text/plain", "application/json"}
# What two walks of one site cannot have in common, and what stands for it.
CHANGING = [
    (re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*'), r"\1<csrf>"),
    (re.compile(r'(class="qr" src=")[^"]*'), r"\1<secret>"),
    (re.compile(r"\b([A-Z2-7]{4} ){7}[A-Z2-7]{4}\b"), "<secret>"),
    (re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "<uuid>"),
]
# The parts of an Office file that people read.
TOLD = re.compile(r"(word/(document|(header|footer)\d*)|xl/(sharedStrings|worksheets/\w+))\.xml")
STARTED = time.time()


def written(kind: str, body: bytes) -> str:
    """The answer as text: pages without indentation, papers and tables by what they say."""
    if kind in TEXTS:
        text = body.decode("utf-8")
    elif kind == "application/pdf":
        text = pdf_text(body)
    elif body.startswith(b"PK"):
        text = office_text(body)
    else:
        text = f"{len(body)} {sha256(body).hexdigest()}"
    text = "\n".join(filter(None, map(str.strip, text.splitlines())))
    for pattern, instead in (*CHANGING, (machine_time(), "<now>")):
        text = pattern.sub(instead, text)
    return text + "\n"


def machine_time() -> re.Pattern:
    """The days since the walk began, which the clock of the demonstration does not set."""
    days = {time.localtime(seconds)[:3] for seconds in (STARTED, time.time())}
    ways = [rf"{year}年{month}月{day}日|{year}-{month:02}-{day:02}" for year, month, day in days]
    return re.compile(rf"({'|'.join(ways)})([ T]\d\d:\d\d(:\d\d)?)?")


def pdf_text(body: bytes) -> str:
    with pymupdf.open(stream=body, filetype="pdf") as paper:
        about = "\n".join(f"{key}: {value}" for key, value in paper.metadata.items() if value)
        pages = [page.get_text() for page in paper]
    return "\n".join([about, *(f"== {n}\n{text}" for n, text in enumerate(pages, start=1))])


def office_text(body: bytes) -> str:
    """The words of a Word or Excel file, a paragraph or a row in each line."""
    lines = []
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for name in sorted(archive.namelist()):
            if TOLD.fullmatch(name):
                xml = archive.read(name).decode("utf-8")
                xml = re.sub(r"</(w:p|w:tab|w:tc|row|c|si)\b[^>]*>", r"\g<0>\n", xml)
                lines += [f"== {name}", html.unescape(re.sub(r"<[^>]*>", " ", xml))]
    return "\n".join(lines)
