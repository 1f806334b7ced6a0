"""Which PostgreSQL the product talks to, and the life of the embedded one."""

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

import psycopg2
from django.db import connection
from django.test import SimpleTestCase, TestCase
from psycopg2.extensions import make_dsn

from cppcc.database import (
    CHECKOUT,
    DatabaseSetupError,
    EmbeddedServer,
    app_privileges_sql,
    app_role,
    connection_parameters,
    database,
    explain,
    quoted,
    require_reachable,
)

APP_URL = "postgresql://app:s%40cret@db.example:6432/cppcc?sslmode=require"
OWNER_URL = "postgresql:///cppcc?host=/run/postgresql&user=owner"
# A process that uses the server, says so, and ends when its standard input does.
USER = """
import sys
from cppcc.database import connection_parameters
print(connection_parameters("app")["host"], flush=True)
sys.stdin.read()
"""

# One that prints why the server could not be started.
COMPLAINER = """
import sys
from cppcc.database import DatabaseSetupError, database
try:
    database()
except DatabaseSetupError as error:
    sys.exit(str(error))
"""


def only(**variables):
    """The environment without this machine's own database variables, plus `variables`."""
    ours = {"DATABASE_URL", "DATABASE_OWNER_URL", "CPPCC_EMBEDDED_DIR"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return mock.patch.dict(os.environ, kept | variables, clear=True)


class UrlTests(SimpleTestCase):
    def test_each_role_has_its_url_and_a_test_database_of_this_process(self):
        with only(DATABASE_URL=APP_URL, DATABASE_OWNER_URL=OWNER_URL):
            app, owner = database("app"), database("owner")

        self.assertEqual(
            app,
            {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": "cppcc",
                "USER": "app",
                "PASSWORD": "s@cret",
                "HOST": "db.example",
                "PORT": "6432",
                "ATOMIC_REQUESTS": True,
                "CONN_MAX_AGE": 60,
                "CONN_HEALTH_CHECKS": True,
                "OPTIONS": {"connect_timeout": 5, "sslmode": "require"},
                "TEST": {"NAME": f"test_cppcc_{os.getpid()}"},
            },
        )
        self.assertEqual((owner["USER"], owner["HOST"]), ("owner", "/run/postgresql"))

    def test_without_an_owner_url_the_owner_is_the_app(self):
        with only(DATABASE_URL=APP_URL):
            self.assertEqual(database("owner")["USER"], "app")

    def test_an_owner_url_alone_is_refused(self):
        with only(DATABASE_OWNER_URL=OWNER_URL), self.assertRaises(DatabaseSetupError):
            database("owner")

    def test_a_bad_url_is_named_without_its_password(self):
        for url in ("postgresql://app:s%cret@db.example/cppcc", "postgresql://app@db"):
            with self.subTest(url), only(DATABASE_URL=url):
                with self.assertRaises(DatabaseSetupError) as caught:
                    database()

                self.assertIn("DATABASE_URL", str(caught.exception))
                self.assertNotIn("cret", str(caught.exception))

    def test_a_server_that_is_not_there_is_explained_in_one_line(self):
        with self.assertRaises(psycopg2.OperationalError) as caught:
            psycopg2.connect("host=/nowhere dbname=cppcc")

        self.assertEqual(
            explain(caught.exception),
            "连接不上数据库，请确认它正在运行，并核对 DATABASE_URL。 / "
            "Cannot reach the database: check that it runs, and DATABASE_URL.",
        )

    def test_the_scripts_stop_in_one_line_where_the_server_is_not_there(self):
        with only(DATABASE_URL="postgresql://app:secret@127.0.0.1:1/cppcc"):
            done = subprocess.run(
                [sys.executable, "-m", "cppcc.database"],
                cwd=CHECKOUT,
                capture_output=True,
                text=True,
            )

        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertRegex(done.stderr, r"\A连接不上数据库.*\n\Z")

    def test_a_server_too_old_is_refused(self):
        url = make_dsn(**connection_parameters("owner"))
        with only(DATABASE_URL=url), mock.patch("cppcc.database.OLDEST_VERSION", 990000):
            with self.assertRaisesMessage(DatabaseSetupError, "PostgreSQL 15"):
                require_reachable("app")

    def test_an_error_nobody_foresaw_is_still_one_line(self):
        self.assertEqual(
            explain(psycopg2.OperationalError("first\n  second")),
            "数据库连接出错：first second / The database connection failed.",
        )


class PrivilegesTests(TestCase):
    def setUp(self):
        self.app = app_role()
        if self.app == connection.settings_dict["USER"]:
            self.skipTest("DATABASE_OWNER_URL is not set: one role is both owner and application")

    def run_as_app(self, statement):
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {quoted(self.app)}")
            cursor.execute(statement)
            return cursor.fetchall()

    def test_the_app_is_neither_superuser_nor_maker_of_databases_or_roles(self):
        row = self.run_as_app(
            "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication "
            "FROM pg_roles WHERE rolname = current_user"
        )

        self.assertEqual(row, [(False,) * 5])

    def test_the_app_has_its_time_limits(self):
        row = self.run_as_app(
            "SELECT setconfig FROM pg_db_role_setting JOIN pg_roles ON pg_roles.oid = setrole "
            "WHERE rolname = current_user AND setdatabase = 0"
        )

        self.assertEqual(
            [sorted(settings) for (settings,) in row],
            [
                [
                    "idle_in_transaction_session_timeout=30s",
                    "lock_timeout=5s",
                    "statement_timeout=15s",
                ]
            ],
        )

    def test_the_app_works_on_rows_of_a_new_table_and_on_nothing_else(self):
        with connection.cursor() as cursor:
            cursor.execute(app_privileges_sql(self.app))
            cursor.execute("CREATE TABLE made_later (id serial PRIMARY KEY)")

        held = self.run_as_app(
            "SELECT privilege FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', "
            "'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege "
            "WHERE has_table_privilege('made_later', privilege)"
        )
        made = self.run_as_app("INSERT INTO made_later DEFAULT VALUES RETURNING id")

        self.assertEqual([name for (name,) in held], ["SELECT", "INSERT", "UPDATE", "DELETE"])
        self.assertEqual(made, [(1,)])


class EmbeddedTests(SimpleTestCase):
    """Real servers in a folder of their own, used by real processes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.parent = Path(tempfile.mkdtemp(prefix="embedded-"))
        cls.parent.chmod(0o711)
        cls.addClassCleanup(shutil.rmtree, cls.parent, ignore_errors=True)

    def setUp(self):
        self.home = self.parent / str(len(list(self.parent.iterdir())))
        self.processes = []
        self.addCleanup(self.end_all)

    def end_all(self):
        for process in self.processes:
            process.kill()
            process.communicate()
        self.wait_until_stopped()

    def start_user(self, program=USER, home=None):
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=CHECKOUT,
            env=self.environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processes.append(process)
        return process

    def environment(self, home=None):
        with only(CPPCC_EMBEDDED_DIR=str(home or self.home)):
            return dict(os.environ)

    def is_running(self):
        with only():
            return EmbeddedServer(self.home).is_running()

    def wait_until_stopped(self):
        deadline = time.monotonic() + 20
        while self.is_running() or (self.home / "pgdata" / "postmaster.pid").exists():
            self.assertLess(time.monotonic(), deadline, "the server still runs")
            time.sleep(0.05)

    def test_two_starters_share_one_server_and_the_last_stops_it(self):
        first, second = self.start_user(), self.start_user()
        hosts = {first.stdout.readline().strip(), second.stdout.readline().strip()}

        notices = first.communicate()[1] + self.stays_up_for(second)

        self.assertEqual(hosts, {str(self.home / "socket")})
        self.assertEqual(notices.count("仅供试用"), 1)
        self.wait_until_stopped()

    def stays_up_for(self, process):
        self.assertTrue(self.is_running())
        return process.communicate()[1]

    def test_the_server_of_a_killed_process_is_stopped_too(self):
        process = self.start_user()
        process.stdout.readline()

        process.send_signal(signal.SIGKILL)
        process.wait()

        self.wait_until_stopped()

    def test_the_next_process_replaces_a_watcher_that_was_killed(self):
        first = self.start_user()
        first.stdout.readline()
        (watcher,) = self.watchers()
        os.kill(watcher, signal.SIGKILL)
        second = self.start_user()
        second.stdout.readline()

        first.communicate()
        self.stays_up_for(second)

        self.wait_until_stopped()

    def watchers(self):
        """The processes that would stop this server: they name its data, but are not it."""
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                words = path.read_bytes().decode().split("\0")
                if "stop" in words and str(self.home / "pgdata") in words:
                    found.append(int(path.parent.name))
        return found

    def test_a_killed_or_ended_fork_stops_nothing(self):
        parent = self.start_user(
            "import os, signal, sys\n"
            "from cppcc.database import database\n"
            "database()\n"
            "for end in (lambda: sys.exit(), lambda: os.kill(os.getpid(), signal.SIGKILL)):\n"
            "    child = os.fork()\n"
            "    if not child:\n"
            "        database()\n"
            "        end()\n"
            "    os.waitpid(child, 0)\n"
            "print('ended', flush=True)\n"
            "sys.stdin.read()\n"
        )
        self.assertEqual(parent.stdout.readline(), "ended\n")
        time.sleep(0.5)  # long enough for a stop to show

        self.stays_up_for(parent)

        self.wait_until_stopped()

    def test_data_and_socket_are_private_and_no_other_folder_changes(self):
        self.parent.chmod(0o711)
        package = Path(sys.prefix)
        before = {path: path.stat().st_mode for path in (*self.home.parents, *package.parents)}

        self.start_user().stdout.readline()

        after = {path: path.stat().st_mode for path in before}
        self.assertEqual(after, before)
        modes = {
            name: stat.S_IMODE((self.home / name).stat().st_mode)
            for name in ("pgdata", "socket", "users.lock", "start.lock")
        }
        self.assertEqual(
            modes, {"pgdata": 0o700, "socket": 0o700, "users.lock": 0o600, "start.lock": 0o600}
        )

    def test_a_path_too_long_for_a_socket_gets_a_private_folder_elsewhere(self):
        server = EmbeddedServer(Path("/tmp") / ("long" * 30))

        folder = server.socket_folder

        self.assertEqual(folder.parent, Path(tempfile.gettempdir()))
        self.assertLessEqual(len(str(folder)), 60)

    def test_a_server_that_does_not_start_says_why_in_one_line(self):
        self.start_user().communicate()
        self.wait_until_stopped()
        with (self.home / "pgdata" / "postgresql.conf").open("a") as file:
            file.write("nonsense = on\n")

        process = self.start_user(COMPLAINER)
        *_notice, said = process.communicate()[1].splitlines()

        self.assertEqual(process.returncode, 1)
        self.assertRegex(said, r"无法启动内置 PostgreSQL.*postgresql\.conf.* contains errors")

    @unittest.skipUnless(os.geteuid() == 0, "a folder nobody but root may enter needs root")
    def test_a_folder_the_server_cannot_reach_is_one_line_and_stays_closed(self):
        closed = self.parent / "closed"
        closed.mkdir(mode=0o700)

        process = self.start_user(COMPLAINER, home=closed / "home")
        said = process.communicate()[1]

        self.assertEqual(process.returncode, 1)
        self.assertEqual(said.count("\n"), 1)
        self.assertIn("无法启动内置 PostgreSQL", said)
        self.assertEqual(stat.S_IMODE(closed.stat().st_mode), 0o700)
