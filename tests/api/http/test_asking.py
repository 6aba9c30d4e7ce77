from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from api.http.asking import Asking
from api.http.at import At

HEADERS = [(b"accept", b"text/html"), (b"x-forwarded-for", b"192.0.2.1"), (b"x-forwarded-for", b"192.0.2.2")]


async def nothing() -> Message:
    raise AssertionError


def test_headers_are_found_by_name_and_the_first_of_several_counts() -> None:
    headers = Asking({"type": "http", "headers": HEADERS}, nothing).headers
    assert (headers["Accept"], headers.get("ACCEPT"), headers.get("host"), headers.get("host", "a")) == (
        "text/html", "text/html", None, "a",
    )  # fmt: skip
    assert ("accept" in headers, "Host" in headers) == (True, False)
    assert headers["x-forwarded-for"] == headers.get("X-Forwarded-For") == "192.0.2.1"
    assert headers.getlist("x-forwarded-for") == ["192.0.2.1", "192.0.2.2"]
    assert len(headers) == 3


def test_one_path_is_answered_before_all_others() -> None:
    def named(name: str) -> Any:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            asked.append((name, scope["path"]))

        return app

    asked: list[tuple[str, str]] = []
    at = At(named("others"), "/graphql", named("graphql"))
    for kind, path in (("http", "/graphql"), ("http", "/graphql/"), ("websocket", "/graphql"), ("http", "/healthz")):
        asyncio.run(at({"type": kind, "path": path}, nothing, nothing))  # type: ignore[arg-type]  # nobody sends
    assert asked == [
        ("graphql", "/graphql"), ("others", "/graphql/"), ("others", "/graphql"), ("others", "/healthz"),
    ]  # fmt: skip
