"""How the application is served: read by gunicorn, started by script/server.

The main process loads the application once and forks the workers; it holds the rendering service
and the embedded database (where that is used), so a worker that is replaced or killed never stops
them.
"""

import ipaddress
import os
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from cppcc.database import DatabaseSetupError, require_reachable
from cppcc.press.client import PressService
from cppcc.press.errors import PaperSetupError, PressDownError


def refuse_plain_http_beyond_this_machine(address: str) -> None:
    """Exit unless an address served without TLS is one of the loopback interface."""
    host = address.rpartition(":")[0].strip("[]")
    try:
        is_loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_loopback = address.startswith("unix:")
    if os.environ.get("CPPCC_HTTPS") == "0" and not is_loopback:
        sys.exit(
            f"CPPCC_HTTPS=0 只能用于本机地址，而 CPPCC_BIND 是 {address}。 / "
            f"CPPCC_HTTPS=0 is for loopback addresses only, CPPCC_BIND is {address}."
        )


def refuse_an_address_in_use(addresses: list) -> None:
    """Exit unless gunicorn will be able to listen there; it would try for long and say little."""
    for address in addresses:
        if not isinstance(address, tuple):
            continue
        family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        try:
            with socket.socket(family) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            sys.exit(
                f"无法监听 {address[0]}:{address[1]}（{reason}），可能已被占用，请换一个端口。 / "
                "Cannot listen there, perhaps it is in use: choose another port."
            )


def on_starting(server) -> None:
    """Refuse to serve, in one line, what could only answer with errors; not asked on a reload."""
    if not {"GUNICORN_FD", "LISTEN_FDS"} & os.environ.keys():  # else the sockets are handed over
        refuse_an_address_in_use(server.cfg.address)
    try:
        require_reachable("app")
        PressService.of_checkout().start()
    except (DatabaseSetupError, PaperSetupError, PressDownError) as error:
        sys.exit(str(error))


bind = os.environ.get("CPPCC_BIND", "127.0.0.1:8000")
refuse_plain_http_beyond_this_machine(bind)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cppcc.settings")
try:
    settings.DATABASES  # noqa: B018  # reads the settings, which start an embedded database
except (DatabaseSetupError, ImproperlyConfigured) as error:
    sys.exit(str(error))

worker_class = "gthread"
workers = int(os.environ.get("CPPCC_WORKERS", "2"))
threads = 4
preload_app = True
timeout = 60  # seconds; a paper of a whole year takes a few
graceful_timeout = 30
keepalive = 5
control_socket_disable = True  # it would lie in the home folder, shared by every server there
max_requests, max_requests_jitter = 5000, 500  # whatever leaks is gone with the worker
if Path("/dev/shm").is_dir():  # a heartbeat file on a slow disk looks like a dead worker
    worker_tmp_dir = "/dev/shm"
