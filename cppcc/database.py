"""Which PostgreSQL the product talks to, and as whom.

`DATABASE_URL` names a server for the application's role and `DATABASE_OWNER_URL` the same database
for the role that owns the tables (migrations, tests). Without them it is the embedded server of
this checkout.
"""

import contextlib
import os
import re
import sys

import psycopg2
from psycopg2.extensions import parse_dsn

from cppcc.embedded import EmbeddedServer, EmbeddedServerError

NAME = "cppcc"
ROLES = {"app": "cppcc_app", "owner": "cppcc_owner"}
URL_VARIABLES = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL"}
CONNECT_TIMEOUT = 5  # seconds
OLDEST_VERSION = 150000  # as libpq counts them


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
    try:
        server.use(roles_sql(**ROLES) + database_sql(NAME, **ROLES))
    except EmbeddedServerError as error:
        raise DatabaseSetupError(str(error)) from error
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
