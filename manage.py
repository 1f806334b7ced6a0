#!/usr/bin/env python3
"""Django's command line. Commands that make tables run as the database's owner role."""

import os
import sys

OWNER_COMMANDS = {"migrate", "makemigrations", "test", "sqlmigrate", "showmigrations"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cppcc.settings")
    if OWNER_COMMANDS & set(sys.argv[1:2]):
        os.environ.setdefault("CPPCC_DATABASE_ROLE", "owner")

    from django.core.management import execute_from_command_line  # after the environment is set
    from django.db import OperationalError

    from cppcc.database import DatabaseSetupError, explain

    try:
        execute_from_command_line(sys.argv)
    except DatabaseSetupError as error:
        sys.exit(str(error))
    except OperationalError as error:
        if error.__cause__ is None or getattr(error.__cause__, "pgcode", None):
            raise
        sys.exit(explain(error))


if __name__ == "__main__":
    main()
