"""A story in a real browser: Chromium against a real server process on a database of its own.

The database is cloned from the test database and dropped afterwards, so that the audit trail's
trigger stays on. Records are made before the browser starts: Playwright's loop and Django's ORM
do not share a thread.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import unittest
import urllib.request
from pathlib import Path

import psycopg2
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, Page, expect, sync_playwright
from psycopg2.extensions import make_dsn

from cppcc.database import connection_parameters

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "var" / "pictures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",  # a container has little of it
    "--no-sandbox",  # which root and most containers cannot have; the pages are our own
]

expect.set_options(timeout=15_000)


def _maintenance(statement: str) -> None:
    """Run a statement that needs no transaction, on the server but outside the test database."""
    given = {**connection.get_connection_params(), "dbname": "postgres"}
    names = ("dbname", "user", "password", "host", "port")
    plain = psycopg2.connect(**{name: given[name] for name in names if given.get(name)})
    plain.autocommit = True
    try:
        with plain.cursor() as cursor:
            cursor.execute(statement)
    finally:
        plain.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Story(unittest.TestCase):
    """Base of stories; a subclass makes its records in `set_scene()` and names its day."""

    databases = frozenset({"default"})  # so that the runner makes the database we clone
    today = "2004-12-16"

    @classmethod
    def set_scene(cls) -> None:
        """Make the records that the story starts from."""

    @classmethod
    def setUpClass(cls):
        if CHROMIUM is None:
            raise RuntimeError("需要 chromium，请运行 script/test。 / Chromium is missing.")
        cls._use_own_database()
        cls.set_scene()
        connection.close()
        cls.port = _free_port()
        cls.address = f"http://127.0.0.1:{cls.port}"
        cls.addClassCleanup(cls._stop_server)
        cls._start_server()
        playwright = sync_playwright().start()
        cls.addClassCleanup(playwright.stop)
        cls.browser: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        cls.addClassCleanup(cls.browser.close)

    @classmethod
    def _use_own_database(cls):
        template = connection.settings_dict["NAME"]
        own = f"{template}_{cls.__name__.lower()}"
        connection.close()
        _maintenance(f'CREATE DATABASE "{own}" TEMPLATE "{template}"')
        connection.settings_dict["NAME"] = own

        def drop():
            connection.close()
            connection.settings_dict["NAME"] = template
            _maintenance(f'DROP DATABASE "{own}" WITH (FORCE)')

        cls.addClassCleanup(drop)

    @classmethod
    def on_day(cls, day: str) -> None:
        """Go on on another day: the server starts again by that clock, logins last."""
        cls._stop_server()
        cls.today = day
        cls._start_server()

    @classmethod
    def _stop_server(cls):
        cls.server.terminate()
        cls.server.wait()

    @classmethod
    def _start_server(cls):
        (ROOT / "var" / "log").mkdir(parents=True, exist_ok=True)
        log = (ROOT / "var" / "log" / f"e2e-{cls.__name__.lower()}.log").open("a")
        cls.server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "--config",
                "cppcc/gunicorn.py",
                "cppcc.wsgi",
            ],
            cwd=ROOT,
            env=os.environ
            | {
                "DATABASE_URL": cls._url(),
                "CPPCC_DATABASE_ROLE": "app",
                "CPPCC_NOW": cls.today,
                "CPPCC_BIND": f"127.0.0.1:{cls.port}",
                "CPPCC_HTTPS": "0",
            },
            stdout=log,
            stderr=log,
        )
        log.close()
        cls._wait_for(cls.server, log.name)

    @classmethod
    def _url(cls) -> str:
        """The application's role on this story's database."""
        own = {"dbname": connection.settings_dict["NAME"]}
        return make_dsn(**connection_parameters("app") | own)

    @classmethod
    def _wait_for(cls, server, log: str) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and server.poll() is None:
            try:
                urllib.request.urlopen(f"{cls.address}/login/", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"the server did not start: {Path(log).read_text()[-2000:]}")

    def visit_as(self, user: str, password: str, *, width: int = 1280) -> Page:
        """A fresh browser in which `user` has logged in."""
        context = self.browser.new_context(
            base_url=self.address, viewport={"width": width, "height": 900}, locale="zh-CN"
        )
        self.addCleanup(context.close)
        page = context.new_page()
        page.on("pageerror", lambda error: self.fail(f"script error: {error}"))
        page.goto("/login/")
        page.get_by_label("用户名").fill(user)
        page.get_by_label("密码").fill(password)
        page.get_by_role("button", name="登录").click()
        expect(page).not_to_have_url(re.compile("/login/"))
        return page

    def look(self, page: Page, name: str) -> None:
        """Keep a picture of the page for a person to judge."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    def download(self, page: Page, link: str) -> bytes:
        """The bytes behind a link of the page, fetched with the page's own cookies."""
        address = page.get_by_role("link", name=link).get_attribute("href")
        response = page.request.get(address)
        self.assertEqual(response.status, 200)
        return response.body()


assert settings.configured
