"""What processes of this machine share: locks on files (flock), and the folders they lie in.

A descriptor holds a lock, and every fork shares it, until the last of them is gone, however it
went: kill -9 releases a lock too.
"""

import contextlib
import fcntl
import hashlib
import os
import pwd
import tempfile
from collections.abc import Iterator
from pathlib import Path

SOCKET_PATH_LIMIT = 107  # bytes, sockaddr_un of Linux
_held: dict[Path, int] = {}  # file → the descriptor that holds its shared lock


def open_lock(path: Path, kind: int) -> int:
    """A descriptor that holds the lock `kind` until it is closed, here and in every fork."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, kind)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def hold(path: Path) -> None:
    """Hold a shared lock until this process and its forks have ended."""
    if path not in _held:
        _held[path] = open_lock(path, fcntl.LOCK_SH)


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """One process at a time: the second waits, and finds what the first has done."""
    descriptor = open_lock(path, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(descriptor)


def make_folder(folder: Path, mode: int) -> None:
    """Make `folder`, and its missing parents likewise; what was there keeps its mode."""
    for path in (*reversed(folder.parents), folder):
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            path.chmod(mode)


def make_private_folder(folder: Path, account: pwd.struct_passwd | None = None) -> None:
    """Make `folder` for `account` alone, else for us; refuse one that somebody else put there."""
    owner = account.pw_uid if account else os.geteuid()
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if account:
            os.chown(folder, owner, account.pw_gid)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid != owner or found.st_mode & 0o077:
        raise PermissionError(f"{folder} belongs to somebody else or is open to others")


def socket_folder(folder: Path, name: str) -> Path:
    """`folder`, or one in the temporary folder where its path is too long for a socket `name`."""
    if len(os.fsencode(folder / name)) <= SOCKET_PATH_LIMIT:
        return folder
    return Path(tempfile.gettempdir()) / f"cppcc-{os.geteuid()}-{short_hash(folder)}"


def short_hash(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
