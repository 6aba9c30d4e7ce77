"""The service: GraphQL and its page at /graphql, and two addresses that say how it is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import anyio
import anyio.to_thread
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from fastapi.telemetry import TelemetryConfig
from starlette.routing import Route, WebSocketRoute

from api import log
from api.change.room import Room
from api.http.at import At
from api.http.door import Door
from api.http.endpoint import Endpoint
from api.live.service import Live
from api.page import routes as page
from api.plan.knows import Knows
from api.plan.run import Service
from api.schema import build
from api.server.stopping import Stopping
from api.warm import warming
from api.watch.readiness import Readiness
from api.watch.watch import watch
from graph.revival import revival
from graph.settings import Settings
from graph.store import Store, open_store

_OUR_OWN: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""FastAPI would tell of each request, too, where the environment names a collector: `api.watch` does."""


def knowing(settings: Settings) -> Knows:
    """What the service knows by these settings. The model is loaded when somebody asks first."""
    if not settings.has_vectors:
        return Knows()
    from loaders.embed import question

    return Knows(question)


def create_app(settings: Settings, store: Store | None = None) -> FastAPI:
    """The service on a store that is open, or on one that it opens (and closes) itself by the settings.

    `state.stopping` of the app is to be told when the end begins, `state.watch` holds what is counted.
    Raises FixSettings.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if store is None:
                opened = open_store(settings)
                app.state.store = await anyio.to_thread.run_sync(opened.__enter__)
                stack.push_async_callback(anyio.to_thread.run_sync, opened.__exit__, None, None, None)
            stack.push_async_callback(anyio.to_thread.run_sync, watched.close)
            watched.store(app.state.store)
            stack.enter_context(revival(app.state.store, watched.metrics.revived.inc))
            await stack.enter_async_context(readiness.watching(app.state.store))
            # A thread of its own: neither readiness nor the end of the service waits for what it asks.
            stack.enter_context(warming(service.unobserved(), app.state.store))
            stack.callback(endpoint.close)
            await stack.enter_async_context(live.watching(app.state.store))
            yield

    log.configure()
    watched = watch(settings)
    stopping = Stopping()
    stopping.on(lambda: watched.metrics.stopping.set(1))
    readiness = Readiness(stopping, watched.metrics)
    service = Service(
        build(), knowing(settings), watched.observer, Room(settings), introspection=settings.introspection
    )
    door = Door.of(settings)
    watched.metrics.trusted = dict(door.trusted.names)
    endpoint = Endpoint(service, settings, door, watched.metrics)
    live = Live(service, settings, door)
    watched.metrics.sockets.set_function(lambda: live.sockets)
    watched.metrics.subscriptions.set_function(lambda: live.subscribers)
    app = FastAPI(
        title="newsgraph", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None, telemetry=_OUR_OWN
    )  # fmt: skip
    app.state.store, app.state.watch, app.state.stopping, app.state.live = store, watched, stopping, live

    app.router.routes += [Route("/graphql", endpoint), WebSocketRoute("/graphql", live.answer)]
    app.add_middleware(At, path="/graphql", answers=endpoint)
    if settings.graphiql:
        app.include_router(page.router)

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Whether the service is alive."""
        return {"status": "alive"}

    @app.get("/readyz")
    async def readyz() -> JSONResponse:
        """Whether the store answers, and the service goes on answering."""
        problem = await readiness.problem(app.state.store)
        if problem is None:
            return JSONResponse({"status": "ready"})
        body = {"status": "not ready", "code": problem.code, "message": problem.message}
        return JSONResponse(body, status_code=503)

    app.add_middleware(log.RequestLog, metrics=watched.metrics)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=list(settings.cors_origins), allow_methods=["GET", "POST"],
            allow_headers=["authorization", "content-type"],
            expose_headers=["etag", "ratelimit", "ratelimit-policy", "retry-after", "x-request-id"], max_age=3600,
        )  # fmt: skip
    return app
