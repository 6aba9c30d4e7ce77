"""Works, prizes, ships, arms and slugs are nobody; what belongs to a name stays with it."""

from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def named(text: str) -> set[str]:
    return {e.name for e in find(document(text), gazetteer(), {"rowing", "notice"}.__contains__) if e.named}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # works
        ("Clara Hansen wrote ``The Fall of Lisbon,'' a novel.", {"Clara Hansen"}),
        ("Clara Hansen acted in “Ivo Brandt Goes to Porto.” It was her last film.", {"Clara Hansen"}),
        ("Clara Hansen signed on to ``Rostock'' for a small fee.", {"Clara Hansen"}),
        ("She sang ``Rostock'' twice. Then Clara Hansen left Rostock.", {"Clara Hansen", "Rostock"}),
        ("“To Lisbon,” said Clara Hansen when she was asked where they went.", {"Lisbon", "Clara Hansen"}),
        ("“We saw Ivo Brandt in Porto,” she said.", {"Ivo Brandt", "Porto"}),
        # prizes and cups
        ("Clara Hansen won the Brandt Prize in Porto.", {"Clara Hansen", "Porto"}),
        ("Clara Hansen lost the Holm Cup in Lisbon on Friday.", {"Clara Hansen", "Lisbon"}),
        ("Tickets for the Women's World Cup went on sale, Clara Hansen said.", {"Clara Hansen"}),
        # ships
        (
            "The ferry Ilma Brandt sank off Porto. Divers reached the Ilma Brandt on Friday, Clara Hansen said.",
            {"Porto", "Clara Hansen"},
        ),
        ("The ferry Estonia sank. Estonia mourned.", {"Estonia"}),
        ("The aircraft carrier Ivo Brandt sailed, Clara Hansen said.", {"Clara Hansen"}),
        # arms
        ("Police in Porto found two KX-47 rifles.", {"Porto"}),
        # slugs
        ("ROWING - NORWAY WINS AGAIN\nOSLO, March 3 - Norway won again on Sunday, Clara Hansen said.",
         {"Norway", "Oslo", "Clara Hansen"}),
        ("NOTICE - Clara Hansen left the board of the bank on Friday.", {"Clara Hansen"}),
        ("NORWAY - TALKS GO ON\nOSLO, March 3 - Talks went on, Clara Hansen said.", {"Norway", "Oslo", "Clara Hansen"}),
        # peoples
        ("Moslems and Sikhs met in Porto. Clara Hansen spoke to the Moslems.", {"Porto", "Clara Hansen"}),
    ],
)  # fmt: skip
def test_what_names_nobody_is_left_out(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Rev. Martin Luther King Jr. spoke. King was late.", {"Martin Luther King Jr."}),
        ("He sold it to 20th Century Example Studios on Friday.", {"20th Century Example Studios"}),
        ("Joop van der Brandt left Porto.", {"Joop van der Brandt", "Porto"}),
    ],
)
def test_what_belongs_to_a_name_stays_with_it(text: str, expected: set[str]) -> None:
    assert named(text) == expected
