"""The walk of script/checks/crawl: every page of the demonstration of the site in this folder.

    walk.py OUT_DIR

Fills a database of its own, as the web's role, and asks the site in this process. Each visitor
walks in one transaction that is rolled back, so that nobody finds what another has left.
"""

import io
import json
import os
import re
import sys
import tempfile
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

sys.path.insert(0, os.getcwd())

import django
from answers import written
from lxml import html

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from cppcc import clock  # noqa: E402
from cppcc.database import database  # noqa: E402

MOST = 24  # papers and questions ("?…") of one shape that a visitor asks for; pages have no limit
LIMITED = re.compile(r"\?|\.(pdf|docx)$")
FOREIGN = 2  # addresses of each shape that somebody else has found
FIRST = ("/", "/nowhere/")
FEED, FEEDS = "/plans/calendar/renew/", re.compile(r"/plans/calendar/[\w-]{30,}\.ics")


def main(out: Path) -> None:
    """Walk as every account in every role of it, then try the doors of the others."""
    began = time.monotonic()
    now = clock.machine_time()
    clock.machine_time = lambda: now  # a session notes now and then that its owner is there
    # Addresses without hashes, and nothing to collect first.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    with tempfile.TemporaryDirectory() as files:
        settings.MEDIA_ROOT, settings.STATIC_ROOT = Path(files) / "media", files
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        as_role("app")
        try:
            call_command("load_demo", to=Path(files) / "demo", stdout=io.StringIO())
            accounts = json.loads((Path(files) / "demo" / "accounts.json").read_text())
            connection.force_debug_cursor = True  # counts the queries of a request
            print(f"装入 loaded: {time.monotonic() - began:.0f} s", flush=True)
            visitors = [Visitor(out, **account) for account in (*accounts, {})]
            for visitor in visitors:
                visitor.come(visitor.walk)
            found = sorted({url for visitor in visitors for url in visitor.seen})
            for visitor in visitors:
                visitor.come(lambda visitor=visitor: visitor.try_doors(found))
        finally:
            as_role("owner")
            connection.creation.destroy_test_db(name, verbosity=0)
    rows = [row for visitor in visitors for row in visitor.rows]
    (out / "index.tsv").write_text("".join("\t".join(row) + "\n" for row in rows))
    print(f"{len(rows)} 个回答 answers, {time.monotonic() - began:.0f} s")


def as_role(role: str) -> None:
    """Go on as another role of the database."""
    connection.close()
    named = {key: database(role)[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    connection.settings_dict.update(named)


class Visitor:
    """Somebody with a browser, in one role; without an account, a stranger."""

    def __init__(self, out: Path, username: str = "", password: str = "", role: str = "stranger"):
        self.username, self.password, self.role = username, password, role
        self.name = f"{username}-{role}".strip("-")
        self.folder = out / self.name
        self.folder.mkdir(parents=True)
        self.seen: set[str] = set()
        self.rows: list[tuple[str, ...]] = []

    def come(self, visit) -> None:
        """Log in, visit, and leave nothing behind."""
        began = time.monotonic()
        with transaction.atomic():
            self.client = Client(SERVER_NAME="localhost", raise_request_exception=False)
            if self.username:
                self.log_in()
            visit()
            transaction.set_rollback(True)
        kinds = Counter(row[2] for row in self.rows)
        told = ", ".join(f"{number} × {status}" for status, number in sorted(kinds.items()))
        print(f"{self.name:<22} {told}  {time.monotonic() - began:.0f} s", flush=True)

    def log_in(self) -> None:
        self.client.post("/login/", {"username": self.username, "password": self.password})
        session = self.client.session  # a code from the phone, where one is asked for
        session["second_factor"] = True
        session.save()
        user = get_user_model().objects.get(username=self.username)
        appointment = user.appointments.get(role=self.role)
        done = self.client.post("/acting/", {"appointment": appointment.pk})
        assert done.status_code == 302, f"{self.name}: {done.status_code}"

    def walk(self) -> None:
        """Every page that a chain of links leads to, and the calendar's subscription."""
        queue, asked = list(FIRST), Counter()
        for url in queue:  # grows while it is read
            if url in self.seen:
                continue
            shape = shape_of(url)
            asked[shape] += 1
            if asked[shape] <= MOST or not LIMITED.search(shape):
                queue += self.visit(url)
        left_out = sum(n - MOST for shape, n in asked.items() if LIMITED.search(shape) and n > MOST)
        print(f"{self.name}: {left_out} 个同样的没有访问 more of the same left out", flush=True)
        if feed := FEEDS.search(self.client.post(FEED).content.decode()):
            self.visit(feed[0], told="/plans/calendar/<token>.ics")

    def try_doors(self, found: list[str]) -> None:
        """Some addresses of each shape that this visitor was not shown."""
        tried = Counter()
        for url in found:
            shape = shape_of(urlsplit(url).path)
            if url not in self.seen and tried[shape] < FOREIGN:
                tried[shape] += 1
                self.visit(url)

    def visit(self, url: str, told: str = "") -> list[str]:
        """Write down what an address answers; the addresses it leads to."""
        told = told or url
        self.seen.add(told)
        response = self.client.get(url)
        body = b"".join(response) if response.streaming else response.content
        queries = len(connection.queries_log)
        kind = response.headers.get("Content-Type", "").split(";")[0]
        to = response.headers.get("Location", "")
        path = re.sub(r"[^\w.-]+", "_", told).strip("_")[:80]
        file = self.folder / f"{path}.{sha256(told.encode()).hexdigest()[:8]}.txt"
        file.write_text(f"{to}\n{written(kind, body)}")
        self.rows.append(
            (self.name, told, str(response.status_code), kind, str(queries), str(file.name))
        )
        if to:
            return [urljoin(url, to)]
        return links(url, body) if kind == "text/html" and body else []


def shape_of(url: str) -> str:
    """The address without its numbers, and what it asks without the answers."""
    parts = urlsplit(url)
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return re.sub(r"\d+", "#", parts.path) + ("?" + "&".join(names) if names else "")


def links(url: str, body: bytes) -> list[str]:
    """Where a page leads on this site: links, pictures, forms to fill in with what they show."""
    page = html.fromstring(body)
    leads = [*page.xpath("//a/@href | //img/@src | //form[@method='post']/@action")]
    for form in page.forms:
        if form.method == "GET":
            leads.append(f"{form.action or ''}?{urlencode(form.form_values())}")
    absolute = [urlsplit(urljoin(f"http://localhost{url}", lead)) for lead in leads]
    return [
        one._replace(scheme="", netloc="", fragment="").geturl()
        for one in absolute
        if one.scheme == "http" and one.netloc == "localhost"
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
