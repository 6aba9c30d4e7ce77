"""The functions of `graph.reading` on a real graph."""

from __future__ import annotations

from typing import Any

import pytest

from graph.reading import links, names, nodes, quotes, relationships, search, walk
from graph.reading.page import Edge, Page, window
from graph.reading.quotes import Filter, Parent, Shape
from graph.store import Store
from graph.testing import empty
from tests.newsroom import FIRST, OFFICIAL, PESKOV, PESKOVA, SANDHAVEN, SECOND, TALKS, UNION, UNREAD, fill

pytestmark = pytest.mark.store


@pytest.fixture(scope="module")
def filled(newsgraph_store: Store) -> Store:
    empty(newsgraph_store)
    fill(newsgraph_store)
    return newsgraph_store


@pytest.fixture
def store(filled: Store) -> Store:
    filled.reads = 0
    return filled


def texts(page: Page) -> list[str]:
    return [edge.row["text"] for edge in page.edges]


WELL, NOTHING, MOVEMENT = (
    "The talks went well,", "Nothing in the talks points to a deal yet", "We see no movement, The door stays open.",
)  # fmt: skip
WEATHER = "The weather was kind at least,"

P = PESKOV[1]


@pytest.mark.parametrize(
    ("parent", "where", "expected"),
    [
        (Parent(), Filter(), {WELL, NOTHING, MOVEMENT, WEATHER}),
        (Parent(speakers=(P,)), Filter(), {WELL, NOTHING, MOVEMENT}),
        (Parent(speakers=(P, PESKOVA[1])), Filter(), {WELL, NOTHING, MOVEMENT, WEATHER}),
        (Parent(speakers=()), Filter(), set()),
        (Parent(speakers=(P,), targets=(TALKS[1],)), Filter(), {WELL, NOTHING, MOVEMENT}),
        (Parent(targets=(TALKS[1],)), Filter(), {WELL, NOTHING, MOVEMENT}),
        (Parent(targets=()), Filter(), set()),
        (Parent(targets=(), query='+"weather"'), Filter(), {WEATHER}),
        (Parent(speakers=(P,), targets=(), query='+"weather"'), Filter(), set()),
        (Parent(speakers=(P,), targets=(TALKS[1],), query='+"talk"'), Filter(), {WELL, NOTHING, MOVEMENT}),
        (Parent(article=FIRST.id), Filter(), {NOTHING, MOVEMENT, WEATHER}),
        (Parent(article=FIRST.id, speakers=(P,), targets=(TALKS[1],)), Filter(), {NOTHING, MOVEMENT}),
        (Parent(speakers=(P,)), Filter(kinds=("indirect",)), {NOTHING}),
        (Parent(), Filter(since="2031-05-07"), {WELL}),
        (Parent(speakers=(P,)), Filter(until="2031-05-06"), {NOTHING, MOVEMENT}),
        (Parent(targets=(TALKS[1],)), Filter(source="Example Gazette"), {WELL}),
        (Parent(), Filter(confidence=0.7, polarity="positive", speech_acts=("statement",)), {WELL, NOTHING, WEATHER}),
        # More pairs than are worth a seek each are walked, and answer the same.
        (Parent(speakers=(P,), targets=(TALKS[1], *map(str, range(300)))), Filter(), {WELL, NOTHING, MOVEMENT}),
        (Parent(targets=(TALKS[1], *map(str, range(300)))), Filter(), {WELL, NOTHING, MOVEMENT}),
    ],
)
def test_quotes_are_found_by_every_road(store: Store, parent: Parent, where: Filter, expected: set[str]) -> None:
    page = quotes.pages(store, [parent], where, window("newest"))[parent]
    assert set(texts(page)) == expected
    assert len(texts(page)) == len(expected)
    assert quotes.counts(store, [parent], where) == {parent: len(expected)}
    assert store.reads == 2


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize(
    "parent", [Parent(), Parent(speakers=(P,)), Parent(targets=(TALKS[1],)), Parent(article=FIRST.id)]
)
def test_pages_turn_both_ways(store: Store, parent: Parent, order: Any) -> None:
    def page(*args: Any) -> Page:
        return quotes.pages(store, [parent], Filter(), window(order, *args))[parent]

    everything = page(100)
    days = [edge.row["day"] for edge in everything.edges]
    assert days == sorted(days, reverse=order == "newest")
    forward: list[Edge] = []
    after: str | None = None
    while True:
        turned = page(1, after)
        forward += turned.edges
        if not turned.has_next:
            break
        after = turned.edges[-1].cursor
    backward: list[Edge] = []
    before: str | None = None
    while True:
        turned = page(None, None, 1, before)
        backward = [*turned.edges, *backward]
        if not turned.has_previous:
            break
        before = turned.edges[0].cursor
    assert tuple(forward) == tuple(backward) == everything.edges
    between = page(100, everything.edges[0].cursor, None, everything.edges[-1].cursor)
    assert between.edges == everything.edges[1:-1]


