"""The product's settings on a machine of our own, so that no result depends on another's.

`manage.py test` takes these; whatever a test starts takes the product's own.
"""

import os

from cppcc.settings import *  # noqa: F403
from cppcc.settings import BASE_DIR, INSTALLED_APPS, MIDDLEWARE

os.environ["DJANGO_SETTINGS_MODULE"] = "cppcc.settings"  # of the children: ours are read

# For this process and all its children: a browser, an engine that reads what it is told.
os.environ["FONTCONFIG_FILE"] = str(BASE_DIR / "tests" / "data" / "fonts.conf")

TEST_RUNNER = "tests.runner.Runner"

# A request that loads what belongs to each row of a list one row at a time (N+1) is an error.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_ALLOWLIST = [
    # Of the person at the door and of the one who is meant: a login that fails asks for both, so
    # that a name that is known takes no longer (accounts/authentication.py).
    {"model": "accounts.User", "field": "appointments"},
    # Whoever invites all members locks them and their logins one after the other, each with what is
    # written of it.
    {"model": "members.Member", "field": "get()"},
    {"model": "accounts.User", "field": "get()"},
]
