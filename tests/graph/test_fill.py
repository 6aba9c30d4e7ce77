"""A store that an older newsgraph wrote gets what its nodes are found by, once, and goes on after an interruption."""

from __future__ import annotations

import pytest

from graph import fill as filling
from graph import schema
from graph.cypher import statement
from graph.dump import dump
from graph.errors import RetryLater
from graph.found_by import DERIVED
from graph.schema import Version, apply, current, ours
from graph.store import Store
from graph.write import write
from tests.graph.stories import harbour, reply, strike

pytestmark = pytest.mark.store


@pytest.fixture
def old(newsgraph_graph: Store) -> tuple[Store, list[str]]:
    """A store as version 1 left it, and what it is to hold."""
    for facts in (harbour(), strike(), reply()):
        write(newsgraph_graph, facts)
    _run(newsgraph_graph, "MATCH (a:Article {id: 'reply'}) SET a.text = a.text + '😀', a.astral = [size(a.text)]")
    _run(newsgraph_graph, "MATCH (q:Quote) WHERE q.text STARTS WITH 'Nothing' SET q.text = 'To be', q.words = null")
    wanted = dump(newsgraph_graph)
    for label, name in DERIVED.items():
        _run(newsgraph_graph, f"MATCH (n:{label}) REMOVE n.{name}")
    _run(newsgraph_graph, "DROP INDEX quote_words")
    _run(newsgraph_graph, statement("schema/set-version.cypher"), version=1, mark=ours().mark)
    assert dump(newsgraph_graph) != wanted
    return newsgraph_graph, wanted


def _run(store: Store, text: str, **parameters: object) -> None:
    store.write(lambda transaction: transaction.run(text, parameters).consume())


def _words(store: Store) -> object:
    query = "CALL db.index.fulltext.queryNodes('quote_words', 'close') YIELD node RETURN node.text AS text"
    return store.read(query)


def test_an_older_store_is_filled(old: tuple[Store, list[str]]) -> None:
    store, wanted = old
    told: list[tuple[str, int, int]] = []
    apply(store, lambda what, done, total: told.append((what, done, total)))
    assert dump(store) == wanted
    assert current(store) == ours()
    assert _words(store) == [{"text": "We are close,"}]
    assert told[-1][0] == "Deriving what nodes are found by"
    assert told[-1][1] >= 15
    store.reads = 0
    apply(store)
    assert store.reads == 1


def test_an_interrupted_filling_goes_on(old: tuple[Store, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    store, wanted = old
    monkeypatch.setattr(filling, "BATCH", 2)

    def stop(what: str, done: int, total: int) -> None:
        if done >= 6:
            raise RetryLater("The store went away.", "Again.")

    with pytest.raises(RetryLater):
        apply(store, stop)
    assert current(store) == Version(1, ours().mark)
    half = dump(store)
    assert half != wanted
    apply(store)
    assert dump(store) == wanted
    assert current(store) == ours()


def test_a_new_store_has_nothing_to_fill(newsgraph_graph: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "fill", lambda *_: pytest.fail("asked a new store for old nodes"))
    _run(newsgraph_graph, "MATCH (s:_Newsgraph {id: 'schema'}) DELETE s")
    apply(newsgraph_graph)
    assert current(newsgraph_graph) == ours()
