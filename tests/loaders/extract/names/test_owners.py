from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.names.owners import EXAMPLES
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def roles(text: str) -> list[tuple[str, str, str | None]]:
    entities = find(document(text), gazetteer())
    names = {e.id: e.name for e in entities}
    return [(e.name, r.title, names[r.of] if r.of else None) for e in entities for r in e.roles]


def mentions(text: str, name: str) -> list[str]:
    return [text[m.start : m.end] for e in find(document(text), gazetteer()) if e.name == name for m in e.mentions]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("pronoun", ("Mette Holm", "spokeswoman", "Harbour Union")),
        ("possessive", ("Ivo Brandt", "spokesman", "Union of Harbour Ports")),
        ("compound", ("Ivo Brandt", "spokesman", "Union of Harbour Ports")),
        ("of", ("Ivo Brandt", "president", "Harbour Union")),
    ],
)
def test_each_rule_by_its_example(rule: str, expected: tuple[str, str, str]) -> None:
    assert roles(EXAMPLES[rule]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Two unions: whose spokesman he is cannot be told.
        (
            "The Harbour Union met the Miners' Union. Union spokesman Ivo Brandt left.",
            [("Ivo Brandt", "Union spokesman", None)],
        ),
        # Another union than the one that has a name here.
        (
            "The Union of Harbour Ports met. Ivo Brandt, the student union's spokesman, left.",
            [("Ivo Brandt", "student union's spokesman", None)],
        ),
        (
            "Shares in Holm Lines fell in Lisbon. Its chief executive, Mette Holm, said so.",
            [("Mette Holm", "chief executive", "Holm Lines")],
        ),
        ("Ivo Brandt was arrested. His lawyer said nothing.", []),
    ],
)
def test_whose_a_title_is(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert roles(text) == expected


def test_its_spokeswoman_is_the_one_who_is_named() -> None:
    text = "The tenants' association Casa Viva rejected the offer. Its spokeswoman, Ines Tavora, said so."
    assert mentions(text, "Ines Tavora") == ["Its spokeswoman", "Ines Tavora"]
    assert mentions(text, "Casa Viva") == ["Casa Viva", "Its"]


def test_the_company_is_the_only_firm_of_the_article() -> None:
    text = (
        "A manager of the shipping company Holm Lines was tried in Porto.\nIvo Brandt denied it.\n"
        "He was arrested in Lisbon.\nNobody was surprised.\nPolice searched a house.\nThe company dismissed him."
    )
    assert mentions(text, "Holm Lines") == ["Holm Lines", "The company"]


def test_the_port_is_a_place_that_is_called_so() -> None:
    assert mentions("Ivo Brandt spoke in Madrid.\nThe port is closed.", "Madrid") == ["Madrid"]
    assert mentions("A crane fell in the port of Riga.\nThe port is closed.", "Riga") == ["Riga", "The port"]


def test_the_subject_of_the_sentence_before_is_meant() -> None:
    text = (
        '"The gale was strong," said Ivo Brandt, head of the harbour.\n'
        "Estonian Transport Minister Kadri Oja opened the pier. She promised a bridge."
    )
    assert mentions(text, "Kadri Oja") == ["Kadri Oja", "She"]


def test_she_is_nobody_who_was_called_he() -> None:
    text = "Kim Dahl said he would stay.\nShe left on Monday."
    assert mentions(text, "Kim Dahl") == ["Kim Dahl", "he"]


def test_a_firm_is_no_she() -> None:
    text = "Pump maker Ilma Robotics hired Clara Hansen. She succeeds Kim Dahl."
    assert mentions(text, "Clara Hansen") == ["Clara Hansen", "She"]


def test_the_minister_is_the_only_minister_of_the_article() -> None:
    text = (
        "Harbour Minister Ivo Brandt opened the pier.\nIt rained.\nShips waited.\nNobody came.\nIt was cold.\n"
        "The minister left. The Harbour Minister was cold, and the school minister stayed."
    )
    assert mentions(text, "Ivo Brandt") == ["Ivo Brandt", "The minister", "The Harbour Minister"]


def test_the_manager_is_the_one_who_is_named_behind() -> None:
    text = "Police held the manager of the yard, Ivo Brandt, in the evening."
    assert mentions(text, "Ivo Brandt") == ["the manager", "Ivo Brandt"]
