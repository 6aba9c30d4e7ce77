from __future__ import annotations

import doctest

import pytest

from graph.reading import names, nodes, words
from graph.reading.page import Row


@pytest.mark.parametrize("module", [words, nodes])
def test_examples_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]  # a module


def test_titles_are_no_part_of_a_name() -> None:
    assert words.asked_name("Mr. Oleg Peskov") == ("oleg", "peskov")
    assert words.asked_name("The President") == ("the", "president")


def test_words_become_a_query_that_lucene_cannot_trip_over() -> None:
    assert words.all_of('peace "talks\\ AND (or) ~ -') == '+"peace" +"talks" +"AND" +"(or)"'


def n(label: str, name: str, *aliases: str) -> Row:
    return {"node": label, "id": f"{label}/{name}", "name": name, "aliases": list(aliases)}


OLEG, ANA, YAN = n("Person", "Oleg Peskov", "Peskov"), n("Person", "Ana Peskova"), n("Person", "Yan Peskov")
FUND, AIDE = n("Organisation", "Peskov Fund"), n("Unnamed", "an aide of Peskov")
BORDIA, BANK = n("Place", "Bordia"), n("Organisation", "Bank of Bordia")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Peskov", [OLEG, YAN]),
        ("Oleg Peskov", [OLEG]),
        ("ana peskova", [ANA]),
        ("fund", [FUND]),
        ("Bordia", [BORDIA]),
        ("bank", [BANK]),
        ("an aide of peskov", [AIDE]),
        ("aide", []),
        ("Pesko", []),
    ],
)
def test_who_answers_to_a_name(asked: str, answer: list[Row]) -> None:
    assert names.best([OLEG, ANA, YAN, FUND, AIDE, BORDIA, BANK], words.fold(asked)) == answer