def test_many_parents_take_one_statement(store: Store) -> None:
    parents = [Parent(speakers=(s,)) for s in (P, PESKOVA[1], "person/nobody")]
    pages = quotes.pages(store, parents, Filter(), window("newest", 2))
    assert [(len(pages[p].edges), pages[p].has_next) for p in parents] == [(2, True), (1, False), (0, False)]
    assert store.reads == 1


def shape(**given: bool) -> Shape:
    return Shape(**{"speakers": False, "targets": False, "article": False, "words": False, "many": False, **given})


def operators(plan: dict[str, Any]) -> set[str]:
    return {plan["operatorType"].split("@")[0]}.union(*(operators(child) for child in plan.get("children", ())))


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("given", "seek"),
    [
        (shape(speakers=True), "DirectedRelationshipIndexSeek"),
        (shape(targets=True), "DirectedRelationshipIndexSeek"),
        (shape(speakers=True, targets=True), "DirectedRelationshipIndexSeek"),
        (shape(), "NodeIndexSeek"),
    ],
)
def test_pages_are_walked_in_the_order_of_an_index(
    store: Store, given: Shape, seek: str, turned: bool, order: Any
) -> None:
    page = quotes.pages(store, [Parent()], Filter(), window("newest"))[Parent()]
    after = place_of(page, order) if turned else None
    statement = quotes.page_statement(given, Filter(), window(order, 20, after))

    def explain(transaction: Any) -> Any:
        parameters = {"parents": [], "limit": 21, "after_key": "", "after_id": ""}
        return transaction.run(f"EXPLAIN {statement}", parameters).consume().plan

    # the planner goes by statistics, which may still be those of another test's graph
    store.write(lambda transaction: transaction.run("CALL db.prepareForReplanning(30)").consume())
    plan = store.write(explain)
    inner = leaf_branch(plan)
    assert any(name.startswith((seek, "NodeIndexScan")) for name in inner)
    assert not inner & {"Sort", "PartialSort", "Top", "PartialTop", "AllNodesScan", "NodeByLabelScan"}


def place_of(page: Page, order: Any) -> str:
    from graph.reading.page import cursor

    row = page.edges[0].row
    return cursor(order, row["day"], row["id"])


def leaf_branch(plan: dict[str, Any]) -> set[str]:
    """Operators from the index up to the limit of the walk."""
    found: set[str] = set()

    def walk_down(at: dict[str, Any], path: list[str]) -> None:
        name = at["operatorType"].split("@")[0]
        if "Index" in name:
            upto = [name]
            for each in reversed(path):
                upto.append(each)
                if each in ("Limit", "Top", "PartialTop"):
                    break
            found.update(upto)
        for child in at.get("children", ()):
            walk_down(child, [*path, name])

    walk_down(plan, [])
    return found


def test_names_lead_to_nodes(store: Store) -> None:
    assert [row["id"] for row in names.find(store, "Peskov")] == [P]
    assert [row["id"] for row in names.find(store, "Mr peskova")] == [PESKOVA[1]]
    assert [row["id"] for row in names.find(store, P)] == [P]
    assert names.find(store, "person/nobody") == []
    assert names.find(store, "?!") == []
    assert [row["id"] for row in names.find(store, "union of ports")] == [UNION[1]]
    assert names.find(store, "Peskov", ("Place",)) == []
    assert names.suggest(store, "Peskof") == ["Oleg Peskov", "Ana Peskova"]


def test_words_lead_to_topics(store: Store) -> None:
    assert names.topic(store, "talks").targets == (TALKS[1],)
    assert names.topic(store, "Sandhaven").targets == (SANDHAVEN[1], TALKS[1])
    assert names.topic(store, TALKS[1]) == names.Topic((TALKS[1],), "")
    assert names.topic(store, "the moon").targets == ()


def test_articles_are_no_part_of_a_topic(store: Store) -> None:
    assert names.topic(store, "the talks") == names.topic(store, "talks") == names.Topic((TALKS[1],), '+"talks"')
    assert names.topic(store, "a talk in the Sandhaven").targets == (TALKS[1],)


