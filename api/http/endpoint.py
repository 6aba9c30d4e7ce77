"""GraphQL over HTTP: from a request's bytes to an answer's bytes.

What costs little is looked at first: who asks, in which form, whether there is room. Then the body is read, and then
the operation takes a slot and a thread.
"""

from __future__ import annotations

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor

import structlog
from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.caller import Caller
from api.errors import shown
from api.http import origin
from api.http.asked import Asked, from_address, from_body
from api.http.asking import Asking
from api.http.body import Bodies
from api.http.client import Client
from api.http.door import Door
from api.http.gone import Gone, Watch
from api.http.media import GRAPHQL, JSON, accepted, wants_page
from api.http.rates import REFUSED, REQUEST
from api.http.refused import Refused, answer, refusal, told
from api.http.slots import Slots
from api.http.threads import run_in
from api.page import routes as page
from api.plan.course import Course
from api.plan.run import Answer, Service
from api.watch.metrics import Metrics
from graph.errors import AskDifferently, NotARead, Overloaded, RateLimited
from graph.settings import Settings

log = structlog.get_logger(__name__)

METHODS = ("GET", "POST")
_BEARER = {"WWW-Authenticate": 'Bearer realm="newsgraph"'}
PARTIAL = 294
"""Status of an answer with data and errors, as GraphQL over HTTP of September 2026 recommends it."""


class Endpoint:
    """Answers requests. `state.store` of the app is the store."""

    def __init__(self, service: Service, settings: Settings, door: Door, metrics: Metrics) -> None:
        self._service, self._settings = service, settings
        self._threads = ThreadPoolExecutor(settings.at_work, thread_name_prefix="graphql")
        self._slots = Slots(settings.at_work, settings.waiting, settings.patience, settings.per_client)
        self._bodies, self._watch = Bodies(settings.client_timeout), Watch()
        metrics.waiting.set_function(lambda: self._slots.waiting)
        self._clients, self._rates, self._trusted = door.clients, door.rates, door.trusted
        for text in self._trusted.texts:
            for error in service.documents.pin(text).errors:
                log.warning("a trusted document is not valid", problem=error.message, document=text[:80])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As an application of ASGI."""
        asking = Asking(scope, receive)
        try:
            response = await self.answer(asking)
            await response(scope, receive, send)
            await asyncio.sleep(0)  # the loop sends what was written between two turns: who watches can wait for that
        finally:
            course: Course | None = getattr(asking.state, "course", None)
            if course is not None:
                self._service.observer.ended(course)

    async def answer(self, request: Request) -> Response:
        """The answer to one request; each that cannot be taken gets one line and its status. The course of an operation
        is left in the request's state, its end is not told to the observer yet.

        Raises ClientDisconnect where nobody waits for it any more.
        """
        client = self._clients.of(request)
        media, wait = accepted(request.headers.get("accept")), None
        try:
            response = await self._answer(request, client, media)
        except Refused as refused:
            request.state.code = refused.code
            response = refusal(refused, media)
        except (RateLimited, Overloaded) as error:
            request.state.code = error.code
            wait = error.wait if isinstance(error, RateLimited) else None
            response = refusal(told(error), media)
        except Gone as gone:
            raise ClientDisconnect from gone
        left = self._rates.headers(client, wait)
        if left and "public" not in response.headers.get("cache-control", ""):  # else others would be told of it
            response.headers.update(left)
        return response

    async def _answer(self, request: Request, client: Client, media: str | None) -> Response:
        self._clients.check(request)
        if request.method not in METHODS and request.method != "HEAD":
            raise Refused("GraphQL is taken by GET and POST here.", 405, headers={"Allow": ", ".join(METHODS)})
        if request.method != "POST" and self._is_for_page(request):
            return page.page(request.headers.get("host", ""))
        if media is None:
            raise Refused(f"This answers with {JSON} or {GRAPHQL}.", 406)
        self._slots.check()
        self._rates.take(client, REQUEST)
        if request.method == "POST":
            async with self._bodies.of(request) as body:
                return await self._asked(request, client, media, from_body(body))
        origin.check(request, self._settings.cors_origins)
        return await self._asked(request, client, media, from_address(request.query_params))

    def _is_for_page(self, request: Request) -> bool:
        accept = request.headers.get("accept")
        asks = {"query", "documentId", "extensions"} & request.query_params.keys()
        return self._settings.graphiql and (wants_page(accept) or (not asks and "*/*" in (accept or "*/*")))

    async def _asked(self, request: Request, client: Client, media: str, asked: Asked) -> Response:
        reads_only = request.method != "POST"
        try:
            text = self._trusted.text(asked)
        except AskDifferently as error:
            request.state.code = error.code
            failed = shown(GraphQLError(str(error), original_error=error), "")
            return _sent(Answer({"errors": [failed.formatted]}, executed=False), media)
        name = request.scope.get("state", {}).get("request_id", "")
        store = request.app.state.store

        def work() -> tuple[Answer, Response]:
            made = self._service.answer(
                store, text, asked.variables, asked.name, name, request.headers.get("traceparent", ""),
                Caller.of(request.headers.get("authorization")),
                charge=lambda cost: self._rates.take(client, cost), reads_only=reads_only, untold=True,
            )  # fmt: skip
            request.state.course = made.course
            return made, _sent(made, media)  # in the thread, too: the event loop goes on meanwhile

        async with self._slots.one(client) as waited:
            if waited and await request.is_disconnected():
                raise Gone
            try:
                made, response = await self._watch.over(run_in(self._threads, work), request, store, name)
            except NotARead as error:
                raise Refused(str(error), 405, error.code, error.remedy, {"Allow": "POST"}) from error
        if not made.executed:
            self._rates.charge(client, REFUSED)
        if reads_only:
            _keep(request, response, made, self._settings.cache_seconds if text in self._trusted.texts else None)
        return response

    def close(self) -> None:
        """Take no more; what is being answered is answered."""
        self._threads.shutdown(wait=False)


def _sent(made: Answer, media: str) -> Response:
    status = 200
    if media == GRAPHQL:
        status = made.status or 400 if not made.executed else PARTIAL if "errors" in made.body else 200
    return answer(made.body, status, media, _BEARER if status == 401 else None)


def _keep(request: Request, response: Response, made: Answer, seconds: int | None) -> None:
    """Say how long an answer by GET may be kept: what is no trusted document, or has errors, not at all."""
    response.headers["Vary"] = "Accept, Authorization"
    if seconds is None or "errors" in made.body or "authorization" in request.headers:
        response.headers["Cache-Control"] = "no-store"
        return
    kept = f"max-age={seconds}" if seconds else "no-cache"
    tag = hashlib.sha256(response.headers["content-type"].encode() + bytes(response.body)).hexdigest()[:32]
    response.headers.update({"Cache-Control": f"public, {kept}", "ETag": f'"{tag}"'})
    asked = {part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")}
    if f'"{tag}"' in asked or "*" in asked:
        response.status_code, response.body = 304, b""
        for name in ("content-length", "content-type"):
            del response.headers[name]
