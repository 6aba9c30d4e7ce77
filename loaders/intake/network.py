"""Connections through the door: a name is resolved once, all its addresses are checked, and one is connected to.

That leaves no moment in which the name could come to mean something else (DNS rebinding). The request's `Host` and the
certificate are still those of the name: httpcore knows it by that. Each read is held to the time that is left in all.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Sequence
from threading import Thread
from typing import Any

import httpcore

from loaders.intake.door import Door, checked


class Deadline:
    """The time that is left."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, most: float | None) -> float:
        """Seconds that a step may take. Raises httpcore's timeout where there are none left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is over")
        return left if most is None else min(left, most)


class Guarded(httpcore.NetworkBackend):
    """Connects only to what the door lets through."""

    def __init__(self, door: Door, deadline: Deadline) -> None:
        self._door, self._deadline = door, deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        addresses = checked(host, port, self._resolved(host, port, timeout), self._door)
        problem: Exception = httpcore.ConnectError("the name has no address")
        for address in addresses:
            try:
                seconds = self._deadline.left(timeout)
                stream = self._inner.connect_tcp(address, port, seconds, local_address, socket_options)
                return _Timed(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem

    def _resolved(self, host: str, port: int, timeout: float | None) -> Sequence[str]:
        """By the door's resolver, in a thread: the system's has no time limit."""
        found: list[Sequence[str] | Exception] = []

        def ask() -> None:
            try:
                found.append(self._door.resolve(host, port))
            except Exception as error:  # it is raised where the name was asked for
                found.append(error)

        asking = Thread(target=ask, daemon=True)
        asking.start()
        asking.join(self._deadline.left(timeout))
        if not found:
            raise httpcore.ConnectTimeout("the name was not resolved in time")
        if isinstance(found[0], Exception):
            raise httpcore.ConnectError("the name is not known") from found[0]
        return found[0]


class _Timed(httpcore.NetworkStream):
    """A stream whose every step ends with the whole."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
