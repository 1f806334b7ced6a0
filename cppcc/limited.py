"""Files that people hand in are opened in a process of their own, with limits it cannot lift.

A workbook, a PDF or a picture of a few kilobytes can be made to take minutes and gigabytes. So the
web process opens none of them: it hands the bytes to a fresh interpreter that knows neither the
settings nor the database, has so much processor time, memory and no right to write, and answers
with JSON. What it may be asked for stands in `cppcc/readers/`.
"""

import json
import resource
import subprocess
import sys

from cppcc import CHECKOUT

PROCESSOR_SECONDS = 15
WALL_SECONDS = 40
MEMORY = 1 << 30  # bytes of address space, the interpreter and its libraries included
TOO_MUCH = "文件太大或者太复杂，没有读完。请删去多余的内容，或者分成几个文件再上传。"


class RefusedError(Exception):
    """The file cannot be taken; the text says why, for whoever handed it in."""


def read(reader: str, body: bytes, name: str = "") -> dict:
    """What `readers.<reader>(body, name)` says of a file, or RefusedError."""
    try:
        run = subprocess.run(
            [sys.executable, "-m", "cppcc.limited", reader, name.encode(errors="replace").hex()],
            input=body,
            capture_output=True,
            timeout=WALL_SECONDS,
            cwd=CHECKOUT,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        told = json.loads(run.stdout) if run.returncode == 0 else {"refused": TOO_MUCH}
    except subprocess.TimeoutExpired:
        raise RefusedError(TOO_MUCH) from None
    if "refused" in told:
        raise RefusedError(told["refused"])
    return told


def _set_limits() -> None:
    for kind, limit in (
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(kind, (limit, limit))


def main(reader: str, name: str) -> None:
    """The child: limits first, then the libraries, then the file."""
    _set_limits()
    from cppcc.readers import READERS  # only now: what its libraries do, they do within the limits
    from cppcc.readers.kinds import UnreadableError  # as above

    try:
        told = READERS[reader](sys.stdin.buffer.read(), bytes.fromhex(name).decode())
    except UnreadableError as error:
        told = {"refused": str(error)}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
