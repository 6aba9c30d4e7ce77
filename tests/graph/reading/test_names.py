"""Who answers to a name, what some words may mean, and names that are spelt nearly so."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import TooMuch
from graph.facts import Facts, Node
from graph.model import Article
from graph.reading import names
from graph.reading.block import Block, Names
from graph.reading.rows import ENTITIES
from graph.store import Store
from graph.testing import empty
from graph.words import name_keys
from tests.newsroom import fill

pytestmark = pytest.mark.store


def n(label: str, name: str, *aliases: str) -> Node:
    more = {} if label == "Unnamed" else {"aliases": list(aliases)}
    return Node(label, f"{label.lower()}/{name.lower().replace(' ', '-')}", {"name": name, **more})


OLEG, ANA, YAN = n("Person", "Oleg Peskov", "Peskov"), n("Person", "Ana Peskova"), n("Person", "Yan Peskov")
FUND, AIDE, ZOE = n("Organisation", "Peskov Fund"), n("Unnamed", "an aide of Peskov"), n("Person", "Zoë O’Hara-Beck")
NAVY, LIND = n("Organisation", "U.S. Navy"), n("Person", "J.K. Lind", "J. K. Lind")
BORDIA, BANK = n("Place", "Bordia"), n("Organisation", "Bank of Bordia")
TALKS = Node("Event", "event/talks", {"type": "Talks", "label": "meeting in Bordia", "day": ""})
STRIKE = Node("Event", "event/strike", {"type": "Protest", "label": "strike at the Bordia docks", "day": ""})


@pytest.fixture(scope="module")
def store(newsgraph_store: Store) -> Store:
    empty(newsgraph_store)
    nodes = (OLEG, ANA, YAN, FUND, AIDE, ZOE, NAVY, LIND, BORDIA, BANK, TALKS, STRIKE)
    fill(newsgraph_store, [Facts(Article(id="a", text="a"), "en", "test 1", "", nodes, ())])
    return newsgraph_store


def look_up(store: Store, asked: list[dict[str, object]]) -> list[Any]:
    """For each: ids of those who answer, how many hold the words, and ids of events that are called so."""
    block = Block(Names())
    words = block.fresh("w")
    block.add(f"UNWIND $asked AS {words}")
    named, size = names.answering(block, words)
    events, _ = names.events_called(block, words)
    block.add(f"RETURN collect([[n IN {named} | n.id], {size}, {events}]) AS found")
    found = store.one(block.text(), {"asked": asked})
    assert isinstance(found, list)
    return found


WHO = {
    "Peskov": [OLEG, YAN], "Oleg Peskov": [OLEG], "ana peskova": [ANA], "Mr peskova": [ANA], "fund": [FUND],
    "Bordia": [BORDIA], "bank": [BANK], "bank of bordia": [BANK], "an aide of peskov": [AIDE], "aide": [], "Pesko": [],
    "beck": [ZOE], "zoe beck": [ZOE], "beck zoe": [], "zoe ohara": [], "Zoe O'Hara": [ZOE], "O’Hara's": [ZOE],
    "Zoë O'Hara-Beck": [ZOE], "zoe o hara beck": [], "U.S. Navy": [NAVY], "the U.S. Navy": [NAVY], "J.K. Lind": [LIND],
    "Ms. J. K. Lind": [LIND], "lind": [LIND], "?!": [], 'Oleg "Peskov\\': [OLEG],
}  # fmt: skip


def test_who_answers_to_a_name(store: Store) -> None:
    found = look_up(store, [names.topic(words) for words in WHO])
    answers = {words: sorted(ids) for words, (ids, _, _) in zip(WHO, found, strict=True)}
    assert answers == {words: sorted(node.id for node in nodes) for words, nodes in WHO.items()}


WHAT = {
    "talks": [TALKS], "the talks": [TALKS], "a talk in the Bordia": [TALKS], "Bordia": [TALKS, STRIKE],
    "docks strike": [STRIKE], "meetings": [TALKS], "the moon": [], "?!": [],
}  # fmt: skip


def test_events_answer_to_words_of_label_and_type(store: Store) -> None:
    found = look_up(store, [names.topic(words) for words in WHAT])
    answers = {words: sorted(ids) for words, (_, _, ids) in zip(WHAT, found, strict=True)}
    assert answers == {words: sorted(node.id for node in nodes) for words, nodes in WHAT.items()}


def test_what_finds_nobody_finds_nobody(store: Store) -> None:
    assert look_up(store, [names.NOBODY]) == [[[], 0, []]]


def test_an_id_answers_for_itself(store: Store) -> None:
    block = Block(Names())
    everyone, places = names.by_id(block, "$id", ENTITIES), names.by_id(block, "$id", ("Place",))
    block.add(f"RETURN [size({everyone}), [n IN {places} | n.name]] AS found")
    assert store.one(block.text(), {"id": BORDIA.id}) == [1, ["Bordia"]]
    assert store.one(block.text(), {"id": OLEG.id}) == [1, []]
    assert store.one(block.text(), {"id": "person/nobody"}) == [0, []]


def test_names_that_are_spelt_nearly_so(store: Store) -> None:
    block = Block(Names())
    everyone, places = names.near(block, "$near"), names.near(block, "$near", ("Place", "Unnamed"))
    block.add(f"RETURN [{everyone}, {places}] AS found")
    found = store.one(block.text(), {"near": names.nearly("Peskof")})
    assert isinstance(found, list)
    assert (len(found[0]), set(found[0])) == (4, {"Oleg Peskov", "Yan Peskov", "Ana Peskova", "Peskov Fund"})
    assert found[1] == []
    assert store.one(block.text(), {"near": names.nearly("Bordja")}) == [["Bordia", "Bank of Bordia"], ["Bordia"]]
    assert store.one(block.text(), {"near": ""}) == [[], []]


def test_more_than_so_many_names_are_no_name(store: Store) -> None:
    crowd = [
        {"id": f"person/crowd-{i}", "name": f"Crowd {i}", "keys": name_keys(f"Crowd {i}", [])}
        for i in range(names.MOST_NAMES + 1)
    ]
    text = "UNWIND $crowd AS each CREATE (p:Person:Entity) SET p = each"
    store.write(lambda transaction: transaction.run(text, crowd=crowd).consume())
    ((_, many, _), (found, one, _)) = look_up(store, [names.topic("Crowd"), names.topic("Crowd 7")])
    assert (many, found, one) == (names.MOST_NAMES + 1, ["person/crowd-7"], 1)
    with pytest.raises(TooMuch, match='More than 500 names hold "Crowd"'):
        names.check_names("Crowd", many)
    names.check_names("Crowd", names.MOST_NAMES)
    with pytest.raises(TooMuch, match='More than 5000 events are called "talks"'):
        names.check_topics("talks", names.MOST_TOPICS + 1)
    names.check_topics("talks", names.MOST_TOPICS)
