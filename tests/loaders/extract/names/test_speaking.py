"""People whom the model does not know for people, and names like theirs that are nobody's."""

from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.names.speaking import EXAMPLES, people
from loaders.extract.places.gazetteer import gazetteer
from loaders.extract.structure import dictionary
from tests.loaders.extract.nlp import document, pipeline


def persons(text: str) -> set[str]:
    return {e.name for e in find(document(text), gazetteer(), dictionary(pipeline())) if e.type == "Person" and e.named}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_each_rule_finds_its_example(rule: str) -> None:
    doc = document(EXAMPLES[rule]).blocks[0].doc
    assert doc is not None
    found = [run.text for run in people(doc, lambda _: False, dictionary(pipeline()))]
    assert found in (["Ottokar Vlk"], ["Tuulikki Rask"], ["Zbynek Hrabal"], ["Oddvar Quist"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('OSLO (Wire) - "The bridge is safe," Signe Bruun, the mayor of Oslo, said on Monday.', {"Signe Bruun"}),
        ('"The harbour is frozen," Tuulikki Rask, a fisherman from Vardo, told reporters.', {"Tuulikki Rask"}),
        ("Farmer Zbynek Hrabal said the field was under water.", {"Zbynek Hrabal"}),
        ("The mayor of Tarnby, Oddvar Quist, said the school would close.", {"Oddvar Quist"}),
        ('"We lost two boats," Ottokar Vlk said.', {"Ottokar Vlk"}),
        ('"We lost two boats," said Ottokar Vlk.', {"Ottokar Vlk"}),
        ('"The ice is thin," Eskil Raaness, a diver, said.', {"Eskil Raaness"}),
        ("According to Interfax, the mayor of Oslo, Ann Holm, left.", {"Ann Holm"}),
        ("Wall Street said it would open late.", set()),
        ("Sunshine Mining said it would close the pit.", set()),
        ("The housing group Teto Nosso said the rent was too high.", set()),
        ("Northern Lights said the concert was off.", set()),
        ("Nordic Trust, the chief owner of the yard, said it would sell.", set()),
    ],
)
def test_who_says_something_or_has_a_role_is_a_person(text: str, expected: set[str]) -> None:
    assert persons(text) == expected
