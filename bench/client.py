"""A client that costs next to nothing, the same for every service: a request's bytes are made once, an answer's are not
looked at before the time is taken.
"""

from __future__ import annotations

import json
import socket
import time
from types import TracebackType
from urllib.parse import urlsplit

_PATIENCE = 120.0
"""Seconds that an answer may take."""
_IDLE = 3.0
"""Seconds after which a new connection is made: uvicorn hangs up after five in which nobody asked."""


class Client:
    """One connection that is kept alive while it is used."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        assert parts.hostname is not None
        assert parts.port is not None
        self._place = parts.hostname, parts.port
        self._host = f"{parts.hostname}:{parts.port}"
        self._path = parts.path or "/"
        self._connect()

    def _connect(self) -> None:
        self._socket = socket.create_connection(self._place, timeout=_PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._rest, self._used = b"", time.monotonic()

    def operation(self, query: str, variables: dict[str, object] | None = None) -> bytes:
        """A GraphQL operation as a whole request."""
        body = json.dumps({"query": query, "variables": variables or {}}).encode()
        head = (
            f"POST {self._path} HTTP/1.1\r\nHost: {self._host}\r\nContent-Type: application/json\r\n"
            f"Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    def trivial(self) -> bytes:
        """A request for the address itself, without a body."""
        return f"GET {self._path} HTTP/1.1\r\nHost: {self._host}\r\n\r\n".encode()

    def ask(self, request: bytes) -> bytes:
        """The body of the answer. Raises ConnectionError where the service hangs up or does not answer with 200."""
        if time.monotonic() - self._used > _IDLE:
            self._socket.close()
            self._connect()
        self._socket.sendall(request)
        while (end := self._rest.find(b"\r\n\r\n")) < 0:
            self._more()
        head, self._rest = self._rest[:end].lower(), self._rest[end + 4 :]
        length = _header(head, b"content-length")
        body = self._take(int(length)) if length is not None else self._chunks()
        self._used = time.monotonic()
        if b" 200 " not in head[:13] + b" ":
            raise ConnectionError(f"{head.splitlines()[0].decode()}: {body[:300].decode(errors='replace')}")
        return body

    def _chunks(self) -> bytes:
        body = b""
        while True:
            while (end := self._rest.find(b"\r\n")) < 0:
                self._more()
            size = int(self._rest[:end], 16)
            self._rest = self._rest[end + 2 :]
            body += self._take(size)
            self._take(2)
            if size == 0:
                return body

    def _take(self, size: int) -> bytes:
        parts, missing = [self._rest], size - len(self._rest)
        while missing > 0:
            parts.append(self._receive())
            missing -= len(parts[-1])
        whole = b"".join(parts)
        self._rest = whole[size:]
        return whole[:size]

    def _more(self) -> None:
        self._rest += self._receive()

    def _receive(self) -> bytes:
        found = self._socket.recv(1 << 18)
        if not found:
            raise ConnectionError(f"{self._host} hung up.")
        return found

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()


def _header(head: bytes, name: bytes) -> bytes | None:
    for line in head.split(b"\r\n"):
        key, _, value = line.partition(b":")
        if key == name:
            return value.strip()
    return None
