"""Writing an invented graph into a new store, quicker than the writer, which must ask what is there already.

The rows and the statements are the writer's (a test compares the two graphs whole); but nothing is replaced, every
article says of a node what the first one said, and the indexes come after the rows, all at once.
"""

from __future__ import annotations

import time
from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from bench.graphs.stories import End, Stories
from graph import derive, published, schema
from graph.cypher import statement
from graph.errors import RepairStore, TooMuch
from graph.facts import Facts, Link
from graph.found_by import found_by
from graph.model import NODE, RELATIONSHIP
from graph.progress import Progress, silent
from graph.store import Store

if TYPE_CHECKING:
    import neo4j

ARTICLES, ROWS = 200, 5_000
"""Articles in one transaction, rows in one statement."""
PATIENCE = 3_600.0
"""Seconds that the indexes may take."""
Row = dict[str, Any]


def place(store: Store, stories: Stories, progress: Progress = silent) -> None:
    """Write all articles, then apply the schema. `store`: new, and without a schema. RepairStore if it is not empty."""
    if store.read(statement("schema/test-marker.cypher"))[0]["filled"]:
        raise RepairStore("The store for an invented graph is not empty.", "Delete its directory.")
    shared: dict[End, str] = {}
    done = 0
    for some in _ahead(iter(stories)):
        made = store.write(partial(_write, some=some, shared=shared))
        shared |= {end: at for end, at in made.items() if end[0] != "Article" and not NODE[end[0]].owned}
        done += len(some)
        progress("Writing articles", done, stories.plan.articles)
    _make_indexes(store, progress)


def _ahead(facts: Iterator[Facts]) -> Iterator[list[Facts]]:
    """The articles of one transaction each; the next ones are made up while the server writes."""
    with ThreadPoolExecutor(1) as other:
        coming = other.submit(lambda: list(islice(facts, ARTICLES)))
        while some := coming.result():
            coming = other.submit(lambda: list(islice(facts, ARTICLES)))
            yield some


def _make_indexes(store: Store, progress: Progress) -> None:
    """Apply the schema; the server breaks off a statement that waits too long, and goes on making the indexes."""
    progress("Making indexes", 0, 0)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return schema.apply(store)
        except TooMuch:
            if time.monotonic() > end:
                raise


def _write(transaction: neo4j.ManagedTransaction, some: Sequence[Facts], shared: Mapping[End, str]) -> dict[End, str]:
    """Write some articles. `shared`: where the nodes of earlier ones are. Returns where the new ones are."""
    made: dict[End, str] = {}
    for rows in _batches(list(_nodes(some, shared))):
        found = transaction.run(statement("write/create_nodes.cypher"), {"given": {"rows": rows}})
        made |= {(record["label"], record["id"]): record["element"] for record in found}
    there = ChainMap(made, dict(shared))
    for rows in _batches(list(_links(some, shared, there))):
        transaction.run(statement("write/create_links.cypher"), {"given": {"rows": rows}}).consume()
    return made


def _nodes(some: Sequence[Facts], shared: Mapping[End, str]) -> Iterator[Row]:
    mentions: dict[End, list[Mapping[str, Any]]] = defaultdict(list)
    reports: dict[End, list[Mapping[str, Any]]] = defaultdict(list)
    told: dict[End, Row] = {}
    for facts in some:
        yield _node("Article", {"id": facts.article.id, **published.properties(facts, corrected=False)})
        for node in facts.nodes:
            if (node.label, node.id) not in shared:
                told.setdefault((node.label, node.id), {"id": node.id}).update(node.properties)
        for link in facts.links:
            if link.type == "MENTIONS":
                mentions[link.end].append(link.properties)
            elif link.type == "REPORTED_IN":
                reports[link.start].append({**link.properties, "published": facts.article.published})
    for end, properties in told.items():
        if mentions[end]:
            properties |= derive.named(end[0], properties, mentions[end])
        if reports[end]:
            properties |= derive.event(reports[end])
        yield _node(end[0], properties | found_by(end[0], properties))


def _node(label: str, properties: Row) -> Row:
    labels = [label, "Entity"] if NODE[label].entity else [label]
    return {"labels": labels, "properties": {name: value for name, value in properties.items() if value is not None}}


def _links(some: Sequence[Facts], shared: Mapping[End, str], there: Mapping[End, str]) -> Iterator[Row]:
    lying: dict[End, Link] = {}
    for facts in some:
        for link in facts.links:
            if RELATIONSHIP[link.type].asserted:
                yield _link(link, there)
            elif link.start not in shared:
                lying[link.start] = link
    yield from (_link(link, there) for link in lying.values())


def _link(link: Link, there: Mapping[End, str]) -> Row:
    return {
        "type": link.type, "start": there[link.start], "end": there[link.end], "properties": dict(link.properties),
    }  # fmt: skip


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[first : first + ROWS] for first in range(0, len(rows), ROWS))
