"""Which sockets are taken, and how they all end."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog
from starlette.responses import Response
from starlette.websockets import WebSocket

from api.http.client import Client
from api.http.door import Door
from api.http.origin import NOT_ALLOWED
from api.http.refused import Refused, refusal
from api.live import origins, protocol
from api.live.limits import Limits
from api.live.socket import GONE, Socket
from api.live.subscription import Subscription, prepare
from api.live.watcher import Watcher
from api.plan.run import Answer, Service
from graph.settings import Settings

log = structlog.get_logger(__name__)

THREADS = 8
"""Documents that are read, and queries that are answered, at a time."""
COME_AGAIN = "5"
"""Seconds after which one may try again where there are too many."""


class Live:
    """Takes WebSockets. `state.store` of the app is the store."""

    def __init__(self, service: Service, settings: Settings, door: Door) -> None:
        self.limits = Limits.of(settings)
        self._service, self._settings, self._door = service, settings, door
        self._watcher: Watcher | None = None
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="socket")
        self._sockets: set[Socket] = set()
        self._clients: Counter[str] = Counter()

    @property
    def sockets(self) -> int:
        """That are open."""
        return len(self._sockets)

    @property
    def subscribers(self) -> int:
        """Subscriptions, of all sockets together."""
        return self._watcher.subscribers if self._watcher else 0

    @asynccontextmanager
    async def watching(self, store: Any) -> AsyncIterator[None]:
        """Take sockets for as long as the block lasts; then end them all, so that their clients come again."""
        self._watcher = Watcher(self._settings.live_every, self.limits)
        watch = asyncio.create_task(self._watcher.watch(store))
        try:
            yield
        finally:
            self._watcher = None
            for each in self._sockets:
                each.end(protocol.RESTART, "Service restart")
            deadline = time.monotonic() + 2
            while self._sockets and time.monotonic() < deadline:
                await asyncio.sleep(0.02)
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
            self._threads.shutdown(wait=False, cancel_futures=True)

    async def answer(self, websocket: WebSocket) -> None:
        """Serve one socket from its handshake to its end."""
        began, request = time.perf_counter(), uuid.uuid4().hex
        client = self._door.clients.of(websocket)
        closed, watcher = self._refusal(websocket, client), self._watcher
        if closed is not None or watcher is None:
            answer = closed or _refused("The service is closing.", 503)
            await websocket.send_denial_response(answer)
            self._note(request, began, answer.status_code, 0)
            return
        offered = protocol.SUBPROTOCOL in websocket.scope.get("subprotocols", ())

        async def prepared(payload: Mapping[str, Any]) -> Subscription | Answer:
            store, door = websocket.app.state.store, self._door
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, prepare, self._service, store, payload, door.trusted,
                lambda cost: door.rates.take(client, cost),
            )  # fmt: skip

        socket = Socket(websocket, client.name, prepared, watcher, self.limits)
        self._sockets.add(socket)
        self._clients[client.name] += 1
        code = GONE
        try:
            await websocket.accept(protocol.SUBPROTOCOL if offered else None)
            if not offered:
                socket.end(protocol.NO_SUBPROTOCOL, "Subprotocol not acceptable")
            code = await socket.run()
        finally:
            self._sockets.discard(socket)
            self._clients[client.name] -= 1
            if not self._clients[client.name]:
                del self._clients[client.name]
            self._note(request, began, code, socket.operations)

    def _refusal(self, websocket: WebSocket, client: Client) -> Response | None:
        headers = websocket.headers
        try:
            self._door.clients.check(websocket)
        except Refused as refused:
            return refusal(refused, None)
        if not origins.allowed(headers.get("origin"), headers.get("host"), self._settings.cors_origins):
            return _refused("Pages of this origin may not open a socket here.", 403)
        if len(self._sockets) >= self.limits.sockets:
            return _refused("There are too many sockets at the moment.", 503)
        if self._clients[client.name] >= self.limits.sockets_per_client:
            return _refused("There are too many sockets from your address.", 429)
        return None

    def _note(self, request: str, began: float, code: int, operations: int) -> None:
        took = round((time.perf_counter() - began) * 1000, 1)
        log.info("socket", request=request, code=code, operations=operations, ms=took)


def _refused(message: str, status: int) -> Response:
    headers = {} if status == 403 else {"Retry-After": COME_AGAIN}
    code = {403: NOT_ALLOWED, 429: "RATE_LIMITED", 503: "OVERLOADED"}[status]
    return refusal(Refused(message, status, code, headers=headers), None)
