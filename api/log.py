"""Structured logs: one JSON object a line on standard error. Never a query's values, never a secret."""

from __future__ import annotations

import logging
import sys
import time
import uuid

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger("api")


def configure() -> None:
    """Log JSON lines; uvicorn's own lines pass through the same form."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.WriteLogger(sys.stderr),  # looked up anew: it may be exchanged
        cache_logger_on_first_use=False,
    )


class RequestLog:
    """Gives each request an id (also in the header `X-Request-Id`) and logs its method, path, status and time."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request, began, status = uuid.uuid4().hex, time.perf_counter(), 500
        scope.setdefault("state", {})["request_id"] = request

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request.encode())]
            await send(message)

        try:
            await self.app(scope, receive, answer)
        finally:
            took = round((time.perf_counter() - began) * 1000, 1)
            # The path alone: a query string may hold what somebody asked.
            log.info("request", request=request, method=scope["method"], path=scope["path"], status=status, ms=took)
