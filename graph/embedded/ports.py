"""Ports of an embedded server: free ones, the same as last time where that can be."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ports:
    """On 127.0.0.1."""

    bolt: int
    http: int


def choose(last: Mapping[str, object]) -> Ports:
    """The ports of the last start (`{"bolt": …, "http": …}`) where both are free, else two free ones."""
    known = [port for port in (last.get("bolt"), last.get("http")) if isinstance(port, int) and is_free(port)]
    if len(known) == 2:
        return Ports(*known)
    with socket.socket() as one, socket.socket() as two:  # both at once, or both might be the same
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return Ports(one.getsockname()[1], two.getsockname()[1])


def is_free(port: int) -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port in TIME_WAIT is free for a server
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Whether the Bolt port takes a handshake: it opens only once the databases are up."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1.0) as peer:
            peer.sendall(b"\x60\x60\xb0\x17" + b"\x00\x00\x01\xff" + b"\x00\x08\x08\x05" + bytes(8))
            return len(peer.recv(4)) == 4
    except OSError:
        return False


def serves_pages(port: int) -> bool:
    """Whether Neo4j's web server, and not another program, answers there: it comes up last."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1.0) as peer:
            peer.settimeout(1.0)
            peer.sendall(b"GET / HTTP/1.0\r\nAccept: application/json\r\n\r\n")
            reply = b""
            while b"neo4j_version" not in reply and (more := peer.recv(4096)):
                reply += more
            return b"neo4j_version" in reply
    except OSError:
        return False
