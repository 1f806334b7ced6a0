"""The life of the embedded PostgreSQL: who starts it, who shares it, and what stops it."""

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

from django.test import SimpleTestCase

from cppcc import CHECKOUT
from cppcc.embedded import EmbeddedServer
from tests.cppcc.test_database import only

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
