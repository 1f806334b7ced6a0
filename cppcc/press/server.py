"""The service: hands each client to an idle child, and replaces children that misbehave.

Started by `client`, with the listening socket as its standard input. It ends when nobody holds the
lock of its users any more, however they went, or when a child cannot even start; the next paper
starts another. It never reads a paper itself.
"""

import contextlib
import fcntl
import json
import os
import resource
import select
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from pathlib import Path

from cppcc.press import wire
from cppcc.press.limits import MEGABYTE, Limits

TICK = 0.2  # seconds between two looks at the clock and at the memory
WARMING = 60  # seconds a child has to get ready
PAGE = resource.getpagesize()


@dataclass
class Child:
    """`client` is whom the service answers if the child dies: nobody once the child answers."""

    process: subprocess.Popen
    channel: socket.socket
    since: float = field(default_factory=time.monotonic)
    papers: int = 0
    has_started: bool = False
    is_idle: bool = False
    client: socket.socket | None = None

    def memory(self) -> int:
        with contextlib.suppress(OSError, IndexError):  # it has just died
            return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE
        return 0


class Service:
    def __init__(self, listener: socket.socket, users: int, edition: str, limits: Limits):
        self.users, self.edition, self.limits = users, edition, limits
        self.children: list[Child] = []
        self.waiting: deque[socket.socket] = deque()
        self.selector = selectors.DefaultSelector()
        self.selector.register(listener, selectors.EVENT_READ, self._accept)

    def run(self) -> None:
        """Serve until the last user has gone; holds the lock of the users when it returns."""
        try:
            while not self._is_alone():
                while len(self.children) < self.limits.children:
                    self._start()
                for key, _ in self.selector.select(TICK):
                    key.data(key.fileobj)
                self._hand_out()
                self._watch()
        finally:
            for child in self.children:
                child.process.kill()
                child.process.wait()

    def _is_alone(self) -> bool:
        try:
            fcntl.flock(self.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        arguments = [self.edition, json.dumps(asdict(self.limits)), str(os.getpid())]
        command = [sys.executable, "-m", "cppcc.press.child", *arguments]
        with theirs:
            child = Child(subprocess.Popen(command, stdin=theirs.fileno()), ours)
        self.children.append(child)
        self.selector.register(ours, selectors.EVENT_READ, lambda _: self._hear(child))

    def _accept(self, listener: socket.socket) -> None:
        self.waiting.append(listener.accept()[0])

    def _hear(self, child: Child) -> None:
        try:
            said = child.channel.recv(1)
        except ConnectionError:
            said = b""
        if not said:
            return self._bury(child, "died")
        if child.client:  # it is about to answer, or has nothing to say
            child.client.close()
            child.client = None
        child.is_idle = said == b"r"
        child.has_started = True
        if child.is_idle and child.papers >= self.limits.papers:
            self._bury(child, "replaced")

    def _hand_out(self) -> None:
        while self.waiting and _has_gone(self.waiting[0]):
            self.waiting.popleft().close()
        for child in self.children:
            if child.is_idle and self.waiting:
                child.client = self.waiting.popleft()
                child.since, child.is_idle = time.monotonic(), False
                child.papers += 1
                with contextlib.suppress(OSError):  # dead: its channel will tell
                    socket.send_fds(child.channel, [b"c"], [child.client.fileno()])

    def _watch(self) -> None:
        for child in list(self.children):
            seconds = self.limits.seconds if child.has_started else WARMING
            if child.memory() > self.limits.megabytes * MEGABYTE:
                self._bury(child, "heavy")
            elif not child.is_idle and time.monotonic() - child.since > seconds:
                self._bury(child, "late")

    def _bury(self, child: Child, status: str) -> None:
        """End a child and tell its client why there is no paper."""
        child.process.kill()
        child.process.wait()
        self.selector.unregister(child.channel)
        child.channel.close()
        self.children.remove(child)
        if child.client:
            with child.client, contextlib.suppress(OSError):
                wire.send(child.client, {"status": status})
        if not child.has_started:
            sys.exit("A child of the rendering service did not start.")


def _has_gone(client: socket.socket) -> bool:
    """Whether a client that waits has given up; nobody would read its paper."""
    poll = select.poll()
    poll.register(client, 0)
    return bool(poll.poll(0))


def main(socket_path: str, lock: str, edition: str, limits: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us
    users = os.open(lock, os.O_RDWR)
    listener = socket.socket(fileno=0)
    Service(listener, users, edition, Limits(**json.loads(limits))).run()
    Path(socket_path).unlink(missing_ok=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
