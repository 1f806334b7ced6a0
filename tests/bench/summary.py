"""The demonstration summary: from the records to the PDF in the county's hands."""

import io
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from cppcc.documents.docx import render_docx
from cppcc.documents.html import page_html, render_html
from cppcc.documents.pdf import render_pdf
from cppcc.press.client import PressService
from summaries import services
from summaries.compose import compose
from summaries.models import Report

ROUNDS = 7
FIRST = """
import django, pickle, sys, time
django.setup()
from cppcc.documents.pdf import render_pdf
with open(sys.argv[1], "rb") as paper:
    document = pickle.load(paper)
started = time.perf_counter()
render_pdf(document)
print(time.perf_counter() - started)
"""


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def median(action: Callable[[], object]) -> float:
    """The middle of several runs, after one that warms up."""
    action()
    return statistics.median(seconds(action) for _ in range(ROUNDS))


def measure() -> Iterator[tuple[str, float, str, float | None]]:
    with tempfile.TemporaryDirectory() as folder:
        quiet = io.StringIO()
        load = seconds(lambda: call_command("load_demo", to=Path(folder), stdout=quiet))
    yield "load the demonstration county", load, "s", 60
    report = Report.objects.select_related("township__county").get(township__name="吕家坪镇")
    township = report.township
    yield "compose the draft", median(lambda: compose(township, 2004, date(2004, 12, 16))), "s", 0.5
    yield "count its figures", median(lambda: services.document_of(report, None)), "s", 0.5
    document = services.document_of(report, report.copy)
    yield "render HTML", median(lambda: render_html(document)), "s", 0.2
    yield "render PDF, first, with the service", first_pdf(document), "s", 4
    press = PressService.of_checkout()
    yield "render PDF, next", median(lambda: press.make(page_html(document))), "s", 1.5
    yield "render PDF, cached", median(lambda: render_pdf(document)), "s", 0.02
    yield "render DOCX", median(lambda: render_docx(document)), "s", 1.0
    yield from _pages(report)


def first_pdf(document) -> float:
    """The first PDF of all, with the start of the service and without a cache."""
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper"
        paper.write_bytes(pickle.dumps(document))
        alone = {"CPPCC_PRESS_DIR": f"{folder}/press", "CPPCC_PAPER_CACHE": f"{folder}/papers"}
        run = subprocess.run(
            [sys.executable, "-c", FIRST, paper],
            env=os.environ | alone,
            capture_output=True,
            text=True,
            check=True,
        )
    return float(run.stdout)


def _pages(report: Report) -> Iterator[tuple[str, float, str, float | None]]:
    client = Client()
    client.force_login(User.objects.get(username="huangqiang"))
    pdf = reverse("summaries:pdf", args=[report.pk])
    page = reverse("summaries:detail", args=[report.pk])
    yield "serve the frozen PDF", median(lambda: client.get(pdf)), "s", 0.05
    yield "serve the summary's page", median(lambda: client.get(page)), "s", 0.3
