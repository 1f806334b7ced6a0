"""How the application is served: read by gunicorn, started by script/server.

The main process loads the application once and forks the workers; it holds the embedded database
(where that is used), so a worker that is replaced or killed never stops it.
"""

import ipaddress
import os
import sys
from pathlib import Path

from cppcc.database import DatabaseSetupError, database


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


bind = os.environ.get("CPPCC_BIND", "127.0.0.1:8000")
refuse_plain_http_beyond_this_machine(bind)
try:
    database()
except DatabaseSetupError as error:
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
