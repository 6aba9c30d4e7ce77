"""Pages of anything but quotes, what hangs on a node, and search: small statements made of the parts."""

from __future__ import annotations

from typing import Any

import pytest

from graph.reading import links, meaning, typed, walks
from graph.reading.block import Block, Names, fill
from graph.reading.links import Links
from graph.reading.meaning import Asked
from graph.reading.page import Order, Window
from graph.reading.walks import Walk
from graph.reading.words import all_of, nearly
from graph.store import Store
from tests.newsroom import COAST, FIRST, OFFICIAL, PESKOV, PESKOVA, SANDHAVEN, SECOND, TALKS, UNION, UNREAD

pytestmark = pytest.mark.store

P = PESKOV[1]


def rows(
    store: Store, walk: Walk, shown: str, node: str | None = None, more: str = "", **given: Any
) -> tuple[Any, int]:
    """What is shown of each row of the first page, and how many rows there are on all; `node`: the id of `<n>`.

    `more`: conditions, each starting with AND; `order`: newest unless given.
    """
    order: Order = given.pop("order", "newest")
    found = []
    for window in (Window(order, "$limit"), None):
        block = Block(Names())
        names: dict[str, str] = {}
        if node is not None:
            name = "n" if "<n>" in walk.match else "nodes"
            names[name] = block.fresh(name)
            block.add("MATCH (it) WHERE it.id = $node")
            block.add(f"WITH {'it' if name == 'n' else 'collect(it)'} AS {names[name]}")
        names = walks.bind(block, walk, names)
        walks.rows(block, walk, names, fill(more, names), window)
        text = fill(shown, names) if window else "1"
        block.add(f"RETURN collect({text}) AS found")
        found.append(store.one(block.text(), {"node": node, "limit": 21, **given}))
    page, everything = found
    assert isinstance(everything, list)
    return page, len(everything)


@pytest.mark.parametrize(
    ("walk", "node", "expected"),
    [
        (walks.ALL_EVENTS, None, [TALKS[1]]),
        (walks.EVENTS_OF, P, [TALKS[1]]),
        (walks.EVENTS_OF, PESKOVA[1], []),
        (walks.EVENTS_OF_ANY, P, [TALKS[1]]),
        (walks.EVENTS_IN, COAST[1], [TALKS[1]]),
        (walks.EVENTS_IN_ANY, SANDHAVEN[1], [TALKS[1]]),
        (walks.EVENTS_REPORTED, FIRST.id, [TALKS[1]]),
        (walks.EVENTS_REPORTED, UNREAD.id, []),
        (walks.ARTICLES, None, [SECOND.id, FIRST.id, UNREAD.id]),
        (walks.ARTICLES_NAMING, P, [FIRST.id]),
    ],
)
def test_walks_and_their_counts_agree(newsroom: Store, walk: Walk, node: str | None, expected: list[str]) -> None:
    assert rows(newsroom, walk, "<it>.id", node) == (expected, len(expected))


def test_articles_about_something_name_it_or_hold_its_words(newsroom: Store) -> None:
    block = Block(Names())
    nodes = block.fresh("nodes")
    block.add(f"OPTIONAL MATCH (it:Person) WHERE it.id = $node WITH collect(it) AS {nodes}")
    names = walks.bind(block, walks.ARTICLES_ABOUT, {"nodes": nodes, "query": "$query"})
    walks.rows(block, walks.ARTICLES_ABOUT, names, "", Window("newest", "$limit"))
    block.add(f"RETURN collect({names['it']}.id) AS found")

    def about(node: str, query: str) -> object:
        return newsroom.one(block.text(), {"node": node, "query": query, "limit": 21})

    assert about(P, "") == [FIRST.id]
    assert about("", all_of("deal")) == [SECOND.id, FIRST.id]
    assert about("", all_of("movement deal")) == [FIRST.id]
    assert about(P, all_of("12 injured")) == [SECOND.id, FIRST.id]
    assert about("", "") == []


def test_names_go_both_ways(newsroom: Store) -> None:
    people = walks.named("Person")
    assert rows(newsroom, people, "<it>.name", order="ascending") == (["Ana Peskova", "Oleg Peskov"], 2)
    assert rows(newsroom, people, "<it>.name", order="descending") == (["Oleg Peskov", "Ana Peskova"], 2)


def test_mentions_are_walked_from_either_end(newsroom: Store) -> None:
    assert rows(newsroom, walks.MENTIONS_OF, "<a>.id", P) == ([FIRST.id], 1)
    found = Block(Names())
    a = found.fresh("a")
    found.add(f"MATCH ({a}:Article) WHERE {a}.id = $id")
    names = walks.bind(found, walks.MENTIONS_IN, {"a": a})
    walks.rows(found, walks.MENTIONS_IN, names, "", Window("ascending", "$limit"))
    found.add(f"RETURN collect({names['n']}.id) AS found")
    assert newsroom.one(found.text(), {"id": FIRST.id, "limit": 21}) == [P]


