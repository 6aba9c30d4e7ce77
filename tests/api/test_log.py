"""What the log tells of requests, and that the operators' page shows it as it is."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from api import log
from api.http.door import Door
from api.http.endpoint import Endpoint
from api.log import GONE, RequestLog
from api.watch.metrics import Metrics
from api.watch.slow import SlowLog
from graph.settings import Settings
from tests.api.watch.test_metrics import counted
from tests.api.watch.watched import POINT, SECRET, THERE, service

PAGE = (Path(__file__).parents[2] / "docs/operating.md").read_text(encoding="utf-8")
PHASES = {"parse", "plan", "database", "completion"}


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def client(metrics: Metrics) -> Iterator[TestClient]:
    """A service without a database, whose operations are all slow enough to be told."""
    log.configure()
    settings = Settings()
    endpoint = Endpoint(service(SlowLog(0.0, metrics)), settings, Door.of(settings), metrics)
    app = Starlette(routes=[Route("/graphql", endpoint, methods=["POST"])])
    app.state.store = THERE
    app.add_middleware(RequestLog, metrics=metrics)
    yield TestClient(app)
    endpoint.close()


def logged(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def shown(event: str) -> dict[str, Any]:
    """The page's example of an event."""
    (line,) = re.findall(rf'^{{"event": "{event}".*$', PAGE, re.MULTILINE)
    found: dict[str, Any] = json.loads(line)
    return found


def test_requests_are_logged_as_the_page_shows(
    client: TestClient, metrics: Metrics, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = client.post(f"/graphql?{SECRET}", json={"query": POINT, "variables": {"id": SECRET}})
    assert answer.json() == {"data": {"person": {"id": SECRET, "name": "Signe Aas"}}}
    slow, request = logged(capsys)
    assert (request["event"], slow["event"]) == ("request", "slow operation")
    assert request.keys() == shown("request").keys()
    assert slow.keys() == shown("slow operation").keys()
    assert request["phases_ms"].keys() == slow["phases_ms"].keys() == shown("request")["phases_ms"].keys() == PHASES
    assert request["request"] == slow["request"] == answer.headers["x-request-id"]
    assert (request["path"], request["status"], request["operation"], request["code"]) == (
        "/graphql", 200, "query", "OK",
    )  # fmt: skip
    assert SECRET not in json.dumps([slow, request])
    assert counted(metrics, "newsgraph_http_requests_total") == {("/graphql", "POST", "200", "OK"): 1}


def test_what_becomes_no_operation_has_its_outcome_counted(
    client: TestClient, metrics: Metrics, capsys: pytest.CaptureFixture[str]
) -> None:
    client.post("/graphql", content=b"{", headers={"content-type": "application/json"})
    client.post("/graphql", json={"query": "{ nothing }"})
    client.get("/else")
    lines = [line for line in logged(capsys) if line["event"] == "request"]
    assert [(line["status"], line.get("code")) for line in lines] == [(400, None), (200, "BAD_REQUEST"), (404, None)]
    assert counted(metrics, "newsgraph_http_requests_total") == {
        ("/graphql", "POST", "400", "BAD_REQUEST"): 1, ("/graphql", "POST", "200", "BAD_REQUEST"): 1,
        ("other", "GET", "404", ""): 1,
    }  # fmt: skip


def test_others_who_log_have_the_same_form_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure()
    logger = logging.getLogger("uvicorn.error")
    logger.info("Started server process")
    try:
        raise ValueError(SECRET)
    except ValueError:
        logger.exception("Exception in ASGI application\n")
    (line,) = logged(capsys)
    assert (line["event"], line["level"], line["logger"], line["error"]) == (
        "Exception in ASGI application", "error", "uvicorn.error", "ValueError",
    )  # fmt: skip
    assert SECRET not in json.dumps(line)


def test_a_client_that_goes_away_is_no_mistake_of_ours(metrics: Metrics, capsys: pytest.CaptureFixture[str]) -> None:
    log.configure()
    settings = Settings()
    endpoint = Endpoint(service(metrics), settings, Door.of(settings), metrics)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        raise AssertionError("nobody is there")

    headers = [(b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": "/graphql", "headers": headers, "query_string": b""}
    asyncio.run(RequestLog(endpoint, metrics)(scope, receive, send))
    (line,) = logged(capsys)
    assert (line["event"], line["status"]) == ("request", GONE)
