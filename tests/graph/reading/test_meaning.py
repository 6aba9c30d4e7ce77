"""Search finds what is meant, not only what is spelt so; and says why."""

from __future__ import annotations

from typing import Any

import pytest

from api.plan.knows import Knows
from api.plan.run import Service
from api.schema import build
from graph.candidates import Candidates
from graph.errors import FixInput
from graph.facts import Facts
from graph.model import Article
from graph.reading.meaning import Asked, By, ranked
from graph.store import Store
from graph.testing import empty
from graph.write import write_all
from loaders.embed import embedder, question
from loaders.embed.reading import with_vectors
from loaders.extract.reading import Reading
from loaders.resolve import resolve
from tests.factories import A, E, Q, R, V

pytestmark = pytest.mark.store

BARGAIN = (
    "Negotiators from the union and the ports sat down for a third round. Neither side moved, said Ada Holm.\n"
    '"The negotiations were difficult and went on all night," Holm said.'
)
TALKS = "Talks between Norland and Sudria on the border ended in Oslo without a deal."
CRUDE = "Brent fell two dollars a barrel after the exporters kept their output of petroleum as it was."
OIL = "The oil price fell, and with it the shares of refiners who buy crude."
STORM = "The storm threw the islands into turmoil; ferries stayed in port and schools were closed."
TAPESTRY = "The museum opened a new wing for its medieval tapestries."
TEXTS = {
    "bargain": BARGAIN, "talks": TALKS, "crude": CRUDE, "oil": OIL, "storm": STORM, "tapestry": TAPESTRY,
    "unread": "Talks of which nobody made a vector.",
}  # fmt: skip


def facts(name: str, text: str) -> Facts:
    article = A(text, name)
    reading = R(article)
    if name == "bargain":
        holm = E(text, "e1", "Person", "Ada Holm")
        reading = R(article, holm, Q(text, "The negotiations were difficult and went on all night,", ["e1"]))
    if name == "talks":
        reading = R(article, V(text, "v1", "Talks", "Talks", label="talks in Oslo", date="2025-03-03"))
    return resolve(article, reading if name == "unread" else _embedded(article, reading), Candidates())


def _embedded(article: Article, reading: Reading) -> Reading:
    return with_vectors(embedder(), article, reading)


@pytest.fixture(scope="module")
def filled(newsgraph_store: Store) -> Store:
    empty(newsgraph_store)
    write_all(newsgraph_store, [facts(name, text) for name, text in TEXTS.items()])
    return newsgraph_store


@pytest.fixture
def store(filled: Store) -> Store:
    filled.reads = 0
    return filled


def asked(words: str, *labels: str, by: By = "both") -> Asked:
    return Asked(words, question(words), labels, by)


def found(store: Store, asked: Asked) -> list[tuple[str, str]]:
    hits = ranked(store, asked, 100)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    return [(hit.id.partition("/")[0], hit.reason) for hit in hits]


def test_talks_finds_negotiations(store: Store) -> None:
    hits = found(store, asked("talks", "Article"))
    assert hits[0] == ("talks", "both")
    assert ("bargain", "meaning") in hits
    assert ("unread", "words") in hits
    assert {name for name, _ in hits} == {"talks", "bargain", "unread"}


def test_oil_finds_petroleum_and_no_turmoil(store: Store) -> None:
    assert found(store, asked("oil", "Article")) == [("oil", "both"), ("crude", "meaning")]
    assert found(store, asked("turmoil", "Article"))[0] == ("storm", "both")


def test_all_kinds_are_searched_by_what_they_have(store: Store) -> None:
    hits = found(store, asked("talks"))
    assert {("event", "words"), ("talks", "both"), ("quote", "meaning")} <= set(hits)
    assert store.reads == 1
    assert found(store, asked("Holm", "Person")) == [("person", "words")]
    assert found(store, asked("negotiations", "Quote")) == [("quote", "both")]


def test_by_words_and_by_meaning_alone(store: Store) -> None:
    assert set(found(store, asked("talks", "Article", by="words"))) == {("talks", "words"), ("unread", "words")}
    assert [reason for _, reason in found(store, asked("talks", "Article", by="meaning"))] == ["meaning"] * 2
    assert found(store, Asked("talks", (), ("Article",))) == found(store, asked("talks", "Article", by="words"))
    with pytest.raises(FixInput, match="knows what words mean"):
        found(store, Asked("talks", by="meaning"))


def test_nonsense_finds_nothing(store: Store) -> None:
    for words in ("qwrtz blorp", "asdfgh", "photosynthesis", "  ", '"'):
        assert found(store, asked(words)) == []


def test_some_of_the_words_are_enough_for_what_is_near(store: Store) -> None:
    """An article that holds one word and means the rest; one that holds a word and means something else is none."""
    hits = found(store, asked("negotiations about ports", "Article"))
    assert hits[0] == ("bargain", "meaning")
    assert "storm" not in {name for name, _ in hits}


QUERY = """query ($query: String!, $first: Int, $after: String, $types: [Searched!]) {
  search(query: $query, first: $first, after: $after, types: $types) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { score reason node { id } highlights { field text spans { start end utf16Start } } } } }"""


@pytest.fixture(scope="module")
def service() -> Service:
    return Service(build(), Knows(question))


def test_pages_turn_and_are_counted(store: Store, service: Service) -> None:
    def page(**more: object) -> dict[str, Any]:
        found: dict[str, Any] = service.answer(store, QUERY, {"query": "talks", **more}).response["data"]["search"]
        return found

    every, first = page(first=100), page(first=2)
    assert every["totalCount"] == len(every["edges"]) > 2
    assert first["pageInfo"]["hasNextPage"]
    rest = page(first=100, after=first["pageInfo"]["endCursor"])
    assert first["edges"] + rest["edges"] == every["edges"]
    assert store.reads == 3


def test_hits_show_where_the_words_stand(store: Store, service: Service) -> None:
    found = service.answer(store, QUERY, {"query": "the talks", "types": ["Article"], "first": 2}).response
    best = found["data"]["search"]["edges"][0]
    assert (best["node"]["id"], best["reason"]) == ("talks", "both")
    assert best["highlights"] == [{"field": "text", "text": TALKS, "spans": [{"start": 0, "end": 5, "utf16Start": 0}]}]


def test_without_a_model_words_are_searched_alone(store: Store) -> None:
    alone = Service(build())
    found = alone.answer(store, QUERY, {"query": "talks", "types": ["Article"]}).response["data"]["search"]["edges"]
    assert {(hit["node"]["id"], hit["reason"]) for hit in found} == {("talks", "words"), ("unread", "words")}
    asked = '{ search(query: "talks", by: meaning) { totalCount } }'
    assert alone.answer(store, asked).response["errors"][0]["extensions"]["code"] == "BAD_INPUT"
