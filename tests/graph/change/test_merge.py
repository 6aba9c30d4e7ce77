"""Two are made one, stay one, and can be taken apart again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from graph.change.audit import Entry, changing, record
from graph.change.merge import merge
from graph.change.split import split
from graph.dump import dump
from graph.errors import FixInput
from graph.facts import Facts
from graph.forget import forget
from graph.store import Store
from graph.write import write
from tests.graph.change.stories import GIVE, KEEP, LENA, joint, mayor, namesake, place, quarrel, report

pytestmark = pytest.mark.store

ENTRY = Entry("a test", "merge", "")
EVERYTHING = (mayor(), report(), namesake())


def load(store: Store, several: Sequence[Facts]) -> None:
    for facts in several:
        write(store, facts)


def merged(store: Store, keep: str = KEEP, give: str = GIVE, *, force: bool = False) -> int:
    """How many changes it was."""
    return changing(store, ENTRY, lambda turn: merge(turn, keep, give, force=force)).changes.total


def taken_apart(store: Store, ident: str, articles: Sequence[str] = (), name: str = "") -> str:
    return changing(store, ENTRY, lambda turn: split(turn, ident, articles, name)).result


def test_the_kept_one_has_all_that_was_said_of_both(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, EVERYTHING)
    ids = {row["id"] for row in store.read("MATCH ()-[r]->() WHERE r.id IS NOT NULL RETURN r.id AS id")}
    merged(store)
    assert store.read("MATCH (p:Person) RETURN p {.*} AS p ORDER BY p.id") == [
        {"p": {"id": KEEP, "name": "Jon Okoro", "aliases": ["John Okoro"], "keys": ["john okoro", "jon okoro"],
               "wikidata": "Q7", "former_ids": [GIVE]}},
        {"p": {"id": LENA, "name": "Lena Farr", "keys": ["lena farr"]}},
    ]  # fmt: skip
    assert store.read(
        "MATCH (p {id: $id})-[s:SAID]->(q) RETURN q.text AS text, s.speaker AS speaker, s.was AS was ORDER BY text",
        {"id": KEEP},
    ) == [
        {"text": "He was late,", "speaker": KEEP, "was": [f"from {GIVE}", f"speaker {GIVE}"]},
        {"text": "I like the club,", "speaker": KEEP, "was": None},
        {"text": "The bridge is safe,", "speaker": KEEP, "was": None},
    ]
    assert store.read("MATCH (q)-[a:ABOUT]->(p:Person) RETURN p.id AS id, a.target AS target, a.was AS was") == [
        {"id": KEEP, "target": KEEP, "was": [f"to {GIVE}", f"target {GIVE}"]}
    ]
    assert store.read("MATCH (p)-[r:SUPPORTED]->(o) RETURN p.id AS p, o.id AS o, r.according_to AS word") == [
        {"p": KEEP, "o": LENA, "word": KEEP}
    ]
    assert store.read(
        "MATCH (a {id: 'mayor'})-[m:MENTIONS]->(:Person {id: $id}) RETURN m.name AS name, m.aliases AS aliases, "
        "size(m.starts) AS times",
        {"id": KEEP},
    ) == [{"name": "John Okoro", "aliases": ["Jon Okoro"], "times": 2}]
    after = {row["id"] for row in store.read("MATCH ()-[r]->() WHERE r.id IS NOT NULL RETURN r.id AS id")}
    assert (len(ids - after), after - ids) == (1, set())  # the second mention of one article is one with the first


def test_what_both_said_or_were_spoken_of_in_is_said_once(newsgraph_graph: Store) -> None:
    """A page of quotes by speaker and target leans on it: it would show a quote twice."""
    store = newsgraph_graph
    load(store, [joint()])
    links = "MATCH (q:Quote {text: $text})-[r:SAID|ABOUT]-() RETURN type(r) AS type, count(r) AS many ORDER BY type"
    texts = ("Lena Farr helped,", "Both Okoros came,")
    many = [[row["many"] for row in store.read(links, {"text": text})] for text in texts]
    merged(store, force=True)
    after = [[row["many"] for row in store.read(links, {"text": text})] for text in texts]
    assert (many, after) == ([[2, 2], [2, 1]], [[1, 1], [1, 1]])


@pytest.mark.parametrize("order", list(permutations(range(3)))[::2], ids=str)
def test_it_holds_whatever_is_loaded(newsgraph_graph: Store, order: tuple[int, ...]) -> None:
    store = newsgraph_graph
    load(store, EVERYTHING)
    before = dump(store)
    merged(store)
    one = dump(store)
    for at in order:
        write(store, EVERYTHING[at])
        assert dump(store) == one
    for at in order:
        forget(store, EVERYTHING[at].article.id)
    assert dump(store) == []
    load(store, [EVERYTHING[at] for at in order])
    assert dump(store) == one
    assert merged(store) == 0
    assert taken_apart(store, GIVE) == GIVE
    assert dump(store) == before
    load(store, EVERYTHING)
    assert dump(store) == before


def test_what_was_given_up_for_the_given_up_follows(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, EVERYTHING)
    before = dump(store)
    merged(store, GIVE, LENA, force=True)
    between = dump(store)
    merged(store, KEEP, GIVE, force=True)
    assert store.read("MATCH (p:Person) RETURN p.id AS id, p.former_ids AS former") == [
        {"id": KEEP, "former": [GIVE, LENA]}
    ]
    assert store.read("MATCH ()-[r:MET|SUPPORTED]->() RETURN r.id AS id") == []  # nobody meets himself
    load(store, EVERYTHING)
    taken_apart(store, GIVE)
    assert dump(store) == between
    taken_apart(store, LENA)
    assert dump(store) == before


def test_what_speaks_for_two_is_to_be_forced(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, (mayor(), report(), quarrel()))
    before = dump(store)
    with pytest.raises(FixInput, match=r"A fact passes between .* such as MET in quarrel: they may be two"):
        merged(store)
    assert dump(store) == before
    merged(store, force=True)
    assert store.read("MATCH (a)-[r:MET]->(b) WHERE a = b RETURN r.id AS id") == []
    write(store, quarrel())
    forget(store, "mayor")
    write(store, mayor())
    taken_apart(store, GIVE)
    assert dump(store) == before


def test_only_like_is_merged(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, (namesake(), place("Oddersund", 7, "rain"), place("Odderby", 8, "snow"), place("Oddling", None, "fog")))
    before = dump(store)
    for keep, give, message in (
        (KEEP, KEEP, "cannot be merged with itself"),
        (KEEP, "person/nobody", "There is no entity person/nobody"),
        (KEEP, "organisation/tallmouth-united", "is a person and organisation/tallmouth-united a organisation"),
        ("place/oddersund-7", "place/odderby-8", "has the GeoNames id 7 and place/odderby-8 has 8"),
        ("place/oddling", "place/odderby-8", "The gazetteer knows where place/odderby-8 lies"),
    ):
        with pytest.raises(FixInput, match=message):
            merged(store, keep, give)
    assert dump(store) == before
    assert [line.outcome for line in record(store, 10)] == ["BAD_INPUT"] * 5


def test_places_are_merged_with_where_they_lie(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, (place("Oddersund", 7, "rain"), place("Odderby", 8, "snow"), place("Oddling", None, "fog")))
    before = dump(store)
    merged(store, "place/oddersund-7", "place/oddling")
    merged(store, "place/oddersund-7", "place/odderby-8", force=True)
    assert store.read("MATCH (p:Place)-[:LOCATED_IN]->(w) RETURN p.id AS p, w.id AS w, p.geonames AS geonames") == [
        {"p": "place/oddersund-7", "w": "place/farland-9", "geonames": 7}
    ]
    one = dump(store)
    load(store, (place("Odderby", 8, "snow"), place("Oddling", None, "fog")))
    assert dump(store) == one
    taken_apart(store, "place/odderby-8")
    taken_apart(store, "place/oddling")
    assert dump(store) == before


def test_what_an_article_means_by_a_name_is_divided(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, EVERYTHING)
    before = dump(store)
    other = taken_apart(store, KEEP, ["namesake"], "Jon Okoro (goalkeeper)")
    assert other.startswith("person/jon-okoro-goalkeeper~")
    two = dump(store)
    assert store.read("MATCH (p {id: $id}) RETURN p.name AS name, p.aliases AS aliases", {"id": other}) == [
        {"name": "Jon Okoro (goalkeeper)", "aliases": ["Jon Okoro"]}
    ]
    assert (
        store.read("MATCH (p {id: $id})-[r]-() WHERE r.article = 'namesake' RETURN type(r) AS type", {"id": KEEP}) == []
    )
    assert store.read("MATCH ({id: $id})-[s:SAID]->(q) RETURN q.text AS text", {"id": other}) == [
        {"text": "I like the club,"}
    ]
    assert taken_apart(store, KEEP, ["namesake"], "Jon Okoro (goalkeeper)") == other
    load(store, EVERYTHING)
    assert dump(store) == two
    forget(store, "namesake")
    write(store, namesake())
    assert dump(store) == two
    merged(store)  # an id that leads to the one who was divided leads on as the articles have it
    write(store, namesake())
    taken_apart(store, GIVE)
    assert dump(store) == two
    merged(store, KEEP, other)
    load(store, EVERYTHING)
    plain = [line.replace(f', "former_ids": ["{other}"]', "") for line in dump(store)]
    assert len(plain) == len(before)
    taken_apart(store, other)
    assert dump(store) == two


def test_one_who_was_divided_is_divided_again(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, EVERYTHING)
    merged(store)
    other = taken_apart(store, KEEP, ["namesake", "report"])
    third = taken_apart(store, other, ["report"])
    assert len({KEEP, other, third}) == 3
    rows = store.read("MATCH (p:Person)<-[:MENTIONS]-(a) WHERE p.id <> $lena RETURN a.id AS a, p.id AS p ORDER BY a",
                      {"lena": LENA})  # fmt: skip
    assert rows == [{"a": "mayor", "p": KEEP}, {"a": "namesake", "p": other}, {"a": "report", "p": third}]
    three = dump(store)
    load(store, EVERYTHING)
    assert dump(store) == three


def test_what_cannot_be_divided_is_said(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    load(store, EVERYTHING)
    for ident, articles, name, message in (
        (KEEP, (), "", "was not given up in a merge"),
        (KEEP, (), "Jon", "Only one who is split off by articles"),
        (KEEP, ("report",), "", "report does not name person/jon-okoro"),
        (KEEP, ("nowhere",), "", "There is no article nowhere"),
        (KEEP, ("mayor", "namesake"), "", "All articles that name"),
    ):
        with pytest.raises(FixInput, match=message):
            taken_apart(store, ident, articles, name)


def test_a_correction_takes_out_what_was_set_aside(newsgraph_graph: Store) -> None:
    from dataclasses import replace

    store = newsgraph_graph
    load(store, EVERYTHING)
    merged(store)
    load(store, [replace(report(), article=replace(report().article, corrects="mayor"))])
    assert store.read("MATCH (a:_Aside) RETURN a.article AS article") == []
    taken_apart(store, GIVE)
    assert store.read("MATCH (p:Person)<-[:MENTIONS]-(a) RETURN p.id AS p, a.id AS a ORDER BY p, a") == [
        {"p": GIVE, "a": "report"}, {"p": KEEP, "a": "namesake"}, {"p": LENA, "a": "report"},
    ]  # fmt: skip
