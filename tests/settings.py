"""The product's settings on a machine of our own, so that no result depends on another's.

`manage.py test` takes these. The servers that the stories start are the product's own.
"""

import os

from cppcc.settings import *  # noqa: F403
from cppcc.settings import BASE_DIR

# For this process and all its children: a browser, an engine that reads what it is told.
os.environ["FONTCONFIG_FILE"] = str(BASE_DIR / "tests" / "data" / "fonts.conf")

TEST_RUNNER = "tests.runner.Runner"
