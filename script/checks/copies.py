"""Copies of a commit for the checks, with what the scripts have installed lent to them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / "var" / "venv" / "bin" / "python"
LENT = ("var/venv", "var/fonts", "static/vendor")


def run_in_venv() -> None:
    """Go on inside the venv; a check calls this before it imports anything from there."""
    if not PYTHON.exists():
        sys.exit("尚未安装，请先运行 script/test。 / Not installed yet: run script/test first.")
    if sys.prefix == sys.base_prefix:
        os.execv(PYTHON, [PYTHON, *sys.argv])
    sys.path.insert(0, str(ROOT))


def make_copy(copy: Path, commit: str = "HEAD", *, also: tuple[str, ...] = ()) -> None:
    """The files of a commit, and of what is installed here LENT and `also`."""
    named = ["git", "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}"]
    found = subprocess.run(named, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    if not found:
        sys.exit(f"没有这个提交：{commit} / No such commit: {commit}")
    clone = ["git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(copy)]
    subprocess.run(clone, check=True, stdin=subprocess.DEVNULL)
    subprocess.run(["git", "checkout", "--quiet", "--detach", found], cwd=copy, check=True)
    for lent in (*LENT, *also):
        if (ROOT / lent).exists():
            (copy / lent).parent.mkdir(parents=True, exist_ok=True)
            (copy / lent).symlink_to(ROOT / lent)


def database_urls() -> dict[str, str]:
    """Variables that name this checkout's database, kept up for as long as this process lives."""
    from cppcc.database import connection_parameters  # from the venv, hence not at the top

    return {
        variable: " ".join(f"{key}={value}" for key, value in connection_parameters(role).items())
        for variable, role in (("DATABASE_URL", "app"), ("DATABASE_OWNER_URL", "owner"))
    }
