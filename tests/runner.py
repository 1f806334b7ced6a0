"""How the suite runs: in as many processes as there are cores, on copies of a database that was
migrated once.

The migrated database stays on the server as a template, under the hash of what made it; the next
run, and each planted fault, copies it in a fraction of a second instead of migrating anew.
"""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connections
from django.db.backends.postgresql.creation import DatabaseCreation
from django.test.runner import DiscoverRunner, ParallelTestSuite

KEPT = 4  # templates: of the branches and planted faults that one goes to and fro between
LOCK = 7_218_354  # of PostgreSQL: one run makes the template, the others wait for it


class Runner(DiscoverRunner):
    @classmethod
    def add_arguments(cls, parser):
        super().add_arguments(parser)
        parser.set_defaults(parallel="auto")

    def __init__(self, *, parallel=0, pdb=False, **options):
        super().__init__(parallel=0 if pdb else parallel, pdb=pdb, **options)

    def build_suite(self, *args, **options):
        """Stories and papers are long: they go first, so that no core waits at the end."""
        suite = super().build_suite(*args, **options)
        if isinstance(suite, ParallelTestSuite):
            suite.subsuites.reverse()
        return suite

    def setup_databases(self, **options):
        connection = connections["default"]
        connection.creation = FromTemplate(connection)
        return super().setup_databases(**options)


class FromTemplate(DatabaseCreation):
    """Makes the test database as a copy of the template, which it makes first where need be."""

    def create_test_db(self, verbosity=1, autoclobber=False, serialize=False, keepdb=False):
        given, name = self.connection.settings_dict, self._get_test_db_name()
        given["TEST"]["TEMPLATE"] = self._template(verbosity)
        self._create_test_db(verbosity, autoclobber, keepdb)
        self.connection.close()
        given["NAME"] = settings.DATABASES[self.connection.alias]["NAME"] = name
        return name

    def _template(self, verbosity: int) -> str:
        prefix = f"template_{self.connection.settings_dict['NAME']}_"
        name = prefix + what_migrations_make()
        with self._nodb_cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # until the connection closes
            if not self._database_exists(cursor, name):
                self._migrate(cursor, name, verbosity)
                self._drop_stale(cursor, prefix)
        return name

    def _migrate(self, cursor, name: str, verbosity: int) -> None:
        """Make the template; it has its name when it is whole."""
        tests, unfinished = self.connection.settings_dict["TEST"], f"unfinished_{name}"
        cursor.execute(f'DROP DATABASE IF EXISTS "{unfinished}" WITH (FORCE)')
        own, tests["NAME"] = tests["NAME"], unfinished
        super().create_test_db(verbosity, autoclobber=True, serialize=False)
        tests["NAME"] = own
        self.connection.close()
        cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')

    def _drop_stale(self, cursor, prefix: str) -> None:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) "
            "ORDER BY oid DESC OFFSET %s",
            [prefix, KEPT],
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP DATABASE "{name}"')


def what_migrations_make() -> str:
    """A hash of all that migrations run, and of the role that they let in."""
    words = hashlib.sha256(f"{django.get_version()} {settings.DATABASE_APP_ROLE}".encode())
    for name, content in sorted((path.name, content) for path, content in run_by_migrations()):
        words.update(name.encode() + hashlib.sha256(content).digest())
    return words.hexdigest()[:16]


def run_by_migrations() -> list[tuple[Path, bytes]]:
    """All migrations, Django's included, and the modules of ours that they call, with theirs."""
    waiting = [
        path
        for config in apps.get_app_configs()
        for path in Path(config.path, "migrations").glob("*.py")
    ]
    contents = {}
    while waiting:
        path = waiting.pop()
        if path not in contents:
            contents[path] = path.read_bytes()
            waiting += imported_of_ours(contents[path])
    return list(contents.items())


def imported_of_ours(source: bytes) -> Iterator[Path]:
    """The files of this checkout that a module imports."""
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            stem = settings.BASE_DIR / name.replace(".", "/")
            yield from filter(Path.exists, (stem.with_suffix(".py"), stem / "__init__.py"))
