"""Structured logs: one JSON object a line on standard error. Never a query's values, never a secret."""

from __future__ import annotations

import asyncio
import logging
import secrets
import sys
import time
import traceback

import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.plan.course import Course
from api.server.stopping import Stopped
from api.watch.metrics import Metrics
from api.watch.slow import course_line

log = structlog.get_logger("api")
GONE = 499
"""What stands for the status where the client went away before its request was whole (nginx's number)."""


def configure() -> None:
    """Log JSON lines; what uvicorn and the graph have to say passes through the same form."""
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
    for name in ("uvicorn", "graph"):
        logger = logging.getLogger(name)
        logger.handlers = [_Lines(logging.WARNING)]
        logger.propagate = False


class _Lines(logging.Handler):
    """The standard library's records in our form; of an exception its kind and place, without its message."""

    def emit(self, record: logging.LogRecord) -> None:
        more: dict[str, object] = {}
        if record.exc_info and record.exc_info[1] is not None:
            frames = traceback.extract_tb(record.exc_info[2])[-8:]
            where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
            more = {"error": type(record.exc_info[1]).__name__, "where": where}
        tell = log.error if record.levelno >= logging.ERROR else log.warning
        tell(record.getMessage().strip(), logger=record.name, **more)


def _stopped() -> JSONResponse:
    told = Stopped()
    error = {"message": str(told), "extensions": {"code": told.code}}
    return JSONResponse({"errors": [error]}, 503, {"Retry-After": "5"})


class RequestLog:
    """Gives each request an id (also in the header `X-Request-Id`), logs it when it is answered, and counts it.

    What answers may leave in the request's state: `course`, of an operation; else `code`, the outcome.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request, began = secrets.token_hex(16), time.perf_counter()
        status: int | None = None
        state = scope.setdefault("state", {})
        state["request_id"] = request

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request.encode())]
            await send(message)

        try:
            await self.app(scope, receive, answer)
        except ClientDisconnect:
            status = GONE
        except asyncio.CancelledError:  # nothing else cancels a request than the end of the service
            if status is None:
                state["code"] = Stopped.code
                await _stopped()(scope, receive, answer)
        finally:
            took = time.perf_counter() - began
            course: Course | None = state.get("course")
            more = course_line(course) if course else {}
            code = course.code if course else str(state.get("code", ""))
            if course and course.trace:
                more["trace"] = course.trace
            # The path alone: a query string may hold what somebody asked.
            log.info("request", request=request, method=scope["method"], path=scope["path"], status=status or 500,
                     ms=round(took * 1000, 1), **more)  # fmt: skip
            self.metrics.answered(scope["path"], scope["method"], status or 500, code, took)
