"""Which PostgreSQL the product talks to, and as whom."""

import os
import subprocess
import sys
from unittest import mock

import psycopg2
from django.db import connection
from django.test import SimpleTestCase, TestCase
from psycopg2.extensions import make_dsn

from cppcc import CHECKOUT
from cppcc.database import (
    DatabaseSetupError,
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