def test_nodes_come_by_id_with_their_label(store: Store) -> None:
    found = nodes.by_ids(store, [P, TALKS[1], FIRST.id, "person/nobody"])
    assert {ident: row["node"] for ident, row in found.items()} == {P: "Person", TALKS[1]: "Event", FIRST.id: "Article"}
    assert found[FIRST.id]["published"] == "2031-05-06"
    assert "text" not in found[FIRST.id]
    assert store.reads == 1


def test_characters_are_those_of_the_text(store: Store) -> None:
    at = FIRST.text.index("talks")
    assert nodes.spans(store, [(FIRST.id, at, at + 5)]) == {(FIRST.id, at, at + 5): "talks"}
    assert nodes.texts(store, [FIRST.id, UNREAD.id]) == {FIRST.id: FIRST.text, UNREAD.id: UNREAD.text}
    assert nodes.utf16(FIRST.text, at) == at + 1


def test_links_hang_on_many_nodes(store: Store) -> None:
    found = links.of(store, [P, PESKOVA[1]], links.HOLDS_ROLE["Person"])
    assert [(i["node"]["id"], i["link"]["title"], i["link"]["on"]) for i in found[P]] == [
        (UNION[1], "Spokesman", "2031-05-09"), (UNION[1], "spokesman", "2031-05-06"),
    ]  # fmt: skip
    assert found[PESKOVA[1]] == []
    assert [row["id"] for row in links.within(store, [SANDHAVEN[1]])[SANDHAVEN[1]]] == ["place/eastern-coast"]
    assert store.reads == 2


def test_walks_and_their_counts_agree(store: Store) -> None:
    parent = {"key": "", "ids": [P]}
    coast = {"key": "", "ids": ["place/eastern-coast"]}
    one = {"key": "", "ids": [FIRST.id]}
    for way, given, expected in (
        (walk.ALL_EVENTS, walk.ROOT[0], [TALKS[1]]),
        (walk.EVENTS_OF, parent, [TALKS[1]]),
        (walk.EVENTS_IN, coast, [TALKS[1]]),
        (walk.EVENTS_REPORTED, one, [TALKS[1]]),
        (walk.ARTICLES, walk.ROOT[0], [SECOND.id, FIRST.id, UNREAD.id]),
        (walk.named("Person"), walk.ROOT[0], [PESKOVA[1], P]),
    ):
        order: Any = way.sort if way.sort == "name" else "newest"
        page = walk.pages(store, way, [given], walk.NONE, window(order))[""]
        assert [edge.row["id"] for edge in page.edges] == expected
        assert walk.counts(store, way, [given], walk.NONE) == {"": len(expected)}
    mentions = walk.pages(store, walk.MENTIONS_OF, [parent], walk.NONE, window("newest"))[""]
    assert [edge.row["link"]["article"] for edge in mentions.edges] == [FIRST.id]


@pytest.mark.parametrize(
    ("who", "direction", "expected"),
    [(P, "both", {"ACCUSED", "MET"}), (P, "out", {"MET"}), (PESKOVA[1], "in", {"MET"}), (P, "in", {"ACCUSED", "MET"})],
)
def test_relationships_lead_one_way_or_both(store: Store, who: str, direction: Any, expected: set[str]) -> None:
    where = relationships.conditions(direction)
    page = walk.pages(store, relationships.walk(), [{"key": "", "ids": [who]}], where, window("newest"))[""]
    assert {edge.row["link"]["type"] for edge in page.edges} == expected


def test_search_goes_over_everything_best_first(store: Store) -> None:
    page = search.search(store, "talks", window("score"))
    assert {edge.row["node"] for edge in page.edges} == {"Quote", "Event", "Article"}
    scores = [edge.row["score"] for edge in page.edges]
    assert scores == sorted(scores, reverse=True)
    assert search.count(store, "talks") == len(scores)
    first = search.search(store, "talks", window("score", 2))
    rest = search.search(store, "talks", window("score", 50, first.edges[-1].cursor))
    assert (*first.edges, *rest.edges) == page.edges
    people = search.search(store, "Peskov", window("score"), ("Person", "Unnamed"))
    assert [edge.row["id"] for edge in people.edges] == [P]
    assert search.search(store, "  ", window("score")).edges == ()
    assert [e.row["id"] for e in search.search(store, "official", window("score"), ("Unnamed",)).edges] == [OFFICIAL[1]]
