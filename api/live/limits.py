"""How much one socket, one client and all of them may ask of the service."""

from __future__ import annotations

import time
from dataclasses import dataclass

from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of sockets and of what goes through them."""

    sockets: int = 1_000
    """Open at a time."""
    sockets_per_client: int = 100
    """Of these, from one address."""
    init_within: float = 10.0
    """Seconds that a client may take for `connection_init`."""
    operations: int = 20
    """Of one socket, at a time."""
    different: int = 2_000
    """Subscriptions at a time that differ from each other; each is a statement when something has arrived."""
    different_per_client: int = 500
    """Of these, from one address."""
    message: int = 256 * 1024
    """Bytes that one message may have."""
    burst: int = 100
    """Messages that a client may send at once …"""
    rate: float = 20.0
    """… and in each second, on the long run."""
    send_within: float = 10.0
    """Seconds that a client may take to read on when its buffers are full."""
    waiting: int = 1024 * 1024
    """Characters that wait for a client beyond its buffers; so long as there are more, no more is read for it."""
    batch: int = 50
    """Arrivals that one statement reads at most, and that wait for one subscription."""
    span: int = 20_000
    """Numbers of arrival that one statement looks through at most."""

    behind: float = 5.0
    """Seconds by which a look may be behind what somebody has seen elsewhere."""

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Those that the settings set, and the usual ones."""
        return cls(sockets=settings.live_sockets, sockets_per_client=settings.live_sockets_per_client)


class Bucket:
    """A token bucket: so many at once, and so many in each second."""

    def __init__(self, burst: int, rate: float) -> None:
        self._burst, self._rate = float(burst), rate
        self._left, self._at = float(burst), time.monotonic()

    def take(self) -> bool:
        """Whether there is one more."""
        now = time.monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
