"""Papers: how long each rendering takes, what memory does, and how other engines compare.

Each engine gets what it needs and is kept warm where it can be: Chromium one page for all papers,
Typst its fonts; LibreOffice is started for every paper. An engine that is not there is a row that
says so. See tests/papers.py for what is printed.
"""

import importlib.util
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from cppcc.documents.docx import render_docx
from cppcc.documents.html import page_html, render_html
from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import Document, Heading, Paragraph, Table
from cppcc.documents.words import run_text
from cppcc.press.client import PressService
from cppcc.press.edition import STYLE, edition
from cppcc.press.fonts import CONFIG, FONTS
from cppcc.press.limits import Limits
from tests import papers
from tests.bench.summary import first_pdf, seconds

Row = tuple[str, float | None, str, float | None]
ROUNDS = {4: 7, 12: 7, 50: 3, 200: 1}  # pages: how often they are made
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
SOFFICE = shutil.which("soffice")


def measure() -> Iterator[Row]:
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    yield "load per core at the start; the targets are for a quiet machine", load, "", None
    yield "PDF, first, with the service", first_pdf(papers.report(12)), "s", 4
    with _own_folder() as folder:
        press = PressService.of_checkout()
        for pages, rounds in ROUNDS.items():
            yield from _sizes(press, pages, rounds)
        yield from _tables(press)
        yield from _beside(press, folder)
        yield from _batch(press)
        yield from _in_a_row(folder)


@contextmanager
def _own_folder() -> Iterator[Path]:
    """A service and a cache of our own, so that nothing has been printed before."""
    names = {"CPPCC_PRESS_DIR": "press", "CPPCC_PAPER_CACHE": "papers"}
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ |= {name: f"{folder}/{place}" for name, place in names.items()}
        try:
            yield Path(folder)
        finally:
            for name, value in before.items():
                os.environ.pop(name)
                if value is not None:
                    os.environ[name] = value


def _median(action: Callable[[], object], rounds: int) -> float:
    if rounds > 1:
        action()
    return statistics.median(seconds(action) for _ in range(rounds))


def _pdf(press: PressService, paper: Document) -> bytes:
    """The paper made, not looked up."""
    return press.make(page_html(paper))


def _sizes(press: PressService, pages: int, rounds: int) -> Iterator[Row]:
    paper = papers.report(pages)
    made = _median(lambda: _pdf(press, paper), rounds)
    yield f"PDF, next, {pages} pages", made, "s", None
    yield f"DOCX, {pages} pages", _median(lambda: render_docx(paper), rounds), "s", None
    yield f"HTML, {pages} pages", _median(lambda: render_html(paper), rounds), "s", None
    render_pdf(paper)
    cached = _median(lambda: render_pdf(paper), 5)
    yield f"PDF, cached, {pages} pages", cached, "s", None
    if pages == 12:
        yield "PDF, cached / next, 12 pages", cached / made, "x", 1 / 50


def _tables(press: PressService) -> Iterator[Row]:
    for rows, rounds, pdf_target, docx_target in ((100, 5, None, None), (1000, 3, 4, 2)):
        paper = Document("台账", (papers.ledger(rows),))
        made = _median(lambda paper=paper: _pdf(press, paper), rounds)
        yield f"PDF, a table of {rows} rows", made, "s", pdf_target
        made = _median(lambda paper=paper: render_docx(paper), rounds)
        yield f"DOCX, a table of {rows} rows", made, "s", docx_target
    wordy = Document("台账", (papers.wordy_ledger(1000),))
    yield "PDF, a table of 1000 rows of two lines", seconds(lambda: _pdf(press, wordy)), "s", None


def _beside(press: PressService, folder: Path) -> Iterator[Row]:
    """Ours and the others in turn, on the same 12 pages, so that they share the weather."""
    paper = papers.report(12)
    engines = {"PDF, next, 12 pages, in turn": lambda: _pdf(press, paper)}
    with _chromium(paper, engines), _typst(paper, engines):
        taken = {name: [] for name in engines}
        for _ in range(11):
            for name, action in engines.items():
                taken[name].append(seconds(action))
    medians = {name: statistics.median(times[1:]) for name, times in taken.items()}
    for name, median in medians.items():
        yield name, median, "s", None
    ours, chromium = medians[next(iter(engines))], medians.get("Chromium, warm, 12 pages")
    if chromium:
        yield "PDF, next / Chromium, 12 pages", ours / chromium, "x", 1.15
    else:
        yield "Chromium is not here", None, "", None
    if "Typst, warm, 12 pages" not in medians:
        yield "Typst is not here (pip install typst)", None, "", None
    yield _libreoffice(paper, folder)


