"""The service on a socket of this machine, and a client that speaks graphql-transport-ws word by word."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from api.app import create_app
from api.http.connection import server_config
from api.live.limits import Limits
from api.live.service import Live
from api.live.transport import OPTIONS
from graph.settings import Settings
from graph.store import Store

PATIENCE = 60.0
"""Seconds for a message: a busy machine plans its first statements slowly."""
SETTINGS = Settings(live_every=0.05)


@dataclass(frozen=True)
class Serving:
    """A service that runs, and its address."""

    address: str
    live: Live
    port: int


@contextmanager
def serving(
    store: Store, limits: Limits | None = None, settings: Settings = SETTINGS, port: int = 0, **options: Any
) -> Iterator[Serving]:
    """The service, on a free port unless told; it has ended when the block has."""
    app = create_app(settings, store)
    live: Live = app.state.live
    if limits is not None:
        live.limits = limits
    given = {**OPTIONS, "timeout_graceful_shutdown": 3, **options}
    server = uvicorn.Server(server_config(app, settings, port=port, **given))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    taken = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Serving(f"ws://127.0.0.1:{taken}/graphql", live, taken)
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        assert not thread.is_alive()


class Client:
    """One socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    async def send(self, **message: object) -> None:
        await self.socket.send(json.dumps(message))

    async def get(self) -> dict[str, Any]:
        """The next message."""
        async with asyncio.timeout(PATIENCE):
            found: dict[str, Any] = json.loads(await self.socket.recv())
            return found

    async def subscribe(self, query: str, ident: str = "1", **variables: object) -> None:
        await self.send(id=ident, type="subscribe", payload={"query": query, "variables": variables})

    async def next(self, ident: str = "1") -> dict[str, Any]:
        """The response of the next message, which is one of this operation."""
        message = await self.get()
        assert (message["type"], message["id"]) == ("next", ident), message
        payload: dict[str, Any] = message["payload"]
        assert "errors" not in payload
        data: dict[str, Any] = payload["data"]
        return data

    async def closed(self) -> tuple[int, str]:
        """The code and reason with which the service closes it, whatever comes before."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    await self.socket.recv()
        except ConnectionClosed as end:
            return (end.rcvd.code, end.rcvd.reason) if end.rcvd else (1006, "")


@asynccontextmanager
async def client(
    address: str, *, init: bool = True, protocol: str = "graphql-transport-ws", **more: Any
) -> AsyncIterator[Client]:
    """A socket, by default one that is initialised."""
    more.setdefault("max_size", None)
    offered = [Subprotocol(protocol)] if protocol else None
    async with connect(address, subprotocols=offered, compression=None, proxy=None, **more) as socket:
        found = Client(socket)
        if init:
            await found.send(type="connection_init")
            assert await found.get() == {"type": "connection_ack"}
        yield found
