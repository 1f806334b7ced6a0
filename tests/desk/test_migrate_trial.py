"""The trial database follows migrations that were rewritten; a named one is left alone."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

import psycopg2
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import SimpleTestCase, TestCase

from cppcc import CHECKOUT
from cppcc.database import ROLES, connection_parameters
from cppcc.embedded import EmbeddedServer
from desk.management.commands.migrate_trial import is_rewritten, make_anew, remember, remembered

IS_NAMED = bool(os.environ.get("DATABASE_URL"))
URL = "postgresql://app:secret@127.0.0.1:1/cppcc"

# script/demo twice, on a database that looks like one of before.
TRIALS = """
import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None

django.setup()
MigrationRecorder(connection).record_applied("members", "0099_since_rewritten")
execute("CREATE TABLE made_before ()")
call_command("migrate_trial")
print(execute("SELECT to_regclass('made_before')::text"))
execute("CREATE TABLE made_since ()")
call_command("migrate_trial")
print(execute("SELECT to_regclass('made_since')::text"))
"""


def apply_what_is_gone() -> None:
    MigrationRecorder(connection).record_applied("members", "0099_since_rewritten")


class RewrittenTests(TestCase):
    def test_a_database_made_by_these_files_is_kept(self):
        remember()

        self.assertIs(is_rewritten(), False)

    def test_one_made_before_anything_was_remembered_is_not(self):
        self.assertIs(is_rewritten(), True)

    def test_one_made_by_other_files_of_the_same_names_is_not(self):
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        with connection.cursor() as cursor:
            cursor.execute(f"COMMENT ON DATABASE {name} IS %s", ["0" * 64])

        self.assertIs(is_rewritten(), True)

    def test_one_made_by_a_migration_that_is_gone_is_not(self):
        remember()
        apply_what_is_gone()

        self.assertIs(is_rewritten(), True)


class NamedTests(TestCase):
    def migrate(self) -> None:
        with mock.patch.dict(os.environ, {"DATABASE_URL": URL}):
            call_command("migrate_trial")

    def test_a_named_database_made_by_other_migrations_is_refused_and_left_alone(self):
        apply_what_is_gone()
        before = MigrationRecorder(connection).applied_migrations()

        with self.assertRaisesMessage(CommandError, "请换一个空数据库"):
            self.migrate()

        self.assertEqual(MigrationRecorder(connection).applied_migrations(), before)

    def test_a_named_database_gets_no_comment(self):
        self.migrate()

        self.assertEqual(remembered(), "")


@unittest.skipIf(IS_NAMED, "a named server's databases are somebody's")
class MakeAnewTests(SimpleTestCase):
    def setUp(self):
        self.name = f"test_anew_{os.getpid()}"
        self.execute(f"CREATE DATABASE {self.name}", database="postgres")
        self.addCleanup(self.execute, f"DROP DATABASE {self.name}", database="postgres")
        self.execute("CREATE TABLE members_county (id int)", database=self.name)

    @contextlib.contextmanager
    def session(self, database, role="owner"):
        parameters = connection_parameters(role) | {"dbname": database}
        with contextlib.closing(psycopg2.connect(**parameters)) as session:
            session.autocommit = True
            yield session

    def execute(self, statement, **where):
        with self.session(**where) as session, session.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else None

    def test_what_is_made_anew_is_empty_and_open_to_the_application(self):
        make_anew(self.name)

        (row,) = self.execute(
            "SELECT current_user, to_regclass('members_county')", database=self.name, role="app"
        )
        self.assertEqual(row, (ROLES["app"], None))

    def test_a_database_that_somebody_uses_stays(self):
        with self.session(self.name), self.assertRaisesMessage(CommandError, "请先停止演示"):
            make_anew(self.name)

        ((table,),) = self.execute("SELECT to_regclass('members_county')::text", database=self.name)
        self.assertEqual(table, "members_county")


class CommandTests(SimpleTestCase):
    """The command as script/demo runs it, on a server of its own."""

    def setUp(self):
        folder = Path(tempfile.mkdtemp(prefix="trial-"))
        folder.chmod(0o711)
        self.server = EmbeddedServer(folder / "database")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.addCleanup(self.wait_until_stopped)

    def wait_until_stopped(self):
        deadline = time.monotonic() + 20
        while (self.server.data / "postmaster.pid").exists():
            self.assertLess(time.monotonic(), deadline, "the server still runs")
            time.sleep(0.05)

    def run_python(self, program):
        kept = {name: text for name, text in os.environ.items() if name != "DATABASE_URL"}
        return subprocess.run(
            [sys.executable, "-c", program],
            cwd=CHECKOUT,
            env=kept
            | {
                "CPPCC_EMBEDDED_DIR": str(self.server.home),
                "CPPCC_DATABASE_ROLE": "owner",
                "CPPCC_HTTPS": "0",
                "DJANGO_SETTINGS_MODULE": "cppcc.settings",
            },
            capture_output=True,
            text=True,
            check=True,
        )

    def test_a_database_of_before_is_made_anew_and_one_of_today_kept(self):
        done = self.run_python(TRIALS)

        self.assertEqual(done.stdout.split(), ["None", "made_since"])
        self.assertEqual(done.stderr.count("现重新建立"), 1)
