"""Migrate the database that script/demo shows, made anew where its migrations were rewritten.

Until release 1.0 the initial migrations of the apps are rewritten, also under the names they had.
What an embedded database was migrated by therefore stands in its comment, as one digest of those
files; new files beside them are migrated as ever. A database that DATABASE_URL names is somebody's:
it is never made anew, and gets no comment.
"""

import contextlib
import hashlib
import os
from inspect import getfile
from pathlib import Path

import psycopg2
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from cppcc.database import ROLES, connection_parameters, database_sql, quoted


class Command(BaseCommand):
    help = "演示用：迁移数据库；内置数据库若由改写前的迁移建成，先重新建立。"

    def handle(self, **options):
        if os.environ.get("DATABASE_URL"):
            if digest_of_applied() is None:
                raise CommandError(
                    "DATABASE_URL 指定的数据库由本程序没有的迁移建成，请换一个空数据库。 / The "
                    "database in DATABASE_URL was made by other migrations: name an empty one."
                )
            return call_command("migrate", verbosity=0)
        if is_rewritten():
            self.stderr.write(
                "演示数据库由改写前的程序建成，现重新建立。 / "
                "The trial database was made by migrations since rewritten: it is made anew."
            )
            connection.close()
            make_anew(connection.settings_dict["NAME"])
        call_command("migrate", verbosity=0)
        remember()


def is_rewritten() -> bool:
    """Whether other files than those of today made this database."""
    return digest_of_applied() != remembered()


def digest_of_applied() -> str | None:
    """One digest of the files of all migrations applied: "" where there are none, and None where
    one of them is not here any more."""
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    applied = sorted(MigrationRecorder(connection).applied_migrations())
    if not applied:
        return ""
    if not loader.disk_migrations.keys() >= set(applied):
        return None
    digest = hashlib.sha256()
    for key in applied:
        digest.update(Path(getfile(type(loader.disk_migrations[key]))).read_bytes())
    return digest.hexdigest()


def remembered() -> str:
    """The digest by which this database was migrated last; "" for a new one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '') "
            "FROM pg_database WHERE datname = current_database()"
        )
        return cursor.fetchone()[0]


def remember() -> None:
    name = quoted(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE {name} IS %s", [digest_of_applied()])


def make_anew(name: str) -> None:
    """Drop the embedded server's database of this name and create it empty; nobody may be in it."""
    elsewhere = connection_parameters("owner") | {"dbname": "postgres"}
    with contextlib.closing(psycopg2.connect(**elsewhere)) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            try:
                cursor.execute(f"DROP DATABASE {quoted(name)}")
            except psycopg2.errors.ObjectInUse as error:
                raise CommandError(
                    "演示数据库正在使用，请先停止演示。 / Stop the demonstration that runs first."
                ) from error
            for statement in database_sql(name, **ROLES):
                cursor.execute(statement)
