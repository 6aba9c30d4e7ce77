"""The service: GraphQL and its page at /graphql, and two addresses that say how it is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import anyio
import anyio.to_thread
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse

from api import log
from api.change.room import Room
from api.endpoint import Endpoint
from api.page import routes as page
from api.plan.knows import Knows
from api.plan.run import Service
from api.schema import build
from api.warm import warming
from graph.errors import NewsgraphError, RetryLater
from graph.reading.alive import alive
from graph.settings import Settings
from graph.store import Store, open_store

READY_WITHIN = 3.0
"""Seconds that the store may take to answer: who asks whether it is ready does not wait as long as the driver tries."""


def knowing(settings: Settings) -> Knows:
    """What the service knows by these settings. The model is loaded when somebody asks first."""
    if not settings.has_vectors:
        return Knows()
    from loaders.embed import question

    return Knows(question)


def create_app(settings: Settings, store: Store | None = None) -> FastAPI:
    """The service on a store that is open, or on one that it opens (and closes) itself by the settings."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if store is None:
                opened = open_store(settings)
                app.state.store = await anyio.to_thread.run_sync(opened.__enter__)
                stack.push_async_callback(anyio.to_thread.run_sync, opened.__exit__, None, None, None)
            # A thread of its own: neither readiness nor the end of the service waits for what it asks.
            stack.enter_context(warming(service, app.state.store))
            stack.callback(endpoint.close)
            yield

    log.configure()
    service = Service(build(), knowing(settings), Room(settings))
    endpoint = Endpoint(service)
    app = FastAPI(title="newsgraph", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.store = store

    app.include_router(page.router)
    # Queries by GET are off: they land in logs and histories with all that was asked, and any page may send them.
    app.add_route("/graphql", endpoint.answer, methods=["POST"])

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Whether the service is alive."""
        return {"status": "alive"}

    @app.get("/readyz")
    async def readyz() -> JSONResponse:
        """Whether the store answers."""
        problem: NewsgraphError = RetryLater("The store does not answer in time.")
        with anyio.move_on_after(READY_WITHIN):
            try:
                await anyio.to_thread.run_sync(alive, app.state.store, abandon_on_cancel=True)
                return JSONResponse({"status": "ready"})
            except NewsgraphError as error:
                problem = error
        body = {"status": "not ready", "code": problem.code, "message": problem.message}
        return JSONResponse(body, status_code=503)

    app.add_middleware(log.RequestLog)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=list(settings.cors_origins), allow_methods=["POST", "OPTIONS"],
            allow_headers=["authorization", "content-type"], expose_headers=["x-request-id"],
        )  # fmt: skip
    return app
