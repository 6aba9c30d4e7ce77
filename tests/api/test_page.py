"""GraphiQL in a real browser, which may speak to nobody but the service."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn

from api.app import create_app
from api.http.connection import server_config
from api.live.transport import OPTIONS
from api.page import assets
from graph.errors import FetchAgain
from graph.settings import Settings
from graph.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.store, pytest.mark.browser]


@contextmanager
def served(store: Store, **settings_: Any) -> Iterator[str]:
    """The service on a free port of this machine: its address."""
    settings = Settings(**settings_)
    config = server_config(create_app(settings, store), settings, port=0, **OPTIONS)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    assert server.started
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def address(newsroom: Store) -> Iterator[str]:
    with served(newsroom) as address:
        yield address


def test_assets_come_out_of_the_archives(address: str) -> None:
    for name in assets.names():
        answer = httpx.get(f"{address}/graphql/assets/{name}")
        assert (answer.status_code, len(answer.content) > 100) == (200, True)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    for wrong in ("..%2f..%2fapp.py", "schema.graphql"):
        assert httpx.get(f"{address}/graphql/assets/{wrong}").status_code == 404


def test_a_page_that_cannot_be_fetched_says_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(lock: object) -> None:
        raise FetchAgain("graphiql.jar could not be fetched.", "See to the network and try again.")

    assets.asset.cache_clear()
    assets._archives.cache_clear()
    monkeypatch.setattr(assets, "fetch", unreachable)
    answer = httpx.get(f"{address}/graphql/assets/graphiql.js")
    assert (answer.status_code, answer.text) == (
        503, "graphiql.jar could not be fetched. See to the network and try again.",
    )  # fmt: skip


def test_the_page_shows_what_peskov_said(address: str, page: Page) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}/graphql")
    page.wait_for_selector(".graphiql-execute-button")
    assert 'quotes(speaker: "Peskov", about: "talks")' in page.inner_text(".graphiql-query-editor")
    page.click(".graphiql-execute-button")
    page.locator(".result-window", has_text="The talks went well,").wait_for()
    shown = page.inner_text(".result-window")
    assert "Nothing in the talks points to a deal yet" in shown
    assert "weather" not in shown
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert complaints == []
