"""The roster: import of 300 and of 5,000 members, from the bytes of the workbook to the rows."""

import io
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from counties.roles import Role
from members.models import Membership
from tests.factories import make_county, make_term, make_township, make_user

TOWNSHIPS = 20
HEADINGS = "委员编号 姓名 性别 民族 出生年月 政治面貌 界别 单位及职务 联系电话 乡镇 任职日期"


def workbook(rows: int, post: str) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADINGS.split())
    for number in range(rows):
        born = f"{1950 + number % 45}-{number % 12 + 1:02}"
        person = [f"{number:05}", f"赵{chr(0x4E00 + number % 9000)}", "男", "汉族", born, "无党派"]
        place = ["农业", post, f"138{number:08}", f"第{number % TOWNSHIPS}镇", "2003-01-01"]
        sheet.append(person + place)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _import(client: Client, body: bytes) -> tuple[float, float]:
    """Seconds until the preview stands, and until the rows are there."""
    started = time.perf_counter()
    file = SimpleUploadedFile("名册.xlsx", body)
    preview = client.post(reverse("members:import"), {"file": file}).url
    page = client.get(preview)
    shown = time.perf_counter() - started
    started = time.perf_counter()
    response = client.post(preview, {"digest": page.context["digest"]})
    if response.url != reverse("members:index"):
        raise RuntimeError("the import was not carried out")
    return shown, time.perf_counter() - started


def _client() -> Client:
    county = make_county()
    make_term(county=county)
    for number in range(TOWNSHIPS):
        make_township(county=county, name=f"第{number}镇")
    client = Client()
    client.force_login(make_user(role=Role.COUNTY, county=county))
    return client


def measure() -> Iterator[tuple[str, float, str, float | None]]:
    whole = {}
    for rows in (300, 5000):
        client = _client()
        before = Membership.objects.count()
        shown, done = _import(client, workbook(rows, "某厂厂长"))
        if Membership.objects.count() - before != rows:
            raise RuntimeError("not every row was imported")
        whole[rows] = shown + done
        yield f"import {rows} new members: preview", shown, "s", None
        yield f"import {rows} new members: confirm", done, "s", None
        yield f"import {rows} new members: whole", whole[rows], "s", 10
        yield f"import {rows} new members: rows a second", rows / whole[rows], "/s", None
        again = sum(_import(client, workbook(rows, "某店店长")))
        yield f"import {rows} members, each with one change", again, "s", 10
        for kind in ("xlsx", "csv"):
            started = time.perf_counter()
            client.get(reverse("members:index"), {"export": kind})
            yield f"export {rows} members as {kind}", time.perf_counter() - started, "s", 10
    growth = (whole[5000] / 5000) / (whole[300] / 300)
    yield "time for a row of 5,000 beside one of 300 (linear: 1 or less)", growth, "x", 1.3
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "memory of the web process at most", own, "MB", 400
    yield "memory of the reading process", _memory_of_reading(), "MB", 400


READ = """
import resource, sys
from cppcc.limited import read
read("table", sys.stdin.buffer.read(), "a.xlsx")
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def _memory_of_reading() -> float:
    """Asked of a small process: a child's peak counts what its parent held when it was made."""
    body = workbook(5000, "某厂厂长")
    run = subprocess.run([sys.executable, "-c", READ], input=body, capture_output=True, check=True)
    return float(run.stdout)