@pytest.mark.parametrize(
    ("who", "way", "expected"),
    [
        (P, "both", ["MET", "ACCUSED"]), (P, "out", ["MET"]), (P, "in", ["MET", "ACCUSED"]),
        (PESKOVA[1], "out", ["MET", "ACCUSED"]), (PESKOVA[1], "in", ["MET"]),
    ],
)  # fmt: skip
def test_relationships_lead_one_way_or_both(newsroom: Store, who: str, way: str, expected: list[str]) -> None:
    one, any_ = walks.relationships_of((), nodes=False), walks.relationships_of((), nodes=True)
    assert rows(newsroom, one, "type(<r>)", who, walks.leads("n1_", way)) == (expected, len(expected))
    assert rows(newsroom, any_, "type(<r>)", who, walks.leads("anchor", way)) == (expected, len(expected))


def test_relationships_of_a_type(newsroom: Store) -> None:
    shown = "[<subject>.id, <object>.id]"
    assert rows(newsroom, walks.relationships(["ACCUSED"]), shown) == ([[PESKOVA[1], P]], 1)
    assert rows(newsroom, walks.relationships([]), shown) == ([[P, PESKOVA[1]], [PESKOVA[1], P]], 2)
    assert rows(newsroom, walks.relationships_of(["DETAINED"], nodes=False), shown, P) == ([], 0)


def linked(store: Store, link: Links, near: str, shown: str) -> object:
    block = Block(Names())
    n = block.fresh("n")
    block.add(f"MATCH ({n}) WHERE {n}.id = $id")
    r, m = link.rows(block, n)
    block.add(f"RETURN collect({shown.replace('<r>', r).replace('<it>', m)}) AS found")
    return store.one(block.text(), {"id": near})


def test_links_hang_on_a_node_in_order(newsroom: Store) -> None:
    roles = linked(newsroom, links.HOLDS_ROLE, P, "[<it>.id, <r>.title, toString(<r>.on)]")
    assert roles == [[UNION[1], "Spokesman", "2031-05-09"], [UNION[1], "spokesman", "2031-05-06"]]
    assert linked(newsroom, links.HOLDS_ROLE, PESKOVA[1], "<it>.id") == []
    assert linked(newsroom, links.ROLE_HOLDERS, UNION[1], "<it>.id") == [P, P]
    assert linked(newsroom, links.REPORTED_IN, TALKS[1], "<it>.id") == [FIRST.id, SECOND.id]
    once = Links("HOLDS_ROLE", True, ("<r>.on DESC", "<it>.id"), once=True)
    assert linked(newsroom, once, P, "[<it>.id, <r>.title]") == [[UNION[1], "Spokesman"]]


def test_a_place_lies_in_others(newsroom: Store) -> None:
    block = Block(Names())
    n = block.fresh("n")
    block.add(f"MATCH ({n}:Place {{id: $id}})")
    block.add(f"RETURN collect({links.within(block, n)}.id) AS found")
    assert newsroom.one(block.text(), {"id": SANDHAVEN[1]}) == [COAST[1]]
    assert newsroom.one(block.text(), {"id": COAST[1]}) == []


def hits(*, after: bool = False) -> str:
    """A page of hits, as a list; `$asked`: what is searched for."""
    block = Block(Names())
    it, score, reason = block.fresh("it"), block.fresh("score"), block.fresh("reason")
    window = Window("score", "$limit", "$after" if after else None)
    block.add(meaning.hits("$asked", it, score, reason))
    block.add(f"WITH {it}, {score} WHERE true {window.within(score, f'{it}.id')}")
    block.add(f"WITH {it}, {score} ORDER BY {score} DESC, {it}.id DESC LIMIT $limit")
    block.add(f"RETURN collect({{label: head(labels({it})), id: {it}.id, score: {score}}}) AS found")
    return block.text()


def test_search_goes_over_everything_best_first(newsroom: Store) -> None:
    def found(query: str, *labels: str, limit: int = 50, after: object = None) -> list[Any]:
        asked = Asked(query, labels=labels).parameters()
        text = hits(after=after is not None)
        answer = newsroom.one(text, {"asked": asked, "limit": limit, "after": after})
        assert isinstance(answer, list)
        return answer

    page = found("talks")
    assert {row["label"] for row in page} == {"Quote", "Event", "Article"}
    scores = [row["score"] for row in page]
    assert scores == sorted(scores, reverse=True)
    assert (scores[0], min(scores) > 0) == (1.0, True)
    first = found("talks", limit=2)
    assert first + found("talks", after={"key": first[-1]["score"], "id": first[-1]["id"]}) == page
    assert [row["id"] for row in found("Peskov", "Person", "Unnamed")] == [P]
    assert [row["id"] for row in found("official", "Unnamed")] == [OFFICIAL[1]]
    assert found("  ") == []


def test_names_while_they_are_typed(newsroom: Store) -> None:
    text = typed.names_like("$begun", "$near", ("Person", "Place"), "it", "$most")

    def found(name: str, most: int = 5) -> object:
        given = {"begun": typed.beginning(name), "near": nearly(name), "most": most}
        return newsroom.one(f"{text}\nRETURN collect(it.name) AS found", given)

    assert found("pes") == ["Ana Peskova", "Oleg Peskov"]
    assert found("pes", 1) == ["Ana Peskova"]
    assert found("ana pes") == ["Ana Peskova"]
    assert found("Sandhavn") == ["Sandhaven"]
    assert found("ports") == []
    assert found("?") == []
