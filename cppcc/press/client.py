"""The way to the service: found, or started, and asked for a paper.

How the processes share it: each holds a shared lock on one file for as long as it lives, as users
of the embedded database do. The service gets the exclusive lock when the last of them is
gone, and ends holding it, so that whoever starts meanwhile waits. The starter binds the socket
itself: whoever connects then waits for the children to warm up, and nobody has to ask again.
"""

import contextlib
import json
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from cppcc import CHECKOUT
from cppcc.locks import alone, hold, make_folder, make_private_folder, socket_folder
from cppcc.press import cache, wire
from cppcc.press.edition import edition
from cppcc.press.errors import (
    MissingGlyphError,
    PaperError,
    PaperTooLargeError,
    PressBusyError,
    PressDownError,
    RefusedPartError,
)
from cppcc.press.fonts import CONFIG, FONTS, forget_scans, require_setup
from cppcc.press.limits import MEGABYTE, Limits

# All that the service and its children see of ours: no password, no key, our fonts alone.
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "CPPCC_FONTS": str(FONTS),
    "FONTCONFIG_FILE": str(CONFIG),
}
TRIES = 2  # a killed service or child costs no paper
BACKLOG = 64
LONGEST_PDF = 512 * MEGABYTE
NOT_THERE = (FileNotFoundError, ConnectionRefusedError)
log = logging.getLogger(__name__)
_started: list[int] = []  # processes to reap, should they end before us


def press(html: str, photos: Sequence[bytes] = ()) -> bytes:
    """The PDF of a page of HTML, whose pictures are `<img src="photo:0">` and so on.

    The same bytes for the same value: from the cache, or made by the service. Raises PaperError
    for a paper that is not printed, PaperSetupError where the machine cannot print any.
    """
    service, kept = PressService.of_checkout(), cache.Cache.of_checkout()
    service.limits.check(html, photos)
    key = cache.key(service.edition, html, photos)
    pdf = kept.get(key)
    if pdf is None:
        pdf = service.make(html, photos)
        kept.put(key, pdf)
    return pdf


@dataclass(frozen=True)
class PressService:
    """The service of one edition, as its users see it: socket and locks in the folder `home`."""

    home: Path
    limits: Limits
    edition: str

    @classmethod
    def of_checkout(cls) -> "PressService":
        home = Path(os.environ.get("CPPCC_PRESS_DIR") or CHECKOUT / "var" / "press").absolute()
        now = edition()
        return cls(socket_folder(home, _socket_name(now)), Limits.of_environment(), now)

    @property
    def socket_path(self) -> Path:
        return self.home / _socket_name(self.edition)

    def make(self, html: str, photos: Sequence[bytes] = ()) -> bytes:
        """The PDF, made by the service and not looked up."""
        self.limits.check(html, photos)
        for _ in range(TRIES):
            try:
                with self._connection() as connection:
                    wire.send(connection, {}, html.encode(), *photos)
                    head, parts = wire.receive(connection, LONGEST_PDF)
            except TimeoutError as error:
                raise PressBusyError from error
            except OSError as error:
                log.error("The rendering service in %s failed: %s", self.home, error)
                continue
            if head["status"] == "printed":
                return parts[0]
            if head["status"] != "died":
                raise self._refusal(head)
            log.error("A child of the rendering service died, see %s/log", self.home)
        raise PressDownError

    def start(self) -> None:
        """Hold the service, started if need be, until this process and its forks have ended."""
        try:
            self._connection().close()
        except OSError as error:
            log.error("The rendering service in %s does not start: %s", self.home, error)
            raise PressDownError from error

    def _refusal(self, head: dict) -> PaperError:
        match head["status"]:
            case "missing":
                return MissingGlyphError(head["characters"])
            case "refused":
                return RefusedPartError(head["part"])
            case "late":
                return PaperTooLargeError(f"排版超过了{self.limits.seconds}秒")
            case "heavy":
                return PaperTooLargeError(f"排版所需的内存超过{self.limits.megabytes}兆字节")
        raise ValueError(head)

    def _connection(self) -> socket.socket:
        make_folder(self.home.parent, 0o711)
        make_private_folder(self.home)
        hold(self._users_lock)  # a service that ends is waited for
        with contextlib.suppress(*NOT_THERE):
            return self._dial()
        with alone(self.home / "start.lock"):
            with contextlib.suppress(*NOT_THERE):
                return self._dial()  # another process was faster
            self._launch()
            return self._dial()

    @property
    def _users_lock(self) -> Path:
        return self.home / "users.lock"

    def _dial(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.settimeout(self.limits.wait)
            connection.connect(os.fsencode(self.socket_path))
        except OSError:
            connection.close()
            raise
        return connection

    def _launch(self) -> None:
        """Start the service on a new socket; nobody but the holder of the start lock may."""
        require_setup()
        forget_scans()
        self.socket_path.unlink(missing_ok=True)  # left by a service that was killed
        _started[:] = filter(_is_running, _started)
        given = [self.socket_path, self._users_lock, self.edition, json.dumps(asdict(self.limits))]
        with socket.socket(socket.AF_UNIX) as listener, open(self.home / "log", "ab") as said:
            listener.bind(os.fsencode(self.socket_path))
            listener.listen(BACKLOG)
            process = subprocess.Popen(
                [sys.executable, "-m", "cppcc.press.server", *map(str, given)],
                stdin=listener.fileno(),
                stdout=said,
                stderr=said,
                cwd=CHECKOUT,
                env=ENVIRONMENT,
                start_new_session=True,  # Ctrl-C at the terminal is not for the service
            )
        _started.append(process.pid)
        process.returncode = 0  # it may outlive this process: nobody waits for it


def _socket_name(edition: str) -> str:
    return f"{edition[:12]}.socket"


def _is_running(process: int) -> bool:
    """Whether a process we started still runs; one that has ended is reaped."""
    try:
        return os.waitpid(process, os.WNOHANG) == (0, 0)
    except ChildProcessError:  # somebody else has reaped it
        return False
