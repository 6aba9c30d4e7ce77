"""Which spellings are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.resolve.names import (
    fits,
    fold,
    is_acronym,
    is_full,
    organisation_key,
    person_tokens,
    spells,
    surname,
)
from loaders.resolve.spelling import ENDINGS, GIVEN, canonical, variants


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Dmitry Orlenko", "Dmitri Orlenko"),
        ("Dmitriy Sergeyevich Orlenko", "Dmitry Orlenko"),
        ("Mohammed Daoud", "Muhammad Daoud"),
        ("Siân O’Brien", "Sian O'Brien"),
        ("Mr. Anton Lykke", "Anton Lykke"),
        ("Sir Anton Lykke, KC", "Anton Lykke"),
        ("Jean-Luc Brenn", "Jean Luc Brenn"),
        ("Łukasz Møller", "Lukasz Moller"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert person_tokens(one) == person_tokens(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Lykke", "Anton Lykke"),
        ("Anton W. Lykke", "Anton H. Lykke"),
        ("Dmytro Orlenko", "Dmitry Orlenko"),
        ("Pedro Solana", "Pedro Solano"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert person_tokens(one) != person_tokens(other)


@pytest.mark.parametrize("ending", ENDINGS, ids=lambda ending: str(ending.example))
def test_each_ending_by_its_example(ending: object) -> None:
    one, other = ending.example  # type: ignore[attr-defined] # an Ending
    assert canonical(fold(one)) == canonical(fold(other))


def test_all_variants_have_one_form() -> None:
    for token in [*(name for family in GIVEN for name in family), "zelenskiy", "sergeyev", "smith"]:
        assert {canonical(v) for v in variants(token)} == {canonical(token)}


@given(st.text(alphabet="abcdeisvtky", min_size=1, max_size=12))
def test_our_spelling_is_its_own(token: str) -> None:
    assert canonical(canonical(token)) == canonical(token)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("short", "full", "does"),
    [
        ("Lykke", "Anton Lykke", True),
        ("A. Lykke", "Anton Lykke", True),
        ("B. Lykke", "Anton Lykke", False),
        ("von der Brenn", "Ursula von der Brenn", True),
        ("Brenn", "Ursula von der Brenn", True),
        ("Anton", "Anton Lykke", False),
        ("Mr Lykke", "Anton Lykke", True),
        ("Zelenskiy", "Volodymyr Zelensky", True),
    ],
)
def test_a_bare_name_fits_a_full_one(short: str, full: str, does: bool) -> None:
    assert fits(person_tokens(short), person_tokens(full)) is does


def test_a_name_is_full_with_a_given_name() -> None:
    names = ["Anton Lykke", "Lykke", "Mr Lykke", "A. Lykke", "al Lykke"]
    assert [is_full(person_tokens(name)) for name in names] == [True, False, False, False, False]
    assert surname(person_tokens("Ursula von der Brenn")) == ("von", "der", "brenn")


def test_organisations_by_name_without_legal_form() -> None:
    assert organisation_key("The Norrland Lines Ltd.") == organisation_key("Norrland Lines") == "norrland lines"
    assert organisation_key("EU") == organisation_key("the European Union")
    assert organisation_key("Brenn & Co") == "brenn"
    assert organisation_key("League of Dockers") != organisation_key("Dockers' League")


def test_letters_and_what_they_stand_for() -> None:
    assert [is_acronym(name) for name in ("BDF", "U.N.", "Baltic", "I")] == [True, True, False, False]
    assert spells("UNP", "Union of Northern Ports")
    assert not spells("UNP", "Union of Southern Ports")
