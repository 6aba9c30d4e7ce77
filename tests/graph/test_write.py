"""What one article says is written whole, once, and in place of what it said before."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations

import pytest

from graph.changes import Changes
from graph.dump import dump
from graph.facts import Facts, Link, Node
from graph.store import Store
from graph.write import write
from tests.graph.stories import facts_of, harbour, reply, strike

pytestmark = pytest.mark.store


def test_the_same_facts_again_change_nothing(newsgraph_graph: Store) -> None:
    for facts in (harbour(), strike(), reply()):
        write(newsgraph_graph, facts)
    before = dump(newsgraph_graph)
    assert [write(newsgraph_graph, facts) for facts in (harbour(), strike(), reply())] == [Changes()] * 3
    assert str(Changes()) == "0 changes"
    assert dump(newsgraph_graph) == before


def test_changed_text_replaces_what_was_said(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, strike())
    alone = dump(newsgraph_graph)
    write(newsgraph_graph, facts_of(strike().article, reply_as=True))
    assert dump(newsgraph_graph) != alone
    write(newsgraph_graph, strike())
    assert dump(newsgraph_graph) == alone


def test_the_order_of_writing_does_not_matter(newsgraph_graph: Store) -> None:
    from graph.testing import empty

    stories = (harbour(), strike(), reply())
    dumps = []
    for order in permutations(stories):
        empty(newsgraph_graph)
        for facts in order:
            write(newsgraph_graph, facts)
        dumps.append(dump(newsgraph_graph))
    assert all(each == dumps[0] for each in dumps)


def test_a_corrected_article_keeps_its_text_alone_whatever_comes_first(newsgraph_graph: Store) -> None:
    from graph.testing import empty

    old = harbour()
    new = strike()
    new = replace(new, article=replace(new.article, corrects=old.article.id))
    dumps = []
    for order in ((old, new), (new, old), (new, old, old, new)):
        empty(newsgraph_graph)
        for facts in order:
            write(newsgraph_graph, facts)
        dumps.append(dump(newsgraph_graph))
    assert dumps[0] == dumps[1] == dumps[2]
    assert newsgraph_graph.read(
        "MATCH (new)-[:CORRECTS]->(old) RETURN new.id AS new, old.id AS old, old.status AS status, old.text AS text, "
        "COUNT { MATCH (old)--() } AS links"
    ) == [{"new": "strike", "old": "harbour", "status": "corrected", "text": old.article.text, "links": 1}]


def test_a_correction_may_name_the_address(newsgraph_graph: Store) -> None:
    old = harbour()
    old = replace(old, article=replace(old.article, url="https://wire.example/harbour"))
    new = replace(strike(), article=replace(strike().article, corrects="https://wire.example/harbour"))
    write(newsgraph_graph, new)
    write(newsgraph_graph, old)
    assert newsgraph_graph.read(
        "MATCH (n)-[r:CORRECTS]->(o) RETURN n.id AS n, r.article AS by, o.status AS status"
    ) == [{"n": "strike", "by": "strike", "status": "corrected"}]


def test_the_same_text_in_another_article_is_a_copy_of_the_earlier(newsgraph_graph: Store) -> None:
    first = harbour().article
    later = replace(first, id="elsewhere", published="2025-03-04")
    earlier = replace(first, id="wire", published="2025-03-02")
    for article in (first, later, earlier):
        write(newsgraph_graph, Facts(article, "en", "test 1", "", (), ()))
    copies = "MATCH (c)-[:COPY_OF]->(first) RETURN c.id AS copy, first.id AS first ORDER BY copy"
    assert newsgraph_graph.read(copies) == [
        {"copy": "elsewhere", "first": "wire"},
        {"copy": "harbour", "first": "wire"},
    ]


def test_two_writers_at_once_lose_and_double_nothing(newsgraph_graph: Store) -> None:
    from graph.testing import empty

    stories = [harbour(), strike(), reply()]
    stories += [replace(f, article=replace(f.article)) for f in stories]
    for facts in stories:
        write(newsgraph_graph, facts)
    expected = dump(newsgraph_graph)
    empty(newsgraph_graph)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda facts: write(newsgraph_graph, facts), stories * 3))
    assert dump(newsgraph_graph) == expected


def test_work_that_fails_half_way_leaves_nothing(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, harbour())
    before = dump(newsgraph_graph)
    facts = strike()
    twice = facts.links[0]
    broken = replace(
        facts, links=(*facts.links, replace(twice, id=harbour().links[0].id, properties=harbour().links[0].properties))
    )
    with pytest.raises(Exception):  # noqa: B017, PT011 # whatever the server says: nothing may stay
        write(newsgraph_graph, broken)
    assert dump(newsgraph_graph) == before


def test_what_the_model_does_not_know_is_refused(newsgraph_graph: Store) -> None:
    facts = harbour()
    for bad in (
        replace(facts, nodes=(Node("Person", "person/x", {"shoe_size": 43}),)),
        replace(facts, links=(Link("SAID", "1", ("Quote", "q"), ("Person", "p"), {}),)),
    ):
        with pytest.raises(ValueError, match=r"unknown properties|cannot lead"):
            write(newsgraph_graph, bad)


def test_a_fact_bears_its_characters_and_its_sentence(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, harbour())
    article = harbour().article
    rows = newsgraph_graph.read(
        "MATCH ()-[r]->() WHERE r.start IS NOT NULL "
        "RETURN r.article AS article, r.start AS start, r.end AS end, r.sentence AS sentence"
    )
    assert rows
    for row in rows:
        assert row["article"] == article.id
        start, end, sentence = row["start"], row["end"], row["sentence"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert isinstance(sentence, str)
        assert article.text[start:end] in sentence
        assert sentence in article.text
