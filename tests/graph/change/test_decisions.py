"""Decisions applied to facts: pure, repeatable, and undone to the letter."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from graph.change.decisions import Decisions, as_text, decide, decided_nodes, from_text, originals
from graph.facts import Link
from tests.graph.change.stories import GIVE, KEEP, LENA, mayor, namesake, quarrel, report

STORIES = (mayor(), report(), namesake(), quarrel())
PEOPLE = (KEEP, GIVE, LENA)
OTHER = "person/jon-okoro~00000000"

merges = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), max_size=2).filter(
    lambda merged: not set(merged) & set(merged.values())
)
divided = st.dictionaries(
    st.tuples(st.sampled_from([facts.article.id for facts in STORIES]), st.sampled_from(PEOPLE)), st.just(OTHER)
)


def asserted(links: Iterable[Link]) -> list[Link]:
    """What articles say, in a stable order; where places lie is the gazetteer's word."""
    return sorted((link for link in links if link.type != "LOCATED_IN"), key=lambda link: (link.type, link.id))


@given(merges, divided, st.booleans())
def test_what_is_decided_can_be_taken_back(
    merged: dict[str, str], apart: dict[tuple[str, str], str], named: bool
) -> None:
    decisions = Decisions(merged, apart, {OTHER: "Jon the Other"} if named else {})
    for facts in STORIES:
        decided = decide(facts.article.id, facts.links, decisions)
        assert asserted(originals(decided.links, decided.aside)) == asserted(facts.links)
        assert decide(facts.article.id, originals(decided.links, decided.aside), decisions).aside == decided.aside
        for link in decided.links:
            assert link.start != link.end
            assert {link.start[1], link.end[1]}.isdisjoint(merged)
            told = {str(link.properties.get(name)) for name in ("speaker", "target", "according_to")}
            assert told.isdisjoint(merged)
        assert len({(link.type, link.id) for link in decided.links}) == len(decided.links)
        nodes = {
            (node.label, node.id) for node in decided_nodes(facts.article.id, facts.nodes, decided.links, decisions)
        }
        assert {end for link in decided.links for end in (link.start, link.end) if end[0] != "Article"} <= nodes


def test_without_decisions_facts_stay_as_they_are() -> None:
    for facts in STORIES:
        decided = decide(facts.article.id, facts.links, Decisions())
        assert (asserted(decided.links), decided.aside) == (asserted(facts.links), ())


def test_a_fact_is_kept_as_text() -> None:
    links = [link for facts in STORIES for link in asserted(facts.links)]
    assert [from_text(as_text(link)) for link in links] == links


def test_an_article_is_asked_before_a_merge_and_after_it() -> None:
    decisions = Decisions({GIVE: KEEP}, {("a", KEEP): OTHER, ("b", GIVE): LENA})
    asked = (("a", GIVE), ("a", KEEP), ("b", GIVE), ("c", GIVE))
    assert [decisions.now(article, ident) for article, ident in asked] == [OTHER, OTHER, LENA, KEEP]
