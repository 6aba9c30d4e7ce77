"""Search finds what is meant, not only what is spelt so; and says why."""

from __future__ import annotations

import pytest

from graph.candidates import Candidates
from graph.errors import FixInput
from graph.facts import Facts
from graph.model import Article
from graph.reading import meaning
from graph.reading.meaning import Asked, By
from graph.reading.page import window
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
    page = meaning.search(store, asked, window("score", 100))
    scores = [edge.row["score"] for edge in page.edges]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    return [(edge.row["id"].partition("/")[0], edge.row["reason"]) for edge in page.edges]


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
        assert meaning.count(store, asked(words)) == 0


def test_some_of_the_words_are_enough_for_what_is_near(store: Store) -> None:
    """An article that holds one word and means the rest; one that holds a word and means something else is none."""
    hits = found(store, asked("negotiations about ports", "Article"))
    assert hits[0] == ("bargain", "meaning")
    assert "storm" not in {name for name, _ in hits}


def test_pages_turn_and_are_counted(store: Store) -> None:
    every = meaning.search(store, asked("talks"), window("score", 100))
    assert meaning.count(store, asked("talks")) == len(every.edges)
    assert store.reads == 2
    first = meaning.search(store, asked("talks"), window("score", 2))
    assert first.has_next
    rest = meaning.search(store, asked("talks"), window("score", 100, first.edges[-1].cursor))
    assert (*first.edges, *rest.edges) == every.edges


def test_what_is_not_searched_is_an_error(store: Store) -> None:
    with pytest.raises(FixInput, match="Claim is not searched"):
        meaning.search(store, asked("talks", "Claim"), window("score"))


def test_a_graph_says_whether_it_knows_what_anything_means(store: Store) -> None:
    assert meaning.is_known(store, question("talks"))


def test_nobody_is_handed_a_vector(store: Store) -> None:
    page = meaning.search(store, asked("talks"), window("score"))
    assert all(not {"vector", "vector_of"} & set(edge.row) for edge in page.edges)
