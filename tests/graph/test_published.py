"""The time of publication is metadata like all other: kept, replaced, and given back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph import articles
from graph.changes import Changes
from graph.facts import Facts
from graph.model import Article
from graph.published import metadata
from graph.store import Store
from graph.write import write
from tests.graph.stories import harbour

NINE = "2025-03-03T09:00:00+01:00"


def at(moment: str) -> Facts:
    facts = harbour()
    return replace(facts, article=replace(facts.article, published_at=moment))


def kept(store: Store) -> tuple[object, object]:
    (row,) = store.read("MATCH (a:Article) RETURN a.published_at AS at, toString(a.published) AS day")
    return row["at"], row["day"]


@pytest.mark.store
def test_a_changed_time_alone_is_a_change(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, at(""))
    assert kept(newsgraph_graph) == (None, "2025-03-03")
    for moment in (NINE, "2025-03-03T09:30:00+01:00"):
        assert write(newsgraph_graph, at(moment)) == Changes(properties_set=1)
        assert kept(newsgraph_graph) == (moment, "2025-03-03")
        assert write(newsgraph_graph, at(moment)) == Changes()
    assert write(newsgraph_graph, at("")) == Changes(properties_set=1)
    assert kept(newsgraph_graph) == (None, "2025-03-03")


@pytest.mark.store
def test_an_article_comes_back_as_it_was_loaded(newsgraph_graph: Store) -> None:
    facts = at(NINE)
    write(newsgraph_graph, facts)
    there = articles.known(newsgraph_graph, [facts.article.id])[facts.article.id]
    assert articles.article({**there, "text": facts.article.text}) == replace(facts.article, language=facts.language)
    assert articles.is_unchanged(facts.article, there, facts.reader)
    assert not articles.is_unchanged(at("").article, there, facts.reader)


@pytest.mark.parametrize("moment", ["2025-03-04T00:00:00+01:00", "2025-03-03T09:00:00", "nine"])
def test_a_time_on_another_day_or_without_a_zone_is_refused(moment: str) -> None:
    with pytest.raises(ValueError, match=r"no time with a zone|Invalid isoformat"):
        metadata(at(moment).article)


def test_a_time_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="no time with a zone"):
        metadata(Article("a", "text", published_at=NINE))
