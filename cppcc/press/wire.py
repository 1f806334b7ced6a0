"""What client, service and child say to each other: a head in JSON, then parts of bytes."""

import json
import socket
import struct

LENGTH = struct.Struct("!I")
LONGEST_HEAD = 64 * 1024


def send(connection: socket.socket, head: dict, *parts: bytes) -> None:
    words = json.dumps({**head, "lengths": list(map(len, parts))}).encode()
    connection.sendall(b"".join((LENGTH.pack(len(words)), words, *parts)))


def receive(connection: socket.socket, longest: int) -> tuple[dict, list[bytes]]:
    """Read one message; ConnectionError where it is cut short, malformed or over `longest`."""
    (length,) = LENGTH.unpack(_read(connection, LENGTH.size))
    if length > LONGEST_HEAD:
        raise ConnectionError("The head is too long.")
    try:
        head = json.loads(_read(connection, length))
        lengths = head.pop("lengths")
        is_sound = all(type(one) is int and one >= 0 for one in lengths) and sum(lengths) <= longest
    except (ValueError, LookupError, TypeError, AttributeError):
        is_sound = False
    if not is_sound:
        raise ConnectionError("The head is malformed, or the message too long.")
    return head, [_read(connection, one) for one in lengths]


def _read(connection: socket.socket, length: int) -> bytes:
    data = bytearray(length)
    view = memoryview(data)
    while view:
        count = connection.recv_into(view)
        if not count:
            raise ConnectionError("The other side has gone.")
        view = view[count:]
    return bytes(data)
