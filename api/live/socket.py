"""One client's socket: its messages in, its operations, and what waits to be sent to it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import structlog
from starlette.websockets import WebSocket, WebSocketDisconnect

from api.as_json import write
from api.live import protocol
from api.live.limits import Bucket, Limits
from api.live.outbox import Line, Outbox
from api.live.protocol import Ended, Message
from api.live.subscription import Subscription
from api.live.watcher import Watcher
from api.plan.run import Answer
from graph.errors import TooMuch

log = structlog.get_logger(__name__)

GONE = 0
"""The client has closed the socket, or it is lost: nothing can be sent."""
CLOSE_WITHIN = 1.0
"""Seconds for sending what waits when the service ends, and for the frame that closes."""
Prepare = Callable[[Mapping[str, Any]], Awaitable[Subscription | Answer]]


class Socket:
    """A socket that was accepted, from its first message to its end."""

    def __init__(
        self, websocket: WebSocket, client: str, prepare: Prepare, watcher: Watcher, limits: Limits
    ) -> None:  # fmt: skip
        self._client = client
        self._websocket, self._prepare, self._watcher, self._limits = websocket, prepare, watcher, limits
        self._ended: asyncio.Future[tuple[int, str]] = asyncio.get_running_loop().create_future()
        self._initialised = False
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._answering = asyncio.Semaphore(1)
        self._bucket = Bucket(limits.burst, limits.rate)
        self._out = Outbox()
        self.operations = 0
        """That it has asked for so far."""

    def end(self, code: int, reason: str) -> None:
        """Close it; what was said first counts."""
        if not self._ended.done():
            self._ended.set_result((code, reason))

    async def run(self) -> int:
        """Serve it until it ends; the code that it was closed with."""
        loop = asyncio.get_running_loop()
        late = loop.call_later(self._limits.init_within, self._late)
        reading, writing = (asyncio.create_task(self._guarded(work)) for work in (self._read, self._write))
        code, reason = GONE, ""
        try:
            code, reason = await self._ended
            if code == protocol.RESTART:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._out.at_most(0), CLOSE_WITHIN)
        finally:
            late.cancel()
            tasks = [reading, writing, *self._operations.values()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if code != GONE:
            with suppress(TimeoutError, RuntimeError, OSError, WebSocketDisconnect):
                await asyncio.wait_for(self._websocket.close(code, reason), CLOSE_WITHIN)
        return code

    def _late(self) -> None:
        if not self._initialised:
            self.end(protocol.LATE, "Connection initialisation timeout")

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Ended as ended:
            self.end(ended.code, ended.reason)
        except (WebSocketDisconnect, OSError):
            self.end(GONE, "")
        except Exception as error:
            log.error("socket failed", error=type(error).__name__)
            self.end(protocol.INTERNAL, "Internal server error")

    # What the client sends.

    async def _read(self) -> None:
        while True:
            await self._out.at_most(self._limits.waiting)  # who does not read is not read
            found = await self._websocket.receive()
            if found["type"] == "websocket.disconnect":
                restart = found.get("code") == protocol.RESTART
                self.end(protocol.RESTART if restart else GONE, "Service restart")
                return
            text = found.get("text")
            if text is None:
                raise Ended(protocol.BAD_REQUEST, "Only text is taken.")
            if len(text) > self._limits.message or len(text.encode()) > self._limits.message:
                raise Ended(protocol.TOO_LARGE, f"The message is larger than {self._limits.message:,} bytes.")
            if not self._bucket.take():
                raise Ended(protocol.POLICY, "Too many messages")
            self._take(protocol.read(text))

    def _take(self, message: Message) -> None:
        if message.type == "connection_init":
            if self._initialised:
                raise Ended(protocol.INITIALISED, "Too many initialisation requests")
            self._initialised = True
            self._out.put(protocol.ACK)
        elif message.type == "ping":
            self._out.put(protocol.pong(message.payload))
        elif message.type == "subscribe":
            self._subscribe(message)
        elif message.type == "complete" and message.id in self._operations:
            self._operations.pop(message.id).cancel()

    def _subscribe(self, message: Message) -> None:
        ident = message.id
        if not self._initialised:
            raise Ended(protocol.UNAUTHORIZED, "Unauthorized")
        if ident in self._operations:
            raise Ended(protocol.DOUBLE, f"Subscriber for {ident} already exists")
        if len(self._operations) >= self._limits.operations:
            line = f"One socket has at most {self._limits.operations} operations at a time."
            error = {"message": line, "extensions": {"code": "LIMIT_EXCEEDED", "remedy": "End one of them first."}}
            self._out.put(protocol.errors(ident, [error]))
            return
        self.operations += 1
        task = asyncio.create_task(self._guarded(lambda: self._operate(ident, message.payload)))
        self._operations[ident] = task
        task.add_done_callback(lambda done: self._done(ident, done))

    def _done(self, ident: str, task: asyncio.Task[None]) -> None:
        if self._operations.get(ident) is task:
            del self._operations[ident]

    # Its operations.

    async def _operate(self, ident: str, payload: Mapping[str, Any]) -> None:
        async with self._answering:  # one after the other: a socket gets no more threads than a request
            found = await self._prepare(payload)
        if isinstance(found, Subscription):
            await self._follow(ident, found)
        elif found.executed:
            self._out.put(protocol.result(ident, write(found.body).decode()))
            self._finish(ident, protocol.complete(ident))
        else:
            self._finish(ident, protocol.errors(ident, found.body["errors"]))

    async def _follow(self, ident: str, subscription: Subscription) -> None:
        line = Line(ident, lambda: self._watcher.reads_on(subscriber))

        def deliver(responses: Sequence[str]) -> None:
            for response in responses:
                self._out.put(response, line)

        def has_room() -> bool:
            return line.waiting == 0 and self._out.size <= self._limits.waiting

        try:
            subscriber = self._watcher.subscriber(subscription, self._client, deliver, has_room)
        except TooMuch as error:
            self._finish(ident, protocol.errors(ident, subscription.failure(error)))
            return
        try:
            errors = await subscriber.failed
            self._finish(ident, protocol.errors(ident, errors))
        except asyncio.CancelledError:
            self._out.drop(line)
            raise
        finally:
            self._watcher.leave(subscriber)

    def _finish(self, ident: str, last: str) -> None:
        """From here on the id may be used again."""
        self._operations.pop(ident, None)
        self._out.put(last)

    # What is sent to the client.

    async def _write(self) -> None:
        while True:
            text, sent = await self._out.next()
            try:
                async with asyncio.timeout(self._limits.send_within):
                    await self._websocket.send_text(text)
            except TimeoutError:
                raise Ended(protocol.AGAIN, "You did not read. Come again, with your newest cursor.") from None
            sent()
