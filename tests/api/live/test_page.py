"""GraphiQL subscribes, under a policy that lets it speak to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from api.page.routes import policy
from graph.arrivals import cursor, newest
from graph.store import Store
from graph.testing import empty
from graph.write import write
from tests.api.live.serving import serving
from tests.graph.stories import harbour

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("host", "sockets"),
    [
        ("graph.example", " ws://graph.example wss://graph.example"),
        ("127.0.0.1:8000", " ws://127.0.0.1:8000 wss://127.0.0.1:8000"),
        ("[::1]:8000", " ws://[::1]:8000 wss://[::1]:8000"),
        ("", ""),
        ("graph.example; script-src *", ""),
        ("graph.example evil.example", ""),
        ("*", ""),
    ],
)
def test_the_policy_lets_the_page_open_its_own_sockets(host: str, sockets: str) -> None:
    parts = policy(host).split("; ")
    assert f"connect-src 'self'{sockets}" in parts
    assert len(parts) == len(policy().split("; "))


@pytest.mark.store
@pytest.mark.browser
def test_the_page_shows_what_arrives(newsgraph_graph: Store, page: Page) -> None:
    empty(newsgraph_graph)
    write(newsgraph_graph, harbour())
    after = cursor(newest(newsgraph_graph).graph, 0)
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with serving(newsgraph_graph) as service:
        query = urlencode({"query": f'subscription {{ quoteSaid(after: "{after}") {{ quote {{ text }} }} }}'})
        page.goto(f"http://127.0.0.1:{service.port}/graphql?{query}")
        page.wait_for_selector(".graphiql-execute-button")
        page.click(".graphiql-execute-button")
        page.locator(".result-window", has_text="We are close,").wait_for()
        assert service.live.sockets == 1
        page.close()
    assert complaints == []
