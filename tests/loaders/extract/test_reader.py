from __future__ import annotations

from functools import cache

import pytest

from graph.errors import FixSettings
from graph.model import Article
from graph.settings import Settings
from loaders.extract.contract import record
from loaders.extract.reader import Reader
from loaders.extract.reading import Reading

TEXT = (
    "LISBON (XYZ) - Portugal on Tuesday accused Denmark of closing a harbour.\n"
    '"The wall is gone," Harbour Union spokesman Ivo Brandt told reporters in Porto.\n'
    '"Nobody came," he said.\n'
)


@cache
def reader() -> Reader:
    return Reader(Settings())


def test_a_reading_holds_names_quotes_dates_and_places() -> None:
    made = reader().read(Article("a", TEXT, "", "2024-05-14"))
    names = {e.id: e.name for e in made.entities}
    assert (made.id, made.language, made.note, made.published) == ("a", "en", "", "2024-05-14")
    assert [
        (q.kind, TEXT[q.start : q.end], [names[s] for s in q.speakers]) for q in made.quotes if q.kind == "direct"
    ] == [("direct", "The wall is gone,", ["Ivo Brandt"]), ("direct", "Nobody came,", ["Ivo Brandt"])]
    brandt = next(e for e in made.entities if e.name == "Ivo Brandt")
    assert [(r.title, names[r.of or ""], r.on) for r in brandt.roles] == [("spokesman", "Harbour Union", "2024-05-14")]
    assert [(TEXT[t.start : t.end], t.value) for t in made.times] == [("Tuesday", "2024-05-14")]
    porto = next(e for e in made.entities if e.name == "Porto")
    assert porto.location is not None
    assert porto.location.country == "PT"
    assert [TEXT[s.start : s.end] for s in made.sentences][2] == '"Nobody came," he said.'


def test_reading_many_is_reading_each_in_order() -> None:
    articles = [Article(f"a{n}", TEXT * (n + 1), "", "2024-05-14") for n in range(4)]
    articles.insert(1, Article("empty", " \n"))
    articles.insert(
        3, Article("french", "Le port de la ville a été fermé lundi, et les navires ont dû attendre dans la mer.")
    )
    assert list(reader().read_all(articles, ahead=3)) == [reader().read(a) for a in articles]


def test_what_is_not_english_is_left_unread_and_says_so() -> None:
    text = "Le port de la ville a été fermé lundi, et les navires ont dû attendre dans la mer."
    assert reader().read(Article("a", text)) == Reading(
        "a", None, "fr", "", "not read: the language is fr, not English"
    )  # fmt: skip


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(FixSettings, match="no_such_pipeline"):
        Reader(Settings(spacy_model="no_such_pipeline"))


def test_the_record_has_what_the_contract_asks_for() -> None:
    made = record(reader().read(Article("a", TEXT, "", "2024-05-14")))
    assert {"id", "published", "entities", "quotes", "events", "relations", "times"} <= set(made)
    entities, quotes = made["entities"], made["quotes"]
    assert isinstance(entities, list)
    assert isinstance(quotes, list)
    ids = [e["id"] for e in entities]
    assert len(ids) == len(set(ids))
    assert all(q["speaker"] == (q["speakers"] or [None])[0] for q in quotes)
    assert {q["speaker"] for q in quotes} <= {*ids, None}


@pytest.mark.parametrize(
    "text",
    ["", "\x00\x01", "!!!", '"', "'", "a", "\n\n", "1 2 3\n4 5 6", "😀" * 50, '"' * 99, "A" * 30_000, "LISBON (AP) -"],
)  # fmt: skip
def test_odd_texts_are_read_without_harm(text: str) -> None:
    made = record(reader().read(Article("a", text)))
    assert made["id"] == "a"
