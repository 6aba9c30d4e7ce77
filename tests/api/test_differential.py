"""The service against the reference: generated operations, answered by both, must give the same answer.

NEWSGRAPH_DIFFERENTIAL=2000 draws so many operations anew, on a graph with the samples in it as well; without it some
200, the same on every run, as far as they are done within forty seconds.

Not compared: the cost rule and the limit of tokens (`test_cost.py` has them; what the rule refuses is passed over), the
examples of sentences in a NOT_UNDERSTOOD error, search by meaning (there are no vectors here), and how the sentences of
`ask` are understood.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.schema import sdl
from graph.facts import Link, Node
from graph.settings import Settings
from graph.store import Store
from graph.testing import empty
from graph.words import stems
from tests import newsroom
from tests.api import varied
from tests.api.reference.compare import differences, too_much, too_slow
from tests.api.reference.examples import ASK, DOCUMENTS, OPERATIONS, SENTENCES
from tests.api.reference.model import Graph
from tests.api.reference.operations import operations, variables
from tests.api.reference.run import REQUEST, Reference
from tests.api.reference.values import Chance, Values
from tests.conftest import SAMPLES

pytestmark = [pytest.mark.store, pytest.mark.long]

MANY = int(os.environ.get("NEWSGRAPH_DIFFERENTIAL", "0"))
SECONDS = 40.0
"""After so many, no more operations are drawn, unless many are asked for."""

Ask = Callable[[str, dict[str, Any] | None], dict[str, Any]]
Compare = Callable[..., None]


@pytest.fixture(scope="module")
def varied_graph(newsgraph_store: Store) -> Store:
    empty(newsgraph_store)
    if MANY:
        from loaders.extract.reader import Reader
        from loaders.load import load
        from loaders.read.articles import articles

        load(newsgraph_store, Reader(Settings()), articles([str(SAMPLES)]))
    newsroom.fill(newsgraph_store)
    varied.add(newsgraph_store)
    return newsgraph_store


@pytest.fixture(scope="module")
def reference(varied_graph: Store) -> Reference:
    return Reference(Graph.read(varied_graph), sdl())


@pytest.fixture(scope="module")
def ask(varied_graph: Store) -> Iterator[Ask]:
    """The service's answer over HTTP, with the id of the request taken out."""
    with TestClient(create_app(Settings(vectors=False, rate=0), varied_graph)) as client:

        def run(operation: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
            answer = client.post("/graphql", json={"query": operation, "variables": variables})
            told: dict[str, Any] = json.loads(answer.text.replace(answer.headers["x-request-id"], REQUEST))
            return told

        yield run


@pytest.fixture(scope="module")
def compare(ask: Ask, reference: Reference) -> Compare:
    """Asks both and fails with the operation and what differs."""

    def run(operation: str, variables: dict[str, Any] | None = None, by: Reference = reference) -> None:
        told = ask(operation, variables)
        if too_much(told) or (MANY and too_slow(told)):
            return
        known = by.answer(operation, variables)
        found = differences(told, known, lambda: by.answer(operation, variables, everything=True))
        if found:
            pytest.fail("\n".join([operation, f"variables: {json.dumps(variables)}", *found]), pytrace=False)

    return run


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_operations(compare: Compare, operation: str) -> None:
    compare(operation)


@pytest.mark.parametrize("question", SENTENCES)
def test_sentences(compare: Compare, question: str) -> None:
    compare(ASK, {"question": question})


@pytest.mark.parametrize("variables", [{}, {"day": None}, {"day": 7}, {"day": "2031-05-06", "size": 3}, {"size": "3"}])
def test_variables(compare: Compare, variables: dict[str, Any]) -> None:
    compare(
        "query ($day: Date, $size: Int = 1) { quotes(saidOn: {on: $day}, first: $size) { edges { node { id } } } }",
        variables,
    )


def generated(examples: int) -> settings:
    """The same examples on every run, or many others where many are asked for."""
    return settings(
        max_examples=MANY or examples, derandomize=not MANY, deadline=None, database=None, print_blob=bool(MANY),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )  # fmt: skip


class Limit:
    """Until when there is something to do: a slow machine does less. What has failed is done again, to be made
    smaller.
    """

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds
        self.done = 0
        self.failed = False

    @contextmanager
    def __call__(self) -> Iterator[bool]:
        if not MANY and not self.failed and time.monotonic() > self.until:
            yield False
            return
        self.done += 1
        self.failed = True
        yield True
        self.failed = False


def test_generated_operations(reference: Reference, compare: Compare) -> None:
    values, limit = Values.of(reference.graph), Limit(SECONDS)

    @generated(200)
    @given(st.data())
    def one(data: st.DataObject) -> None:
        operation = data.draw(operations(reference.schema, values))
        with limit() as wanted:
            if wanted:
                compare(operation.text, operation.variables)

    one()
    assert limit.done


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_with_many_values(reference: Reference, compare: Compare, document: str) -> None:
    values, limit = Values.of(reference.graph), Limit(SECONDS / 8)

    @generated(30)
    @given(st.data())
    def one(data: st.DataObject) -> None:
        given_ = variables(Chance(data.draw), reference.schema, document, values)
        with limit() as wanted:
            if wanted:
                compare(document, given_)

    one()
    assert limit.done


@pytest.mark.parametrize("query", ["talks", "berg gazette", "\U0001f6a2 ships, dead"])
def test_marks_stand_on_the_words(ask: Ask, reference: Reference, query: str) -> None:
    """Which piece of a text is shown is the service's to choose."""
    operation = """query ($query: String!) { search(query: $query, by: words) { edges { node { id } highlights {
        field text spans { start end utf16Start utf16End } } } } }"""
    fields = {"headline": "headline", "text": "text", "label": "label", "name": "name", "alias": "aliases"}
    for hit in ask(operation, {"query": query})["data"]["search"]["edges"]:
        node = reference.graph.nodes[hit["node"]["id"]]
        for each in hit["highlights"]:
            whole, text = node.get(fields[each["field"]]), each["text"]
            assert any(text in one for one in (whole if isinstance(whole, list) else [whole]))
            assert len(text) <= 300
            assert each["spans"]
            for span in each["spans"]:
                word = text[span["start"] : span["end"]]
                assert stems(word)
                assert set(stems(word)) <= set(stems(query))
                units = text.encode("utf-16-le")[2 * span["utf16Start"] : 2 * span["utf16End"]]
                assert units.decode("utf-16-le") == word


@pytest.mark.parametrize(
    "ends", [("Zoe", "place/land"), ("person/member-007", "person/zoe"), ("Zoe", "the younger Berg")]
)
@pytest.mark.parametrize("mentions", [False, True])
def test_each_step_of_a_path_is_in_the_graph(
    ask: Ask, reference: Reference, ends: tuple[str, str], mentions: bool
) -> None:
    """Which of several shortest paths is shown is the service's to choose."""
    operation = """query ($from: String!, $to: String!, $mentions: Boolean!) {
        path(from: $from, to: $to, maxSteps: 6, mentions: $mentions) {
          length nodes { id } steps { type forward from { id } to { id } evidence { text } } } }"""
    path = ask(operation, {"from": ends[0], "to": ends[1], "mentions": mentions})["data"]["path"]
    nodes = [node["id"] for node in path["nodes"]]
    assert [(s["from"]["id"], s["to"]["id"]) for s in path["steps"]] == list(pairwise(nodes))
    assert path["length"] == len(path["steps"])
    for step in path["steps"]:
        start, end = (step["from"], step["to"]) if step["forward"] else (step["to"], step["from"])
        links = reference.graph.nodes[start["id"]].out[step["type"]]
        assert end["id"] in {link.end.id for link in links}
        assert step["evidence"]


@pytest.mark.parametrize(
    "operation",
    [
        "{ quotes(first: 100) { edges { node { id } } } }",
        '{ quote(id: "quote/kindless") { id cue } }',
        '{ quote(id: "quote/kindless") { id kind } }',
        "{ events(first: 100) { edges { node { id label } } } }",
        '{ event(id: "event/typeless") { label quotes { totalCount } } }',
        '{ event(id: "event/typeless") { label type } }',
    ],
)
def test_what_has_no_kind_is_wrong_only_there(varied_graph: Store, compare: Compare, operation: str) -> None:
    quote = Node("Quote", "quote/kindless", {"article": "varied/1", "text": "Kindless", "day": "2031-05-07"})
    event = Node("Event", "event/typeless", {"label": "something", "day": "2031-05-07"})
    link = Link(
        "IN", "kindless", ("Quote", quote.id), ("Article", "varied/1"), {"article": "varied/1", "start": 0, "end": 1}
    )
    varied.write(varied_graph, [quote, event], [link])
    try:
        compare(operation, None, Reference(Graph.read(varied_graph), sdl()))
    finally:
        remove = "MATCH (n) WHERE n.id IN $ids DETACH DELETE n"
        varied_graph.write(lambda transaction: transaction.run(remove, ids=[quote.id, event.id]).consume())
