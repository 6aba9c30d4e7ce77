from __future__ import annotations

import pytest

from loaders.extract.places.gazetteer import gazetteer
from loaders.extract.places.told import Told, told
from loaders.extract.reading import Entity, Mention
from tests.loaders.extract.nlp import document


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The mayor of Lebanon resigned.", "Lebanon", Told(town=True, local=True)),
        ("A fire broke out within the Jordan city limits.", "Jordan", Told(town=True, local=True)),
        ("A Lebanon man was hurt.", "Lebanon", Told(local=True)),
        ("Lebanon voted on Sunday.", "Lebanon", Told()),
        ("It rained in Polk, Warren and Marion counties.", "Polk", Told(county=True)),
        ("It rained in Polk, Warren and Marion counties.", "Marion", Told(county=True)),
        ("The state of Washington sued.", "Washington", Told(region=True)),
        ("Stores in Oregon, Washington, Idaho and Montana closed.", "Washington", Told(region=True)),
        ("He flew from Boston to Washington, and slept.", "Washington", Told()),
    ],
)
def test_the_kind_of_place_of_which_the_text_speaks(text: str, name: str, expected: Told) -> None:
    at = text.index(name)
    entity = Entity("e1", "Place", name, (Mention(at, at + len(name), "name"),), 0.9)
    assert told(document(text), entity, gazetteer()) == expected
