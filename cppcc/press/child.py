"""One child of the service: warms an engine, then makes papers, one after the other.

Its standard input is the channel to the service, which hands it one client at a time and hears
"r" when it is ready for one and "a" when it starts to answer. Whatever else goes wrong than a
paper can be told ends the child; the service tells the client and starts another.
"""

import contextlib
import ctypes
import json
import os
import resource
import signal
import socket
import sys

from cppcc.press import wire
from cppcc.press.edition import edition
from cppcc.press.engine import Engine
from cppcc.press.errors import MissingGlyphError, RefusedPartError
from cppcc.press.limits import MEGABYTE, Limits

READY, ANSWERING = b"r", b"a"
SHARED = 1024 * MEGABYTE  # address space that is libraries and fonts, not memory
PR_SET_PDEATHSIG = 1  # linux/prctl.h
WARM = """<!DOCTYPE html><html lang="zh-CN"><title>题</title><article class="paper">
<h1 class="title">题</h1><h2>一、黑</h2><h3>（一）楷</h3><p>仿宋 2026 㛃</p>
<table><tbody><tr><td>表</td></tr></tbody></table></article></html>"""


def main(expected: str, limits: Limits, service: int) -> None:
    _end_with(service)
    most = limits.megabytes * MEGABYTE + SHARED
    resource.setrlimit(resource.RLIMIT_AS, (most, most))  # the service watches; this is the wall
    channel = socket.socket(fileno=0)
    engine = Engine()
    engine.press(WARM)
    if edition() != expected:
        sys.exit("The program has changed since this service started.")
    channel.send(READY)
    while received := socket.recv_fds(channel, 1, 1)[1]:
        with socket.socket(fileno=received[0]) as client:
            _serve(client, channel, engine, limits)
        channel.send(READY)


def _end_with(service: int) -> None:
    """Die when the service dies, even in the middle of a paper."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != service:  # it was faster
        sys.exit()


def _serve(client, channel, engine: Engine, limits: Limits) -> None:
    try:
        _, (html, *photos) = wire.receive(client, limits.request_bytes)
        page = html.decode()
    except (OSError, ValueError):  # the client has gone, or is none of ours
        return
    head, parts = _paper(engine, page, photos)
    channel.send(ANSWERING)
    with contextlib.suppress(OSError):  # it did not wait
        wire.send(client, head, *parts)


def _paper(engine: Engine, html: str, photos: list[bytes]) -> tuple[dict, list[bytes]]:
    try:
        return {"status": "printed"}, [engine.press(html, photos)]
    except MissingGlyphError as error:
        return {"status": "missing", "characters": error.characters}, []
    except RefusedPartError as error:
        return {"status": "refused", "part": error.part}, []
    except MemoryError:  # at the wall
        return {"status": "heavy"}, []


if __name__ == "__main__":
    main(sys.argv[1], Limits(**json.loads(sys.argv[2])), int(sys.argv[3]))
