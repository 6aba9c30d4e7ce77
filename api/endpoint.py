"""GraphQL over HTTP: from a request's bytes to an answer's bytes."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.caller import Caller
from api.plan.run import Service

JSON, GRAPHQL = "application/json", "application/graphql-response+json"
LARGEST = 1024 * 1024
"""Bytes that a request's body may have."""
THREADS = 32
"""Operations that are answered at a time: each waits for the database in a thread of its own."""


class Endpoint:
    """Answers POST requests. `state.store` of the app is the store."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="graphql")

    async def answer(self, request: Request) -> Response:
        """The answer to one request; each that cannot be taken gets one line and its status."""
        media = _accepted(request.headers.get("accept"))
        if media is None:
            return _refused(f"This answers with {JSON} or {GRAPHQL}.", 406, JSON)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
            return _refused(f"The body must be {JSON}.", 415, media)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return _refused(f"The body is larger than {LARGEST:,} bytes.", 413, media)
        try:
            asked = orjson.loads(body)
        except orjson.JSONDecodeError:
            return _refused("The body is no JSON.", 400, media)
        wrong = _malformed(asked)
        if wrong:
            return _refused(wrong, 400, media)
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, request, asked, media)

    def _answer(self, request: Request, asked: dict[str, Any], media: str) -> Response:
        answer = self._service.answer(
            request.app.state.store, asked["query"], asked.get("variables"), asked.get("operationName"),
            request.scope.get("state", {}).get("request_id", ""), Caller.of(request.headers.get("authorization")),
        )  # fmt: skip
        status = (answer.status or 400) if media == GRAPHQL and not answer.executed else 200
        headers = {"www-authenticate": 'Bearer realm="newsgraph"'} if status == 401 else None
        return Response(orjson.dumps(answer.response), status, headers, media_type=media)

    def close(self) -> None:
        """Take no more; what is being answered is answered."""
        self._threads.shutdown(wait=False)


def _accepted(header: str | None) -> str | None:
    """The media type to answer in; None where none of ours is accepted."""
    if header is None:
        return JSON
    kinds = [part.partition(";")[0].strip().lower() for part in header.split(",")]
    if GRAPHQL in kinds:
        return GRAPHQL
    return JSON if any(kind in (JSON, "*/*", "application/*", "") for kind in kinds) else None


def _malformed(asked: object) -> str:
    if not isinstance(asked, dict):
        return "The body must be one object with `query`; batches are not taken."
    if not isinstance(asked.get("query"), str):
        return "`query` must be a text."
    if not isinstance(asked.get("variables"), dict | None):
        return "`variables` must be an object."
    if not isinstance(asked.get("operationName"), str | None):
        return "`operationName` must be a text."
    return ""


def _refused(message: str, status: int, media: str) -> Response:
    error = {"message": message, "extensions": {"code": "BAD_REQUEST"}}
    return Response(orjson.dumps({"errors": [error]}), status, media_type=media)