@contextmanager
def _chromium(paper: Document, engines: dict) -> Iterator[None]:
    """A warm browser that prints the same HTML, style sheet and faces; one page for all rounds."""
    if not CHROMIUM or not importlib.util.find_spec("playwright"):
        yield
        return
    from playwright.sync_api import sync_playwright  # not on every machine

    style = f"<style>{STYLE.read_text()}</style></head>"
    environment = os.environ | {"FONTCONFIG_FILE": str(CONFIG)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"], env=environment
        )
        page = browser.new_page()

        def print_page():
            page.set_content(page_html(paper).replace("</head>", style, 1))
            page.pdf(prefer_css_page_size=True, tagged=True, outline=True)  # as ours has

        engines["Chromium, warm, 12 pages"] = print_page
        yield
        browser.close()


@contextmanager
def _typst(paper: Document, engines: dict) -> Iterator[None]:
    """The same words in a plain Typst document."""
    if importlib.util.find_spec("typst"):
        import typst  # not on every machine

        source = "\n\n".join(_typst_lines(paper)).encode()
        compiler = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
        engines["Typst, warm, 12 pages"] = lambda: typst.compile(source, font_paths=compiler)
    yield


def _typst_lines(paper: Document) -> Iterator[str]:
    yield (
        '#set page(paper: "a4", margin: (top: 37mm, right: 26mm, bottom: 35mm, left: 28mm))\n'
        '#set text(font: ("Paper FangSong", "Paper Rare"), size: 16pt, lang: "zh")\n'
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13pt)"
    )
    for block in paper.blocks:
        match block:
            case Heading(text, level):
                yield f"{'=' * level} {text}"
            case Paragraph(runs):
                yield "".join(map(run_text, runs))
            case Table(head, rows):
                cells = ", ".join(f"[{cell}]" for row in (head, *rows) for cell in row)
                yield f"#table(columns: {len(head)}, {cells})"


def _libreoffice(paper: Document, folder: Path) -> Row:
    """A new process for each paper, as one would convert a Word file; its profile is there."""
    if not SOFFICE:
        return "LibreOffice is not here", None, "", None
    file = folder / "paper.docx"
    file.write_bytes(render_docx(paper))
    command = [SOFFICE, f"-env:UserInstallation=file://{folder}/office", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(file)]

    def convert():
        subprocess.run(command, capture_output=True, check=True, timeout=120)

    return "LibreOffice, our DOCX, new process, 12 pages", _median(convert, 3), "s", None


def _batch(press: PressService) -> Iterator[Row]:
    """A county's papers at the end of the year."""
    reports = [papers.report(12, number=number) for number in range(1, 101)]
    with ThreadPoolExecutor(2) as pool:
        taken = seconds(lambda: list(pool.map(lambda paper: _pdf(press, paper), reports)))
    yield "PDF, 100 papers of 12 pages, two children", taken, "s", None


def _in_a_row(folder: Path) -> Iterator[Row]:
    """200 papers by one child that is not replaced: does it grow?"""
    press = PressService(folder / "single", Limits(children=1, papers=1000), edition())
    memory, started = [], time.perf_counter()
    for number in range(1, 201):
        _pdf(press, papers.report(4, number=number))
        memory.append(_resident(folder / "single"))
    yield "PDF, 200 papers of 4 pages in a row", time.perf_counter() - started, "s", None
    first, last = statistics.median(memory[:20]), statistics.median(memory[-20:])
    yield "memory of the child, first 20", first, "MB", None
    yield "memory of the child, last 20", last, "MB", None
    yield "memory, last 20 / first 20", last / first, "x", 1.1


def _resident(home: Path) -> float:
    """Megabytes of the only child of the service whose socket lies in that folder."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if b"cppcc.press.server" not in words or not words[3].startswith(bytes(home)):
                continue
            child = (folder / "task" / folder.name / "children").read_text().split()[0]
            status = Path(f"/proc/{child}/statm").read_text()
        except (OSError, IndexError):  # a process that has just ended
            continue
        return int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    raise LookupError(f"No rendering service in {home}")
