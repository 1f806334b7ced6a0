#!/usr/bin/env python3
"""Django's command line. Commands that make tables run as the database's owner role."""

import os
import sys

OWNER_COMMANDS = {
    *("migrate", "migrate_trial", "makemigrations", "sqlmigrate", "showmigrations", "test")
}


def main() -> None:
    settings = "tests.settings" if sys.argv[1:2] == ["test"] else "cppcc.settings"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    if OWNER_COMMANDS & set(sys.argv[1:2]):
        os.environ.setdefault("CPPCC_DATABASE_ROLE", "owner")

    try:
        from django.core.exceptions import ImproperlyConfigured  # after the environment is set
        from django.core.management import execute_from_command_line
        from django.db import OperationalError
    except ImportError:
        sys.exit(
            "尚未安装，请先运行 script/demo，再用 var/venv/bin/python manage.py。 / "
            "Not installed yet: run script/demo, then use var/venv/bin/python manage.py."
        )

    from cppcc.database import DatabaseSetupError, explain
    from cppcc.press.errors import PaperSetupError

    try:
        execute_from_command_line(sys.argv)
    except (DatabaseSetupError, PaperSetupError, ImproperlyConfigured) as error:
        sys.exit(str(error))
    except OperationalError as error:
        if error.__cause__ is None or getattr(error.__cause__, "pgcode", None):
            raise  # the server did answer: the fault is ours
        sys.exit(explain(error))


if __name__ == "__main__":
    main()
