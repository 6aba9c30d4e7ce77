from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from graph.reading import typed, words
from graph.reading.names import alone, asked, is_id, topic


@pytest.mark.parametrize("module", [typed, words])
def test_examples_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_titles_are_no_part_of_a_name() -> None:
    assert words.asked_name("Mr. Oleg Peskov") == ("oleg", "peskov")
    assert words.asked_name("The President") == ("the", "president")


def test_words_become_a_query_that_lucene_cannot_trip_over() -> None:
    assert words.all_of('peace "talks\\ AND (or) ~ -') == '+"peace" +"talks" +"AND" +"(or)"'
    assert words.nearly("Zoë O’Hara") == "zoe~ hara~"
    assert [typed.beginning(text) for text in ("Ana Pes", "pes~*", "?!")] == ["+ana +pes*", "+pes*", ""]


@pytest.mark.parametrize("text", ["?!", "", " "])
def test_what_is_no_word_asks_for_nothing(text: str) -> None:
    assert (asked(text)["query"], topic(text)["events"], topic(text)["words"], words.nearly(text)) == ("", "", "", "")


def test_an_id_is_no_words() -> None:
    assert [is_id(text) for text in ("person/ana-peskova", "event/talks", "talks", "person/", "a person/x", None)] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_several_words_are_each_a_topic_of_its_own() -> None:
    found = alone("the weather talks weather")
    assert [(each["word"], each["stems"]) for each in found] == [("weather", ["weather"]), ("talks", ["talk"])]
    assert [alone(text) for text in ("talks", "event/talks", "quay crane rope tide mast hull keel buoy dock")] == [
        [],
        [],
        [],
    ]
