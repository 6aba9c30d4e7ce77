"""Neo4j Browser as people meet it: log-in, a question of the library, the graph drawn, and nobody outside is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.cypher import statement
from graph.embedded.join import store_files
from graph.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.store, pytest.mark.browser]

PATIENCE = 90_000
"""Milliseconds; the page is large, and a busy machine slow."""
MEETING = """
CREATE (a:Article {id: 'northern-wire/1', headline: 'Ports talk'})
CREATE (one:Person:Entity {id: 'person/ada-example', name: 'Ada Example'})
CREATE (two:Person:Entity {id: 'person/bo-example', name: 'Bo Example'})
CREATE (one)-[:MET {id: '1', article: a.id, start: 0, end: 30, sentence: 'Ada Example met Bo Example.'}]->(two)
"""


@pytest.fixture(autouse=True)
def patience(page: Page) -> None:
    """A page waits as long as this one needs."""
    page.set_default_timeout(PATIENCE)


def _type(page: Page, text: str) -> None:
    page.locator(".monaco-editor").first.click()
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")


def test_log_in_a_question_and_a_drawing(newsgraph_graph: Store, page: Page) -> None:
    if newsgraph_graph.browser_url is None:
        pytest.skip("another Neo4j serves a Browser of its own")
    newsgraph_graph.write(lambda transaction: transaction.run(MEETING).consume())
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))

    page.goto(newsgraph_graph.browser_url)
    page.get_by_test_id("username").fill("neo4j")
    page.get_by_test_id("password").fill(store_files(newsgraph_graph.settings).password.read_text())
    page.get_by_test_id("connect").click()
    page.get_by_text("You are connected").first.wait_for()

    _type(page, ":param limit => 50")
    page.get_by_text('"limit": 50').first.wait_for()
    _type(page, statement("questions/who_met_whom.cypher"))
    page.get_by_text("Ada Example met Bo Example.").first.wait_for()

    _type(page, "MATCH path = (:Person)-[:MET]->(:Person) RETURN path")
    page.locator("svg g.node").nth(1).wait_for()
    assert page.locator("svg g.node").count() == 2
    assert page.locator("svg g.relationship").count() >= 1

    assert [url for url in answered if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []
