"""WebSocket under uvicorn, where its own leaves something open: sockets that can neither be written nor closed, a wrong
encoding that it logs with a traceback, and an end that cuts off what waits to be sent.
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from api.live.limits import Limits

GRACE = 5.0
"""Seconds after which a socket that is to be closed is cut off: its client does not read what stands before the end."""
DRAIN = 2.0
"""Seconds that what waits may take to be sent when the service ends."""
WRONG_ENCODING, RESTART = 1007, 1012


class WebSockets(WebSocketsSansIOProtocol):
    """A socket that ends in any case."""

    def keepalive_timeout(self) -> None:
        """The client has not answered a ping."""
        super().keepalive_timeout()
        self._cut_off()

    async def run_asgi(self) -> None:
        await super().run_asgi()
        self._cut_off()

    async def send(self, message: Any) -> None:
        if message["type"] == "websocket.close":
            self.writable.set()  # it goes behind what waits: the buffers may never have room for it
            self._cut_off()
        await super().send(message)

    def send_receive_event_to_app(self) -> None:
        if self.curr_msg_data_type == "text":
            try:
                b"".join(self.frames).decode()
            except UnicodeDecodeError:
                self.frames = []
                self.conn.send_close(WRONG_ENCODING)
                self.handle_parser_exception()
                return
        super().send_receive_event_to_app()

    def shutdown(self) -> None:
        """Leave a little time for what waits; the socket's own end comes with the code that calls clients back."""
        if not self.handshake_complete or self.close_sent:
            super().shutdown()
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": RESTART})
        self.loop.call_later(DRAIN, self._end)

    def _end(self) -> None:
        if not self.transport.is_closing():
            super().shutdown()
            self._cut_off()

    def _cut_off(self) -> None:
        if not self.disconnected:
            self.loop.call_later(GRACE, self.transport.abort)


OPTIONS: dict[str, Any] = {
    "ws": WebSockets, "ws_max_size": Limits().message, "ws_per_message_deflate": False, "ws_ping_interval": 20.0,
    "ws_ping_timeout": 20.0,
}  # fmt: skip
"""For uvicorn. Nothing is compressed: it costs memory for each socket, and a small message can become a large one."""
