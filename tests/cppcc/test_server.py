"""What script/server serves: a production by its environment, else the demonstration, else nothing.

Each is told apart by what it refuses first, so that no server has to run.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from django.test import SimpleTestCase

from cppcc import CHECKOUT

NO_KEY = "请设置环境变量 CPPCC_SECRET_KEY"
NOT_BEYOND_LOOPBACK = "CPPCC_HTTPS=0 只能用于本机地址"
BEYOND_LOOPBACK = "203.0.113.1:8000"


class ServerTests(SimpleTestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="server-"))
        self.addCleanup(shutil.rmtree, self.root)
        shutil.copytree(CHECKOUT / "script", self.root / "script")
        (self.root / "cppcc").symlink_to(CHECKOUT / "cppcc")
        (self.root / "var" / "demo").mkdir(parents=True)
        (self.root / "var" / "venv").symlink_to(sys.prefix)

    def demonstrate(self):
        (self.root / "var" / "demo" / "accounts.json").write_text("[]")

    def refusal(self, **variables):
        """What script/server says when it is asked to serve the world."""
        ours = ("CPPCC_", "DATABASE_")
        kept = {name: text for name, text in os.environ.items() if not name.startswith(ours)}
        done = subprocess.run(
            [self.root / "script" / "server"],
            env=kept | {"CPPCC_BIND": BEYOND_LOOPBACK} | variables,
            capture_output=True,
            text=True,
        )
        self.assertNotEqual(done.returncode, 0)
        return done.stderr

    def test_with_nothing_set_and_no_demonstration_it_asks_for_a_key(self):
        self.assertIn(NO_KEY, self.refusal())

    def test_the_demonstration_is_served_and_on_loopback_only(self):
        self.demonstrate()

        said = self.refusal()

        self.assertIn("演示", said)
        self.assertIn(NOT_BEYOND_LOOPBACK, said)

    def test_one_setting_of_a_production_is_enough_to_serve_no_demonstration(self):
        self.demonstrate()
        url = "postgresql://app:secret@127.0.0.1:1/cppcc"

        for setting in ({"DATABASE_URL": url}, {"CPPCC_ALLOWED_HOSTS": "a.example"}):
            with self.subTest(setting):
                self.assertIn(NO_KEY, self.refusal(**setting))

    def test_a_production_keeps_tls_where_a_demonstration_lies_beside_it(self):
        self.demonstrate()

        said = self.refusal(CPPCC_SECRET_KEY="secret", DATABASE_URL="not a URL")

        self.assertIn("环境变量 DATABASE_URL 不是有效的 PostgreSQL 地址", said)
        self.assertNotIn("演示", said)
